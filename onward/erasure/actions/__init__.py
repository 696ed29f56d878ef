"""Asking for an erasure, agreeing to it, stopping it; how long a file is kept; and the act, which the machine does."""

from onward.erasure.actions.asking import (
    ask_erasure,
    ask_own_erasure,
    confirm_erasure,
    stop_erasure,
    take_back_erasure,
)
from onward.erasure.actions.doing import begin_erasure, finish_erasure
from onward.erasure.actions.keeping import hold_file, keep_longer, note_ends, release_file

__all__ = [
    "ask_erasure",
    "ask_own_erasure",
    "begin_erasure",
    "confirm_erasure",
    "finish_erasure",
    "hold_file",
    "keep_longer",
    "note_ends",
    "release_file",
    "stop_erasure",
    "take_back_erasure",
]
