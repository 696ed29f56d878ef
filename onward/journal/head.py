"""The signed head: how far this node's journal reaches, kept outside the database.

Two alternating slots are written in place and flushed after each commit, before the answer. A database that is ahead
of its head is a crash between the two; one that is behind it was cut, or an old copy was put back.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

import msgspec
from django.conf import settings
from django.utils.translation import gettext as _

from onward.journal import rows
from onward.journal.node import public, this_node
from onward.kit.errors import RuleBroken
from onward.sealing import sign, vault, verify

HEAD_FILE = "head"
SLOT_BYTES = 512
SIGNATURE_BYTES = 64


class Head(msgspec.Struct, frozen=True):
    """The end of a node's chain: printed on the daily sheet, and carried by every bundle."""

    node: str
    number: int
    hash: bytes
    recorded_at: int


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
_decoder = msgspec.msgpack.Decoder(Head)


def path() -> Path:
    """Where the head is kept."""
    return Path(settings.ONWARD_DATA) / HEAD_FILE


def forget() -> None:
    """Look again at the file and the database before anything is written."""
    _seen.path, _seen.slots, _seen.latest, _seen.agreed = None, (b"", b""), (None, 0), False


def signed(head: Head) -> bytes:
    """The head and its signature, as one string of bytes."""
    text = msgspec.msgpack.encode(head)
    return text + sign(vault.secrets().signing_key, text)


def opened(slot: bytes, public_key: bytes) -> Head | None:
    """The head that a slot holds; None if it is empty, torn or signed by somebody else."""
    length = int.from_bytes(slot[:2], "big")
    text, signature = slot[2 : 2 + length - SIGNATURE_BYTES], slot[2 + length - SIGNATURE_BYTES : 2 + length]
    if length <= SIGNATURE_BYTES or not verify(public_key, text, signature):
        return None
    try:
        return _decoder.decode(text)
    except msgspec.DecodeError:
        return None


def read() -> Head | None:
    """The last head that was written; None if there is none that this node signed."""
    try:
        raw = path().read_bytes()
    except FileNotFoundError:
        return None
    return _latest(_slots(raw))[0]


def _slots(raw: bytes) -> tuple[bytes, bytes]:
    return raw[:SLOT_BYTES], raw[SLOT_BYTES : 2 * SLOT_BYTES]


def _latest(slots: tuple[bytes, bytes]) -> tuple[Head | None, int]:
    """The later head, and which slot to write next: never the one that holds it."""
    found = [(head, place) for place, slot in enumerate(slots) if (head := opened(slot, public())) is not None]
    if not found:
        return None, 0
    head, place = max(found, key=lambda each: each[0].number)
    return head, 1 - place


def standing() -> Standing:
    """How the database stands to the head, now."""
    tip = rows.tip(this_node())
    if not path().exists():
        return Standing.MISSING if tip.number else Standing.AGREES
    head = read()
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


def start_anew() -> None:
    """Let go of the old head."""
    with _held() as file:
        _make_room(file)


def follow() -> None:
    """Bring the head up to the last committed entry. Several entries of one transaction cost one flush."""
    node = this_node()
    tip = rows.tip(node)
    with _held() as file:
        slots = _slots(os.pread(file, 2 * SLOT_BYTES, 0))
        known = slots == _seen.slots
        head, place = _seen.latest if known else _latest(slots)
        if head is not None and head.number >= tip.number:
            return
        if head is not None and not known and rows.hash_at(node, head.number) != head.hash:
            raise HeadRefused(Standing.ALTERED)
        new = Head(node, tip.number, tip.hash, tip.clock)
        content = signed(new)
        slot = (len(content).to_bytes(2, "big") + content).ljust(SLOT_BYTES, b"\0")
        os.pwrite(file, slot, place * SLOT_BYTES)
        os.fdatasync(file)
        _seen.slots = (slot, slots[1]) if place == 0 else (slots[0], slot)
        _seen.latest = (new, 1 - place)


@contextmanager
def _held() -> Iterator[int]:
    """The open file, locked against other threads and processes."""
    made = not path().exists()
    file = os.open(path(), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        if made or os.fstat(file).st_size < 2 * SLOT_BYTES:
            _make_room(file)
        yield file
    finally:
        os.close(file)


def _make_room(file: int) -> None:
    # Full size from the start: later writes change no metadata, and fdatasync suffices.
    os.pwrite(file, b"\0" * (2 * SLOT_BYTES), 0)
    os.fsync(file)
    folder = os.open(path().parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
