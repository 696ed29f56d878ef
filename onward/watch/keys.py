"""Oversight's folder and its keys: both private ones follow from the secret in its lock, and are nowhere else."""

import os
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from pyrage.x25519 import Identity

from onward.sealing import make_lock, open_lock, public_key, vault
from onward.sealing.envelopes import identity_of, recipient_of
from onward.sealing.watchers import Watcher

LOCK = "oversight.lock"
STORE = "oversight.db"
PUBLIC = "oversight-key.json"


class Keys(msgspec.Struct, frozen=True):
    """What oversight's passphrase opens."""

    store_key: bytes
    secret: bytes
    signing_key: bytes

    def __repr__(self) -> str:
        return "Keys(...)"

    @property
    def identity(self) -> Identity:
        """What opens feeds and envelopes."""
        return identity_of(self.secret)

    @property
    def recipient(self) -> str:
        """To what they are sealed."""
        return recipient_of(self.secret)

    @property
    def public(self) -> bytes:
        """With what answers are checked."""
        return public_key(self.signing_key)

    def watcher(self, name: str, address: str) -> Watcher:
        """The public half, as a site takes it in."""
        return Watcher(name=name, address=address, recipient=self.recipient, public=self.public.hex())


def exists(folder: Path) -> bool:
    """Whether `folder` is oversight's."""
    return (folder / LOCK).is_file()


def create(folder: Path, passphrase: str) -> Keys:
    """Make oversight's folder. Raises FileExistsError where it, or a programme, is there already."""
    if exists(folder) or vault.exists(folder):
        raise FileExistsError(folder)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(folder / LOCK, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(make_lock(passphrase))
        file.flush()
        os.fsync(file.fileno())
    return unlock(folder, passphrase)


def unlock(folder: Path, passphrase: str) -> Keys:
    """The keys. Raises WrongPassphrase, ValueError, FileNotFoundError."""
    root = open_lock((folder / LOCK).read_bytes(), passphrase)
    return Keys(_derived(root, "store"), _derived(root, "identity"), _derived(root, "signing"))


def _derived(root: bytes, use: str) -> bytes:
    return HKDFExpand(algorithm=SHA256(), length=32, info=f"onward oversight {use} 1".encode()).derive(root)
