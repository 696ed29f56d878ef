"""Ed25519 signatures over heads: who wrote the journal up to here."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


def public_key(signing_key: bytes) -> bytes:
    """The 32 public bytes that belong to the 32 secret bytes of `signing_key`."""
    return Ed25519PrivateKey.from_private_bytes(signing_key).public_key().public_bytes_raw()


def sign(signing_key: bytes, message: bytes) -> bytes:
    """The 64-byte signature of `message`."""
    return Ed25519PrivateKey.from_private_bytes(signing_key).sign(message)


def verify(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether `signature` over `message` was made with the key that belongs to `public`."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
