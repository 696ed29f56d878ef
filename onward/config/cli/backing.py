"""`onward backup` and `onward restore`."""

import argparse
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from onward.config.cli.founding import MAKING, finish
from onward.config.cli.words import (
    Progress,
    Refused,
    ask,
    check_programme,
    folder_with_programme,
    known_passphrase,
    known_share,
    new_passphrase,
    passphrase_in,
    ready_folder,
)
from onward.config.folder import DEMO_PASSPHRASE, data_folder, programme_in
from onward.config.unlocking import unlock_process
from onward.sealing import WrongPassphrase, parcels, vault

BACKUP_WORDS = "ONWARD_BACKUP_PASSPHRASE_FILE"


def backup(chosen: argparse.Namespace) -> int:
    """Make a backup, or an identity for backups."""
    if chosen.make_identity:
        return _make_identity(Path(chosen.make_identity))
    if not chosen.where:
        raise Refused("Name the folder, or the file, that the backup is to be in.")
    programme_folder = folder_with_programme()
    recipients = _recipients(chosen.to or programme_in(programme_folder).backup.recipients)
    words = "" if recipients else new_passphrase(BACKUP_WORDS)
    folder = ready_folder()
    from onward.config.backup import aging, making
    from onward.config.backup.refused import BackupRefused
    from onward.journal.keyring import COPIES_DAYS

    def close(plain: Path, parcel: Path) -> None:
        parcels.close(plain, parcel, recipients=recipients, passphrase=words)

    try:
        made = making.make(folder, Path(chosen.where).resolve(), close)
    except BackupRefused as refused:
        raise Refused(str(refused)) from None
    except OSError as failed:
        raise Refused(f"The backup was not made: {failed.strerror}.") from None
    said = made.manifest
    print(f"Record:  {made.record}")
    print(f"Keyring: {made.keyring}")
    print(f"It ends with entry {said.number:,}. Entries: {said.entries:,}. Scans: {said.scans:,}. Keys: {made.keys:,}.")
    old = aging.age_out(made.keyring.parent, keep=made.keyring)
    print(f"Copies of the keyring older than {COPIES_DAYS} days that were removed: {len(old)}.")
    return 0


def _recipients(written: list[str]) -> list[Any]:
    try:
        return parcels.recipients_from(written)
    except parcels.ParcelRefused as refused:
        raise Refused(str(refused)) from None


def _make_identity(path: Path) -> int:
    try:
        recipient = parcels.make_identity(path)
    except OSError as failed:
        raise Refused(f"{path} was not written: {failed.strerror}.") from None
    print(f"The identity is in {path}. Whoever has it can open backups: keep it far from this machine.")
    print(f'In programme.toml:  [backup]\nrecipients = ["{recipient}"]')
    return 0


def restore(chosen: argparse.Namespace) -> int:
    """Make a programme out of a backup, in an empty folder."""
    folder = data_folder()
    if vault.exists(folder) or (folder / DEMO_PASSPHRASE).exists():
        raise Refused(f"{folder} holds a programme already: nothing was changed. Name an empty folder in ONWARD_DATA.")
    making = folder / MAKING
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True, mode=0o700)
    from onward.config.backup.refused import BackupRefused
    from onward.journal.witness import WitnessRefused

    try:
        _restore(chosen, making)
    except (BackupRefused, WitnessRefused, parcels.ParcelRefused, WrongPassphrase, ValueError) as refused:
        shutil.rmtree(making, ignore_errors=True)
        raise Refused(str(refused)) from None
    except (Refused, KeyboardInterrupt):
        shutil.rmtree(making, ignore_errors=True)
        raise
    finish(making, folder)
    print(f"The programme is in {folder}. Start it with: onward serve")
    return 0


def _restore(chosen: argparse.Namespace, making: Path) -> None:
    from onward.config.backup import names, restoring

    record = Path(chosen.backup).resolve()
    keyring = Path(chosen.keyring).resolve() if chosen.keyring else names.keyring_beside(record)
    if not record.is_file() or keyring is None or not keyring.is_file():
        missing = record if not record.is_file() else keyring or "a copy of the keyring beside it"
        raise Refused(f"There is no {missing}. The keyring is named with --keyring.")
    if (newer := names.newer_beside(record)) and not chosen.although_older:
        raise Refused(f"{newer} is newer. To restore the older one all the same, say why with --although-older.")
    found = restoring.unpack(record, keyring, making, _opener(chosen.identity))
    check_programme(making)
    unlock_process(making, known_passphrase(making), share=known_share(making))
    found.check_signed()
    if not chosen.although_older:
        restoring.check_young(found.keyring)
    _set_up(making)
    restoring.check_versions()
    _compute()
    entries = restoring.check_sound(found.record)
    print(f"Backup of {found.record.made_at[:16].replace('T', ' ')} UTC, by version {found.record.version}.")
    print(
        f"The last entry is number {found.record.number:,}. Entries checked: {entries:,}. Keys: {found.keyring.keys:,}."
    )
    _mark_older(chosen, found.record.number)


def _opener(identity: str) -> Callable[[Path, Path], None]:
    identities = parcels.identities_in(Path(identity)) if identity else ()
    named = os.environ.get(BACKUP_WORDS)
    words = "" if identities else passphrase_in(Path(named)) if named else ask("Passphrase of the backup: ")
    return lambda parcel, plain: parcels.opened(parcel, plain, identities=identities, passphrase=words)


def _set_up(making: Path) -> None:
    os.environ["ONWARD_DATA"] = str(making)
    import django

    django.setup()


def _compute() -> None:
    from onward.config.erasing.act import forget_erased
    from onward.config.unlocking import bring_up_to_date
    from onward.journal.rebuild import rebuild

    bring_up_to_date()
    rebuild(progress=Progress("Entries replayed"))
    forget_erased()


def _mark_older(chosen: argparse.Namespace, last: int) -> None:
    """Where others remember later entries, refuse; or write down that they are lost."""
    from onward.journal import witness
    from onward.journal.accept import accept_loss

    if not chosen.witness:
        return
    known = witness.newest_in(Path(chosen.witness))
    testimony = witness.check(Path(chosen.witness))
    if testimony.fault is None or known is None:
        print(f"The witness knows no later entry: {testimony.heads:,} heads of it are in the journal.")
        return
    if not chosen.although_older:
        raise Refused(
            f"{testimony.fault.sentence} The backup ends with entry {last:,}. If there is no newer one, say why with "
            "--although-older: it will stand in the journal."
        )
    entry = accept_loss(by="administrator", reason=chosen.although_older, known=known)
    if entry is not None:
        print(f"Entries {last + 1:,} to {known.number:,} are lost. That is written down as entry {entry.number:,}.")
