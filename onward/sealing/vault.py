"""The vault: this process's one holder of the programme's secrets while it is unlocked."""

import os
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from onward.sealing.passphrase import change_lock, make_lock, open_lock
from onward.sealing.passphrase import takes_two as lock_takes_two

LOCK_FILE = "programme.lock"


class Locked(Exception):
    """The programme's secrets are not in this process: it has not been unlocked."""


class Secrets(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that one passphrase opens, each derived from the lock's random secret for one use alone."""

    database_key: bytes
    keyring_key: bytes
    wrapping_key: bytes
    signing_key: bytes
    session_key: str
    exchange_key: bytes

    def __repr__(self) -> str:
        return "Secrets(...)"


class _Vault:
    held: Secrets | None = None


_vault = _Vault()


def _derive(root: bytes, use: str) -> bytes:
    return HKDFExpand(algorithm=SHA256(), length=32, info=f"onward {use} 1".encode()).derive(root)


def secrets_from(root: bytes) -> Secrets:
    """The secrets that follow from a lock's secret."""
    return Secrets(
        database_key=_derive(root, "database"),
        keyring_key=_derive(root, "keyring"),
        wrapping_key=_derive(root, "wrapping"),
        signing_key=_derive(root, "signing"),
        session_key=_derive(root, "session").hex(),
        exchange_key=_derive(root, "exchange"),
    )


def exists(folder: Path) -> bool:
    """Whether `folder` holds a programme."""
    return (folder / LOCK_FILE).is_file()


def takes_two(folder: Path) -> bool:
    """Whether the lock in `folder` asks for a share besides the passphrase."""
    try:
        return lock_takes_two((folder / LOCK_FILE).read_bytes())
    except FileNotFoundError:
        return False


def create(folder: Path, passphrase: str, share: bytes = b"") -> None:
    """Make a new lock in `folder` and unlock it. Raises FileExistsError: a lock is never made over another."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = make_lock(passphrase, share)
    _write_new(folder / LOCK_FILE, lock)
    hold(secrets_from(open_lock(lock, passphrase, share)))


def unlock(folder: Path, passphrase: str, share: bytes = b"") -> None:
    """Open the lock in `folder` and hold its secrets. Raises WrongPassphrase, FileNotFoundError."""
    hold(secrets_from(open_lock((folder / LOCK_FILE).read_bytes(), passphrase, share)))


def change_passphrase(folder: Path, old: str, new: str, *, share: bytes = b"", new_share: bytes | None = None) -> None:
    """Wrap the same secret by another passphrase, or by another share. Raises WrongPassphrase, having changed
    nothing."""
    lock = change_lock((folder / LOCK_FILE).read_bytes(), old, new, share=share, new_share=new_share)
    fresh = folder / f"{LOCK_FILE}.new"
    fresh.unlink(missing_ok=True)
    _write_new(fresh, lock)
    fresh.replace(folder / LOCK_FILE)
    _flush_folder(folder)


def hold(secrets: Secrets) -> None:
    """Hold these secrets from now on."""
    _vault.held = secrets


def is_unlocked() -> bool:
    """Whether this process holds the secrets."""
    return _vault.held is not None


def secrets() -> Secrets:
    """The secrets. Raises Locked."""
    if _vault.held is None:
        raise Locked
    return _vault.held


def forget() -> None:
    """Let go of the secrets. What ends them for certain is the end of the process (`locking`)."""
    _vault.held = None


def _write_new(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    _flush_folder(path.parent)


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
