"""The passphrase and what it opens: a lock holds one random secret, wrapped by argon2id (64 MiB).

A lock may take two: the passphrase, and a share that somebody else keeps (`shares`). Neither alone tells anything.
"""

import hmac
import json
import os
import unicodedata
from typing import NewType

from argon2.low_level import Type, hash_secret_raw

from onward.sealing.boxes import CannotOpen, new_key, unwrap, wrap

Lock = NewType("Lock", bytes)
"""What stands in the lock file: the parameters, the salt and the wrapped secret. Worth nothing without the words."""

FORMAT = "onward-lock-1"
OF_TWO = "onward-lock-2"
MEMORY_KIB = 64 * 1024
PASSES = 3
LANES = 4


class WrongPassphrase(Exception):
    """The passphrase does not open this lock; where it takes two, the two together do not."""

    def __init__(self, *, two: bool = False) -> None:
        together = "The passphrase and the file of the stick do not open this programme together."
        super().__init__(together if two else "That passphrase does not open this programme.")


def _stretch(passphrase: str, salt: bytes, *, memory: int, passes: int, lanes: int) -> bytes:
    # The same words typed on another keyboard may arrive as other code points: NFKC makes them one.
    words = unicodedata.normalize("NFKC", passphrase).encode()
    return hash_secret_raw(
        words, salt, time_cost=passes, memory_cost=memory, parallelism=lanes, hash_len=32, type=Type.ID
    )


def _with(share: bytes, stretched: bytes) -> bytes:
    return hmac.digest(share, b"onward lock of two" + stretched, "sha256") if share else stretched


def _close(secret: bytes, passphrase: str, share: bytes) -> Lock:
    salt = os.urandom(16)
    kek = _with(share, _stretch(passphrase, salt, memory=MEMORY_KIB, passes=PASSES, lanes=LANES))
    format_ = OF_TWO if share else FORMAT
    face = {
        "format": format_,
        "memory": MEMORY_KIB,
        "passes": PASSES,
        "lanes": LANES,
        "salt": salt.hex(),
        "wrapped": wrap(kek, secret, about=format_.encode()).hex(),
    }
    return Lock(json.dumps(face, indent=1).encode() + b"\n")


def make_lock(passphrase: str, share: bytes = b"") -> Lock:
    """A new lock around a new random secret; with a `share`, one that takes two."""
    return _close(new_key(), passphrase, share)


def takes_two(lock: bytes) -> bool:
    """Whether a lock asks for a share besides the passphrase."""
    try:
        return bool(json.loads(lock)["format"] == OF_TWO)
    except (KeyError, TypeError, ValueError):
        return False


def open_lock(lock: bytes, passphrase: str, share: bytes = b"") -> bytes:
    """The 32 secret bytes. Raises WrongPassphrase; ValueError when this is no lock."""
    try:
        face = json.loads(lock)
        if face["format"] not in (FORMAT, OF_TWO):
            raise ValueError("This lock file is of a kind that this version does not know.")
        salt, wrapped = bytes.fromhex(face["salt"]), bytes.fromhex(face["wrapped"])
        memory, passes, lanes = int(face["memory"]), int(face["passes"]), int(face["lanes"])
    except (KeyError, TypeError, UnicodeDecodeError, json.JSONDecodeError) as broken:
        raise ValueError("The lock file is damaged: put it back from a backup.") from broken
    two = face["format"] == OF_TWO
    if two and not share:
        raise WrongPassphrase(two=True)
    kek = _with(share if two else b"", _stretch(passphrase, salt, memory=memory, passes=passes, lanes=lanes))
    try:
        return unwrap(kek, wrapped, about=face["format"].encode())
    except CannotOpen:
        raise WrongPassphrase(two=two) from None


def change_lock(lock: bytes, old: str, new: str, *, share: bytes = b"", new_share: bytes | None = None) -> Lock:
    """A lock around the same secret that only `new` opens. Nothing that was sealed needs sealing again.

    It takes two where the old one did; with a `new_share`, that one, or none from now on where it is empty.
    """
    kept = (share if takes_two(lock) else b"") if new_share is None else new_share
    return _close(open_lock(lock, old, share), new, kept)
