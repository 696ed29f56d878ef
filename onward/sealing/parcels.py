"""Parcels: files for somebody elsewhere, encrypted in the public format age, to recipients or to a passphrase."""

import os
from collections.abc import Sequence
from pathlib import Path

import pyrage
from pyrage import passphrase as by_passphrase
from pyrage.x25519 import Identity, Recipient


class ParcelRefused(Exception):
    """A parcel cannot be closed or opened; the message is the sentence that says why."""


def make_identity(path: Path) -> str:
    """Write a new identity to `path`, which must not be there yet. Gives the recipient that belongs to it."""
    identity = Identity.generate()
    recipient = str(identity.to_public())
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(f"# public key: {recipient}\n{identity}\n")
        file.flush()
        os.fsync(file.fileno())
    return recipient


def recipients_from(written: Sequence[str]) -> list[Recipient]:
    """The recipients as age knows them. Raises ParcelRefused."""
    try:
        return [Recipient.from_str(each.strip()) for each in written]
    except pyrage.RecipientError:
        raise ParcelRefused("A recipient of backups begins with age1: one of those named does not.") from None


def identities_in(path: Path) -> list[Identity]:
    """The identities in a file as `age-keygen` writes it. Raises ParcelRefused."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        found = [Identity.from_str(line.strip()) for line in lines if line.strip() and not line.startswith("#")]
    except (OSError, UnicodeDecodeError, pyrage.IdentityError):
        raise ParcelRefused(f"The identity file {path} cannot be read.") from None
    if not found:
        raise ParcelRefused(f"There is no identity in {path}.")
    return found


def close(plain: Path, parcel: Path, *, recipients: Sequence[Recipient] = (), passphrase: str = "") -> None:
    """Encrypt the file `plain` into `parcel`, complete on the disk before it bears its name."""
    part = parcel.with_name(parcel.name + ".part")
    with plain.open("rb") as source, os.fdopen(_fresh(part), "wb") as target:
        if recipients:
            pyrage.encrypt_io(source, target, list(recipients))
        else:
            target.write(by_passphrase.encrypt(source.read(), passphrase))
        target.flush()
        os.fsync(target.fileno())
    part.replace(parcel)
    _settle(parcel.parent)


def opened(parcel: Path, plain: Path, *, identities: Sequence[Identity] = (), passphrase: str = "") -> None:
    """Decrypt `parcel` into the file `plain`. Raises ParcelRefused."""
    try:
        with parcel.open("rb") as source, os.fdopen(_fresh(plain), "wb") as target:
            if identities:
                pyrage.decrypt_io(source, target, list(identities))
            else:
                target.write(by_passphrase.decrypt(source.read(), passphrase))
    except (pyrage.DecryptError, OSError) as refused:
        plain.unlink(missing_ok=True)
        raise ParcelRefused(
            f"{parcel} cannot be opened: it is damaged or cut off, or was made for another identity or passphrase."
        ) from refused


def _fresh(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)


def _settle(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
