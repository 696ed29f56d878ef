"""Laying a backup into an empty folder, and judging whether it is to be believed."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from onward.config.backup import packing
from onward.config.backup.packing import Manifest
from onward.config.backup.refused import BackupRefused
from onward.journal.keyring import COPIES_DAYS
from onward.journal.node import public
from onward.kit.dates import now

Open = Callable[[Path, Path], None]
"""Opens the first file into the second."""


class Unpacked:
    """The parts of a backup in a folder; their lists are checked once the programme is unlocked."""

    def __init__(self) -> None:
        self.parts: dict[str, tuple[Manifest, bytes, bytes]] = {}

    @property
    def record(self) -> Manifest:
        return self.parts["record"][0]

    @property
    def keyring(self) -> Manifest:
        return self.parts["keyring"][0]

    def check_signed(self) -> None:
        """Refuse a list that this programme did not sign. Raises BackupRefused."""
        for manifest, text, signature in self.parts.values():
            packing.check_signature(manifest, text, signature, public())


def unpack(record: Path, keyring: Path, folder: Path, opened: Open) -> Unpacked:
    """Open both files into `folder`. Raises BackupRefused."""
    found = Unpacked()
    for part, parcel in (("record", record), ("keyring", keyring)):
        tar = folder / f"{part}.tar"
        opened(parcel, tar)
        found.parts[part] = packing.unpacked(tar, folder, part=part)
        tar.unlink()
    if found.record.node != found.keyring.node:
        raise BackupRefused("The keyring is that of another programme.")
    if found.keyring.made_at < found.record.made_at:
        raise BackupRefused(
            "This copy of the keyring is older than the backup: what was first written between the two could not be "
            "opened. Name a newer one with --keyring."
        )
    return found


def check_young(keyring: Manifest) -> None:
    """Refuse a copy of the keyring that should be gone: it opens what was erased since. Raises BackupRefused."""
    if datetime.fromisoformat(keyring.made_at) < now() - timedelta(days=COPIES_DAYS):
        raise BackupRefused(
            f"This copy of the keyring is older than {COPIES_DAYS} days: it may open what was erased since. If there "
            "is no newer one, say why with --although-older, and have erased again what was."
        )


def check_versions() -> None:
    """Refuse tables that this version of the program does not know. Raises BackupRefused. With Django set up."""
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(connection)
    if set(loader.applied_migrations) - set(loader.disk_migrations) - set(loader.replacements):
        raise BackupRefused("This backup was made by a newer version of Onward: restore it with that one.")


def check_sound(manifest: Manifest) -> int:
    """Check the journal, which must end where the backup says. Gives how many entries. Raises BackupRefused."""
    from onward.journal.verify import verify

    report = verify()
    if report.fault is not None:
        raise BackupRefused(report.fault.sentence)
    if report.entries != manifest.entries:
        raise BackupRefused(
            f"There are {report.entries:,} entries, not the {manifest.entries:,} that the backup names."
        )
    return report.entries
