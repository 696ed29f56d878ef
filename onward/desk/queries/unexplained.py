"""Residents whose days nobody explains at present."""

from typing import NamedTuple

from onward.access.rules import Actor
from onward.waiting.queries import Owed, account_for, matters_for

SIZE = 25
KINDS = ("step", "transfer", "block")


class Row(NamedTuple):
    """One resident: what nobody holds, and how many days of the stay are unexplained."""

    owed: Owed
    days: int
    unexplained: int


class Page(NamedTuple):
    """A page of them; `after` is where the next one begins, empty at the end."""

    rows: list[Row]
    after: str


def unexplained_for(actor: Actor, *, after: str = "") -> Page:
    """Residents in the actor's reach for whom nobody is named now, the one due first on top, with their account."""
    found = matters_for(actor, nobodys=True, kinds=KINDS, after=after, size=SIZE + 1)
    rows = []
    for owed in found[:SIZE]:
        account = account_for(actor, owed.case)
        rows.append(Row(owed, account.days, account.unexplained))
    return Page(rows, found[SIZE - 1].after if len(found) > SIZE else "")
