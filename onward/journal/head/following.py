"""Keeping the head in step with the database, and refusing to write where the two disagree."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

import msgspec
from django.utils.translation import gettext as _

from onward.journal import rows
from onward.journal.head.file import SLOT_BYTES, Head, held, latest_of, path, read, slot_of, slots_of
from onward.journal.node import this_node
from onward.kit.errors import RuleBroken


class Standing(StrEnum):
    """How the database stands to the head."""

    AGREES = "agrees"
    AHEAD = "ahead"
    BEHIND = "behind"
    ALTERED = "altered"
    MISSING = "missing"
    UNREADABLE = "unreadable"


SOUND = (Standing.AGREES, Standing.AHEAD)


class HeadRefused(RuleBroken):
    """The database does not carry on from the head: nothing is written that would hide it."""

    def __init__(self, standing: Standing) -> None:
        super().__init__(
            _("The journal does not reach its signed end: entries are missing or altered, so nothing is written.")
        )
        self.standing = standing


class _Seen(msgspec.Struct):
    """What this process knows already, so that an append costs one small write."""

    path: Path | None = None
    slots: tuple[bytes, bytes] = (b"", b"")
    latest: tuple[Head | None, int] = (None, 0)
    agreed: bool = False


_seen = _Seen()


def forget() -> None:
    """Look again at the file and the database before anything is written."""
    _seen.path, _seen.slots, _seen.latest, _seen.agreed = None, (b"", b""), (None, 0), False


def standing() -> Standing:
    """How the database stands to the head, now."""
    # The head first: another process may write meanwhile, and what it signs is in the database already.
    there = path().exists()
    head = read()
    tip = rows.tip(this_node())
    if not there:
        return Standing.MISSING if tip.number else Standing.AGREES
    if head is None:
        # Made and not yet written to: a crash at the very first entry.
        blank = tip.number <= 1 and not path().read_bytes().strip(b"\0")
        return Standing.AHEAD if blank else Standing.UNREADABLE
    if head.number > tip.number:
        return Standing.BEHIND
    if head.node != this_node() or rows.hash_at(head.node, head.number) != head.hash:
        return Standing.ALTERED
    return Standing.AGREES if head.number == tip.number else Standing.AHEAD


def check_agreement() -> None:
    """Refuse to write on top of a journal that was cut or put back; looked at once in a process."""
    if _seen.agreed and _seen.path == path():
        return
    found = standing()
    if found not in SOUND:
        raise HeadRefused(found)
    _seen.path, _seen.agreed = path(), True


@contextmanager
def trusted() -> Iterator[None]:
    """Write although the head disagrees: for `accept` alone, which says so in the journal."""
    _seen.path, _seen.agreed = path(), True
    try:
        yield
    finally:
        _seen.agreed = False


def follow() -> None:
    """Bring the head up to the last committed entry. Several entries of one transaction cost one flush."""
    node = this_node()
    tip = rows.tip(node)
    with held() as file:
        slots = slots_of(os.pread(file, 2 * SLOT_BYTES, 0))
        known = slots == _seen.slots
        head, place = _seen.latest if known else latest_of(slots)
        if head is not None and head.number >= tip.number:
            return
        if head is not None and not known and rows.hash_at(node, head.number) != head.hash:
            raise HeadRefused(Standing.ALTERED)
        new = Head(node, tip.number, tip.hash, tip.clock)
        slot = slot_of(new)
        os.pwrite(file, slot, place * SLOT_BYTES)
        os.fdatasync(file)
        _seen.slots = (slot, slots[1]) if place == 0 else (slots[0], slot)
        _seen.latest = (new, 1 - place)
