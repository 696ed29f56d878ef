"""Sealed bodies and wrapped keys: AES-256-GCM with a fresh random nonce each time."""

import os
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12


class CannotOpen(Exception):
    """The key is another one, or what was sealed has been altered."""


@lru_cache(maxsize=64)
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(key)


def new_key() -> bytes:
    """A fresh random 256-bit key."""
    return os.urandom(KEY_BYTES)


def seal(key: bytes, plain: bytes, *, about: bytes) -> tuple[bytes, bytes]:
    """Seal `plain`; whoever opens it must name the same `about`. Gives nonce and ciphertext."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce, _cipher(key).encrypt(nonce, plain, about)


def open_sealed(key: bytes, nonce: bytes, ciphertext: bytes, *, about: bytes) -> bytes:
    """What was sealed. Raises CannotOpen."""
    try:
        return _cipher(key).decrypt(nonce, ciphertext, about)
    except (InvalidTag, ValueError) as refused:
        raise CannotOpen from refused


def wrap(kek: bytes, key: bytes, *, about: bytes) -> bytes:
    """`key` sealed under the key-encrypting key `kek`, nonce and all, as one string of bytes."""
    return b"".join(seal(kek, key, about=about))


def unwrap(kek: bytes, wrapped: bytes, *, about: bytes) -> bytes:
    """The key that was wrapped. Raises CannotOpen."""
    return open_sealed(kek, wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], about=about)
