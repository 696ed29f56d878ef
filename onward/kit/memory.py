"""Memory that a long count has used goes back to the machine."""

import ctypes
from collections.abc import Callable
from functools import cache


def give_back() -> None:
    """Return what is free in this process: the allocator would keep it for the next count. Takes some milliseconds."""
    if (trim := _trim()) is not None:
        trim(0)


@cache
def _trim() -> Callable[[int], int] | None:
    """The C library's own; None where it has none (musl, macOS)."""
    return getattr(ctypes.CDLL(None), "malloc_trim", None)
