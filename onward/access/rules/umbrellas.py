"""Which organisations answer to the same one: such cannot check each other."""

from collections.abc import Mapping


def line_of(organisation: str, above: Mapping[str, str]) -> tuple[str, ...]:
    """The organisation and those that it answers to, upwards."""
    line: list[str] = []
    while organisation in above and organisation not in line:
        line.append(organisation)
        organisation = above[organisation]
    return tuple(line)


def kin_among(organisation: str, above: Mapping[str, str]) -> frozenset[str]:
    """The organisation, and all that answer at some height to the same as it does."""
    own = set(line_of(organisation, above))
    return frozenset({organisation, *(one for one in above if not own.isdisjoint(line_of(one, above)))})
