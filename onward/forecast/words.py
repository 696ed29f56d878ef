"""A forecast in words, in English: never surer than the numbers are."""

import math


def explained(least: float, most: float, share: float = 0.9) -> str:
    """One sentence for bounds in days (least at least 0; most inf where the data give none) that hold for `share`.

    Raises ValueError for bounds that are no bounds.
    """
    if not 0 <= least <= most or math.isinf(least):
        raise ValueError("Bounds must be days, at least 0, in rising order.")
    if math.isinf(most):
        return f"at least {_days(math.floor(least))}; no honest upper bound yet"
    return f"between {math.floor(least)} and {_days(math.ceil(most))}, {round(share * 10)} times out of 10"


def _days(count: int) -> str:
    return f"{count} day" if count == 1 else f"{count} days"
