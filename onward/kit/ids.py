"""Identifiers: UUID version 7 (RFC 9562) as 32 lower-case hexadecimal digits, made where a thing is written."""

import hashlib
import secrets
from typing import NewType

from onward.kit.dates import now

Id = NewType("Id", str)

DRAWN = bytes(2)
"""In the place of version 7's first twelve random bits. Whoever sends a form names the id of its entry: none of those
that the program will derive may be taken that way, or what the machine would say later passes for said already."""


def _assemble(milliseconds: int, random: bytes) -> Id:
    value = bytearray(milliseconds.to_bytes(6, "big") + random[:10])
    value[6] = 0x70 | value[6] & 0x0F
    value[8] = 0x80 | value[8] & 0x3F
    return Id(value.hex())


def new_id() -> Id:
    """A fresh identifier: 48 bits of time in milliseconds, the sign that it was drawn, 62 random bits."""
    return _assemble(int(now().timestamp() * 1000), DRAWN + secrets.token_bytes(8))


def derived_id(base: str, *labels: str) -> Id:
    """The identifier that `labels` always give under `base`: same time, the rest by SHA-256.

    A form sent twice carries the same base, so everything it writes gets the same identifiers both times.
    """
    digest = hashlib.sha256("\x1f".join((base, *labels)).encode()).digest()
    found = _assemble(int(base[:12], 16), digest)
    return Id(f"{found[:15]}1{found[16:]}") if is_drawn(found) else found


def is_id(text: str) -> bool:
    """Whether `text` is an identifier as this module makes them."""
    return len(text) == 32 and text[12] == "7" and text[16] in "89ab" and all(c in "0123456789abcdef" for c in text)


def is_drawn(text: str) -> bool:
    """Whether `text` is an identifier that `new_id` may have made, and `derived_id` never makes."""
    return is_id(text) and text[13:16] == "000"
