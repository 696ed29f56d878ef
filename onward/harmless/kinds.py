"""What may be sent, what comes back, and why something does not."""

from typing import Literal, NewType

Harmless = NewType("Harmless", bytes)
"""The content of a file that `clean` drew anew. Only `clean` makes one."""

Why = Literal["unreadable", "heavy", "long", "locked", "busy"]
"""Not what it begins like · asks too much · too many pages · needs a password · no room to look at it now."""

ENDINGS: dict[int, Why] = {1: "unreadable", 3: "unreadable", 4: "heavy", 5: "long", 6: "locked"}
"""What the confined process ends with -> why it refused. Any other end was not its own choice."""

MAGIC = {b"%PDF-": "pdf", b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n\x1a\n": "png"}
"""How a file begins -> what it is. Nothing else counts: neither its name nor what the browser calls it."""

MOST_BYTES = 20 * 1024 * 1024
"""The largest file that comes back."""
MOST_DOTS = 16_000_000
"""The largest picture that is kept: A4 at 400 dots an inch. A larger JPEG is read at a half, a quarter or an eighth."""
MOST_DOTS_READ = 100_000_000
MOST_PAGES = 20
MOST_MEMORY = 256 * 1024 * 1024
MOST_SECONDS = 10


class Refused(Exception):
    """This file is not kept; `why` says for which reason."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why: Why = why


def sort_of(content: bytes) -> str:
    """What a file is by its first bytes: pdf, jpg or png; nothing for anything else."""
    return next((sort for magic, sort in MAGIC.items() if content.startswith(magic)), "")
