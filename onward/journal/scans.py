"""Sealed files beside the journal: scans too large for an entry, each named by its entry and by nothing else.

The key is the stream's own for that compartment, so erasing a person erases their scans. A file is complete on the
disk before anything is said of it; one of which nothing was said (the machine stopped between the two) is swept.
"""

import hashlib
import os
import time
from pathlib import Path

from django.conf import settings

from onward.journal import keyring, rows
from onward.journal.body import open_event
from onward.journal.compartments import RECORD
from onward.journal.events import EVENTS
from onward.kit.errors import NotFound
from onward.kit.ids import is_id
from onward.sealing import CannotOpen, open_sealed, seal
from onward.sealing.boxes import NONCE_BYTES

FOLDER = "scans"
KEY_ID_BYTES = 16
STEP = 64 * 1024
"""What is sealed is filled up to a multiple of this, so that a size tells little."""
ORPHAN_AFTER = 24 * 60 * 60
"""Seconds after which a file of which nothing was said is swept; no form stays open that long."""


def keep(content: bytes, *, entry: str, stream: str, compartment: str) -> str:
    """Seal `content` for the entry that is about to be said, durably. Gives its digest. Raises OSError."""
    key_id, key = keyring.key_for(stream, compartment)
    length = len(content).to_bytes(8, "big")
    nonce, sealed = seal(key, length + content + bytes(-(len(content) + 8) % STEP), about=entry.encode())
    folder = _folder()
    folder.mkdir(mode=0o700, exist_ok=True)
    part, whole = folder / f"{entry}.part", folder / entry
    with part.open("wb") as file:
        file.write(key_id + nonce + sealed)
        file.flush()
        os.fsync(file.fileno())
    part.replace(whole)
    _settle(folder)
    return hashlib.sha256(content).hexdigest()


def opened(entry: str, *, compartment: str, digest: str) -> bytes:
    """What was sealed for an entry. Raises NotFound where it is gone, or not what was kept."""
    try:
        whole = (_folder() / entry).read_bytes()
    except FileNotFoundError:
        raise NotFound(entry) from None
    key_id, nonce = whole[:KEY_ID_BYTES], whole[KEY_ID_BYTES : KEY_ID_BYTES + NONCE_BYTES]
    found = keyring.key_among(key_id, (compartment,))
    if found is None:  # erased
        raise NotFound(entry)
    try:
        plain = open_sealed(found[1], nonce, whole[KEY_ID_BYTES + NONCE_BYTES :], about=entry.encode())
    except CannotOpen:
        raise NotFound(entry) from None
    content = plain[8 : 8 + int.from_bytes(plain[:8], "big")]
    if hashlib.sha256(content).hexdigest() != digest:
        raise NotFound(entry)
    return content


def is_missing(row: rows.Row) -> bool:
    """Whether an entry says that it has a file, by its sealed `scan`, which is gone or is not what was kept."""
    event = EVENTS.get(row.kind)
    compartment = event.compartments.get("scan", "") if event else ""
    if not compartment:
        return False
    said = open_event(row.body, entry_id=row.id, kind=row.kind, opens=(RECORD, compartment))
    digest = getattr(said, "scan", "")  # "" too where the key was destroyed: what is erased is not missing
    try:
        return bool(digest) and not opened(row.id, compartment=compartment, digest=digest)
    except NotFound:
        return True


def forget(stream: str) -> int:
    """Remove the files of every entry of `stream`, whose keys are destroyed. Gives how many there were."""
    ids = [row.id for row in rows.of_stream(stream)]
    found = [path for entry in ids for path in (_folder() / entry, _folder() / f"{entry}.part") if path.exists()]
    for path in found:
        path.unlink(missing_ok=True)
    if found:
        _settle(_folder())
    return len(found)


def sweep() -> int:
    """Remove the files of which nothing was ever said. Gives how many there were."""
    old = time.time() - ORPHAN_AFTER
    found = [path for path in _folder().glob("*") if path.stat().st_mtime < old]
    orphans = [path for path in found if not (is_id(path.name) and rows.exists(path.name))]
    for path in orphans:
        path.unlink(missing_ok=True)
    return len(orphans)


def sweep_daily() -> None:
    """Sweep, unless this process did within a day."""
    if time.time() - _Process.swept >= ORPHAN_AFTER:
        _Process.swept = time.time()
        sweep()


class _Process:
    swept = 0.0


def _folder() -> Path:
    return Path(settings.ONWARD_DATA) / FOLDER


def _settle(folder: Path) -> None:
    """Let the name itself be on the disk."""
    held = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)
