"""Residents with days that nobody can explain, now or in the past."""

from typing import NamedTuple

from onward.access.rules import Actor
from onward.cases.queries import case_names
from onward.waiting.queries.ledger import Reached, Unexplained, catch_up, unexplained_cases

SIZE = 25
PATIENCE = 1.5
"""Seconds that the page follows the journal before it says how far it is."""


class Row(NamedTuple):
    """One resident, and their unexplained days."""

    name: str
    of: Unexplained


class Page(NamedTuple):
    """A page of them; `after` is where the next one begins, empty at the end."""

    rows: list[Row]
    after: str
    reached: Reached


def unexplained_for(actor: Actor, *, after: str = "") -> Page:
    """Residents in the actor's reach with unexplained days, the most of them first."""
    reached = catch_up(seconds=PATIENCE)
    found = unexplained_cases(actor, after=after, size=SIZE + 1)
    names = case_names(one.case for one in found)
    rows = [Row(names.get(one.case, ""), one) for one in found[:SIZE]]
    return Page(rows, found[SIZE - 1].after if len(found) > SIZE else "", reached)
