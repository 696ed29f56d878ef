"""Which node this is. A node is named by the key that signs its heads, so nobody else can write in its name."""

import hashlib
from functools import lru_cache

from onward.sealing import public_key, vault


def public() -> bytes:
    """The public key with which anybody can check this node's heads."""
    return _public(vault.secrets().signing_key)


def this_node() -> str:
    """This node's name: 32 hexadecimal digits. Raises vault.Locked."""
    return _name(vault.secrets().signing_key)


@lru_cache(maxsize=4)
def _public(signing_key: bytes) -> bytes:
    return public_key(signing_key)


@lru_cache(maxsize=4)
def _name(signing_key: bytes) -> str:
    return hashlib.sha256(public_key(signing_key)).hexdigest()[:32]
