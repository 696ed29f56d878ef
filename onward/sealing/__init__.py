"""Sealing: keys, sealed bodies, the passphrase's lock, signatures. An engine: no Django, usable alone."""

from onward.sealing.boxes import CannotOpen, new_key, open_sealed, seal, unwrap, wrap
from onward.sealing.passphrase import Lock, WrongPassphrase, change_lock, make_lock, open_lock
from onward.sealing.signatures import public_key, sign, verify

__all__ = [
    "CannotOpen",
    "Lock",
    "WrongPassphrase",
    "change_lock",
    "make_lock",
    "new_key",
    "open_lock",
    "open_sealed",
    "public_key",
    "seal",
    "sign",
    "unwrap",
    "verify",
    "wrap",
]
