"""The index of names: in the memory of a process that searches, and nowhere else but for one sealed snapshot.

It is made when somebody searches first, follows the journal from then on, and is let go when nobody has searched for a
while. Whoever is erased is forgotten by building it anew: what an index once packed stays in it until then.
"""

import io
import time
from collections.abc import Collection, Iterable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import msgspec
from django.conf import settings

from onward.cases.models import KnownName
from onward.journal import rows
from onward.journal.events import WITHDRAWN
from onward.kit.dates import now
from onward.sealing import CannotOpen, open_sealed, seal, vault
from onward.sealing.boxes import NONCE_BYTES

if TYPE_CHECKING:
    from onward.names import Entry, Index

SNAPSHOT = "names"
"""The file beside the journal."""
ABOUT = b"onward names 1"
STEP = 256 * 1024
"""What is sealed is filled up to a multiple of this: its size tells little of how many people there are."""
WORTH_KEEPING = 5000
"""Fewer names are read out of the database as fast as out of a file."""
UNUSED_S = 600.0
SEX = {"woman": "f", "man": "m"}
SAYS_A_NAME = ("cases.identity_noted", WITHDRAWN)
FORGETS = ("erasure.erasure_begun", "erasure.file_erased")
OLDEST_YEAR = 120
MANY = 900


class _As(msgspec.Struct, frozen=True, kw_only=True):
    """Up to which entry an index follows the journal, and when it was last asked."""

    seq: int
    entry: str


class _Process:
    """What this process holds."""

    index: "Index | None" = None
    as_of = _As(seq=0, entry="")
    asked_at = 0.0
    lock = Lock()


def index_of_names() -> "Index":
    """The index as the journal now stands. A search in it is to be followed by asking who may know of whom."""
    with _Process.lock:
        _Process.asked_at = time.monotonic()
        if _Process.index is None:
            _Process.index, _Process.as_of = _restored() or _built()
        index, as_of = _Process.index, _Process.as_of
        seq, entry, same = rows.last_and(as_of.seq)
        if (seq, entry) == (as_of.seq, as_of.entry):
            return index
        if same != as_of.entry or rows.streams_said(as_of.seq, FORGETS):
            index, _Process.as_of = _built()
        else:
            _follow(index, rows.streams_said(as_of.seq, SAYS_A_NAME))
            _Process.as_of = _As(seq=seq, entry=entry)
        _Process.index = index
        return index


def known_names(streams: Collection[str]) -> dict[str, list["Entry"]]:
    """Stream -> the names of that resident as the index has them; those without a name are left out."""
    found: dict[str, list[Entry]] = {}
    for entry in _entries(KnownName.objects.filter(stream__in=streams).order_by("id")):
        found.setdefault(entry.person, []).append(entry)
    return found


def let_go() -> None:
    """Give the memory back where nobody has searched for ten minutes, and leave a snapshot for who searches next."""
    with _Process.lock:
        if _Process.index is None or time.monotonic() - _Process.asked_at < UNUSED_S:
            return
        _keep(_Process.index, _Process.as_of)
        _Process.index = None


def forget_names() -> None:
    """Forget every name, in memory and on the disk: somebody is erased, and it is made anew without them."""
    with _Process.lock:
        _Process.index = None
        _path().unlink(missing_ok=True)


def _built() -> tuple["Index", _As]:
    from onward.names import Index

    seq, entry, _same = rows.last_and()
    as_of = _As(seq=seq, entry=entry)  # before the names are read: what is said meanwhile is read again
    index = Index(_entries(KnownName.objects.order_by("id").iterator(chunk_size=5000)))
    _keep(index, as_of)
    return index, as_of


def _entries(known: Iterable[KnownName]) -> Iterable["Entry"]:
    from onward.names import Entry

    this_year = now().year
    for one in known:
        year = one.birth_year if one.birth_year and this_year - OLDEST_YEAR <= one.birth_year <= this_year else None
        yield Entry(one.stream, one.folded, year, SEX.get(one.sex, ""))


def _follow(index: "Index", streams: list[str]) -> None:
    """Say of each of these residents anew which names they have."""
    for start in range(0, len(streams), MANY):
        some = streams[start : start + MANY]
        said: dict[str, list[Entry]] = {stream: [] for stream in some}
        for entry in _entries(KnownName.objects.filter(stream__in=some).order_by("id")):
            said[entry.person].append(entry)
        for stream, entries in said.items():
            index.correct(stream, entries)


def _path() -> Path:
    return Path(settings.ONWARD_DATA) / SNAPSHOT


def _keep(index: "Index", as_of: _As) -> None:
    """Seal a snapshot. It is a help: where the disk is full there is none."""
    if len(index) < WORTH_KEEPING:
        return
    packed = io.BytesIO()
    index.save(packed)
    plain = msgspec.msgpack.encode((as_of.seq, as_of.entry, packed.getvalue()))
    length = len(plain).to_bytes(8, "big")
    nonce, sealed = seal(vault.secrets().wrapping_key, length + plain + bytes(-(len(plain) + 8) % STEP), about=ABOUT)
    fresh = _path().with_suffix(".new")
    try:
        fresh.write_bytes(nonce + sealed)
        fresh.chmod(0o600)
        fresh.replace(_path())
    except OSError:
        fresh.unlink(missing_ok=True)


def _restored() -> tuple["Index", _As] | None:
    """The index of the snapshot, if there is one, and it is of this journal."""
    from onward.names import Index, NamesError

    try:
        whole = _path().read_bytes()
        plain = open_sealed(vault.secrets().wrapping_key, whole[:NONCE_BYTES], whole[NONCE_BYTES:], about=ABOUT)
        kept = plain[8 : 8 + int.from_bytes(plain[:8], "big")]
        seq, entry, packed = msgspec.msgpack.decode(kept, type=tuple[int, str, bytes])
        index = Index.load(io.BytesIO(packed))
    except (OSError, CannotOpen, NamesError, msgspec.MsgspecError):
        return None
    return index, _As(seq=seq, entry=entry)
