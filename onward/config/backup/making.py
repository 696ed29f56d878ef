"""Making a backup beside a running server."""

from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

from onward.config.backup import copying, packing
from onward.config.backup.aside import aside_of
from onward.config.backup.names import targets
from onward.config.backup.packing import Manifest
from onward.config.backup.refused import BackupRefused
from onward.config.backup.tables import KEPT
from onward.config.folder import DATABASE, PROGRAMME
from onward.journal import head
from onward.journal.keyring import KEYRING_FILE
from onward.journal.node import public, this_node
from onward.kit.dates import now
from onward.sealing import vault

UNSOUND = (
    "The journal does not agree with its signed head, so no backup was made of it. `onward journal verify` says what "
    "is wrong."
)
Close = Callable[[Path, Path], None]
"""Seals the first file into the second."""


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """What was made: the two files, and what is in them."""

    record: Path
    keyring: Path
    manifest: Manifest
    keys: int


def make(folder: Path, where: Path, close: Close) -> Made:
    """Make a backup of the programme in `folder`. The record's file is there only when its keyring is. Raises
    BackupRefused, OSError.
    """
    made_at = now()
    record, keyring = targets(where, this_node(), made_at)
    if record.exists() or keyring.exists():
        raise BackupRefused(f"{record if record.exists() else keyring} is there already: it is not written over.")
    with aside_of(folder) as aside:
        about = Manifest(
            format=packing.FORMAT,
            part="record",
            node=this_node(),
            public=public().hex(),
            made_at=made_at.isoformat(),
            version=_version(),
        )
        record_tar, said = _record(folder, aside, about)
        # The keys after the journal: whatever the copy of the journal needs, its keys were there before it.
        keyring_tar, keys = _keyring(folder, aside, about)
        close(keyring_tar, keyring)
        close(record_tar, record)
    return Made(record=record, keyring=keyring, manifest=said, keys=keys)


def _version() -> str:
    try:
        return version("onward")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "unknown"


def _record(folder: Path, aside: Path, about: Manifest) -> tuple[Path, Manifest]:
    signed = _sound_head()
    key = vault.secrets().database_key
    copying.copy(folder / DATABASE, aside / DATABASE, key, rows_of=KEPT)
    end = copying.end_of(aside / DATABASE, key, about.node, signed)
    if not end.head_is_there:
        raise BackupRefused(UNSOUND)
    (aside / "head").write_bytes(_head_of(about.node, end))
    files = {DATABASE: aside / DATABASE, "head": aside / "head"}
    for pattern in (PROGRAMME, vault.LOCK_FILE, "ways/*", "scans/*"):
        files |= dict(packing.names_in(folder, pattern))
    said = msgspec.structs.replace(
        about,
        number=end.number,
        hash=end.hash.hex(),
        entries=end.entries,
        scans=sum(name.startswith("scans/") for name in files),
    )
    return aside / "record.tar", packing.pack(said, files, aside / "record.tar")


def _sound_head() -> head.Head | None:
    standing = head.standing()
    if standing not in head.SOUND:
        raise BackupRefused(UNSOUND)
    return head.read()


def _head_of(node: str, end: copying.End) -> bytes:
    if not end.number:
        return bytes(2 * head.SLOT_BYTES)
    return head.file_of(head.Head(node, end.number, end.hash, end.recorded_at))


def _keyring(folder: Path, aside: Path, about: Manifest) -> tuple[Path, int]:
    key = vault.secrets().keyring_key
    copying.copy(folder / KEYRING_FILE, aside / KEYRING_FILE, key)
    keys = copying.count_keys(aside / KEYRING_FILE, key)
    said = msgspec.structs.replace(about, part="keyring", keys=keys)
    packing.pack(said, {KEYRING_FILE: aside / KEYRING_FILE}, aside / "keyring.tar")
    return aside / "keyring.tar", keys
