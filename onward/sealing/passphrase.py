"""The passphrase and what it opens: a lock holds one random secret, wrapped by argon2id (64 MiB)."""

import json
import os
import unicodedata
from typing import NewType

from argon2.low_level import Type, hash_secret_raw

from onward.sealing.boxes import CannotOpen, new_key, unwrap, wrap

Lock = NewType("Lock", bytes)
"""What stands in the lock file: the parameters, the salt and the wrapped secret. Worth nothing without the words."""

FORMAT = "onward-lock-1"
MEMORY_KIB = 64 * 1024
PASSES = 3
LANES = 4


class WrongPassphrase(Exception):
    """The passphrase does not open this lock."""

    def __init__(self) -> None:
        super().__init__("That passphrase does not open this programme.")


def _stretch(passphrase: str, salt: bytes, *, memory: int, passes: int, lanes: int) -> bytes:
    # The same words typed on another keyboard may arrive as other code points: NFKC makes them one.
    words = unicodedata.normalize("NFKC", passphrase).encode()
    return hash_secret_raw(
        words, salt, time_cost=passes, memory_cost=memory, parallelism=lanes, hash_len=32, type=Type.ID
    )


def _close(secret: bytes, passphrase: str) -> Lock:
    salt = os.urandom(16)
    kek = _stretch(passphrase, salt, memory=MEMORY_KIB, passes=PASSES, lanes=LANES)
    face = {
        "format": FORMAT,
        "memory": MEMORY_KIB,
        "passes": PASSES,
        "lanes": LANES,
        "salt": salt.hex(),
        "wrapped": wrap(kek, secret, about=FORMAT.encode()).hex(),
    }
    return Lock(json.dumps(face, indent=1).encode() + b"\n")


def make_lock(passphrase: str) -> Lock:
    """A new lock around a new random secret."""
    return _close(new_key(), passphrase)


def open_lock(lock: bytes, passphrase: str) -> bytes:
    """The 32 secret bytes. Raises WrongPassphrase; ValueError when this is no lock."""
    try:
        face = json.loads(lock)
        if face["format"] != FORMAT:
            raise ValueError("This lock file is of a kind that this version does not know.")
        salt, wrapped = bytes.fromhex(face["salt"]), bytes.fromhex(face["wrapped"])
        memory, passes, lanes = int(face["memory"]), int(face["passes"]), int(face["lanes"])
    except (KeyError, TypeError, UnicodeDecodeError, json.JSONDecodeError) as broken:
        raise ValueError("The lock file is damaged: put it back from a backup.") from broken
    kek = _stretch(passphrase, salt, memory=memory, passes=passes, lanes=lanes)
    try:
        return unwrap(kek, wrapped, about=FORMAT.encode())
    except CannotOpen:
        raise WrongPassphrase from None


def change_lock(lock: bytes, old: str, new: str) -> Lock:
    """A lock around the same secret that only `new` opens. Nothing that was sealed needs sealing again."""
    return _close(open_lock(lock, old), new)
