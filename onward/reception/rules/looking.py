"""Looking first: as long for whoever is here as for whoever is not."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

LONGEST_LOOKED_FOR = 200
STEP_S = 0.1
"""A look takes as many of these as it needs, and ends with one: many times what a search takes, whomever it is for."""


@contextmanager
def equally_long() -> Iterator[None]:
    """Let what is done within take a whole number of steps, so that its time tells nothing of what was found."""
    begun = time.monotonic()
    try:
        yield
    finally:
        time.sleep(STEP_S - (time.monotonic() - begun) % STEP_S)
