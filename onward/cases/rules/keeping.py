"""How long a closed file is kept: plain values in."""

LOST = ("died", "disappeared", "taken")
"""How a stay has ended after which others may ask for long what became of somebody, who cannot ask for themselves."""

UNTIL_OF_AGE = {"baby": 18, "child": 13, "youth": 5, "in_doubt": 5}
"""Band of age -> the most years until they are of age."""


def years_kept(*, how: str, age: str, years: int, lost: int) -> int:
    """How many years after its closing a file is kept, by how the stay ended; a child's, from when they are of age."""
    return UNTIL_OF_AGE.get(age, 0) + (lost if how in LOST else years)
