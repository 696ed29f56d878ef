"""What the seeding process tells the measuring one."""

from typing import NamedTuple

PASSWORD = "a bench is not a secret"
SECOND_STEP = b"the app of the bench"  # what its staff scanned


class Seeded(NamedTuple):
    """What the requests are made of."""

    site: str
    cases: list[str]
    entries: int
    rebuild_s: float
