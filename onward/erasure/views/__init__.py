"""The pages of keeping and erasing: all files, one file, and one short page for each act."""

from onward.erasure.views.acts import (
    ask_erasure,
    confirm_erasure,
    hold_file,
    keep_longer,
    release_file,
    stop_erasure,
)
from onward.erasure.views.lists import see_erasures, see_keeping

__all__ = [
    "ask_erasure",
    "confirm_erasure",
    "hold_file",
    "keep_longer",
    "release_file",
    "see_erasures",
    "see_keeping",
    "stop_erasure",
]
