"""The signed head: how far this node's journal reaches, kept outside the database.

Two alternating slots are written in place and flushed after each commit, before the answer. A database that is ahead
of its head is a crash between the two; one that is behind it was cut, or an old copy was put back.
"""

from onward.journal.head.file import SLOT_BYTES, Head, file_of, opened, path, read, signed, start_anew
from onward.journal.head.following import (
    SOUND,
    HeadRefused,
    Standing,
    check_agreement,
    follow,
    forget,
    standing,
    trusted,
)

__all__ = [
    "SLOT_BYTES",
    "SOUND",
    "Head",
    "HeadRefused",
    "Standing",
    "check_agreement",
    "file_of",
    "follow",
    "forget",
    "opened",
    "path",
    "read",
    "signed",
    "standing",
    "start_anew",
    "trusted",
]
