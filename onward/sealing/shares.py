"""The other half of a lock that takes two: 160 random bits, in a file on a stick and on a sheet of paper."""

import hashlib
import os
import re
from base64 import b32decode, b32encode

BYTES = 20
HEAD = "onward-share-1"
GROUPS = re.compile(r"[A-Z2-7]{32}")


class NoShare(Exception):
    """What was given is not the file of a stick, nor the line of its sheet."""

    def __init__(self) -> None:
        super().__init__("That is not the file of the stick, nor the line of its sheet.")


def new_share() -> bytes:
    """A fresh one."""
    return os.urandom(BYTES)


def line_of(share: bytes) -> str:
    """As it is written down: eight groups of four signs."""
    signs = b32encode(share).decode()
    return "-".join(signs[at : at + 4] for at in range(0, len(signs), 4))


def text_of(share: bytes) -> str:
    """As it stands in the file."""
    return f"{HEAD}\n{line_of(share)}\n"


def share_from(text: str) -> bytes:
    """The share in a file, or in a line that was typed: case, spaces and hyphens do not matter. Raises NoShare."""
    signs = re.sub(r"[\s-]", "", text.strip().removeprefix(HEAD)).upper().replace("0", "O").replace("1", "I")
    if not GROUPS.fullmatch(signs):
        raise NoShare
    return b32decode(signs)


def mark_of(share: bytes) -> str:
    """A few signs by which a share is known without telling it."""
    return hashlib.sha256(b"onward share mark" + share).hexdigest()[:8]
