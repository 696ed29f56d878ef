"""As it stood: sums of days from what was known at the end of a past day, computed from the journal.

Thousands of residents are read over several requests: each goes on where the last one stopped, and says how far it is.
What was read so far stays in this process's memory, and nowhere else.
"""

import time
from collections import OrderedDict
from datetime import date, timedelta
from threading import Lock

import msgspec
from msgspec.structs import replace

from onward.access.rules import Actor, Reader
from onward.cases.queries import reader_of_many
from onward.journal import clock, rows
from onward.journal.node import this_node
from onward.journal.reading import history
from onward.kit.dates import today
from onward.kit.errors import NotFound
from onward.waiting.models import EverAt
from onward.waiting.queries.titles import known_as
from onward.waiting.rules.account import BY, Account, By, Sum, accounts, summed

ONE = timedelta(days=1)
MOST_READINGS = 4
"""Questions that are being read at a time; the one that nobody has asked for longest is forgotten."""

Asked = tuple[str, date, date]


class Read(msgspec.Struct, frozen=True):
    """How far a reading is: of so many residents so many."""

    read: int
    of: int


class _Reading:
    """The residents who were ever known to be at a site, and the accounts of those whose journal is read already."""

    def __init__(self, site: str, until: date, known: date) -> None:
        # What is written while it is read is left out: all residents are told as of the same moment.
        self.cut = min(clock.as_of(known), rows.tip(this_node()).clock)
        there = EverAt.objects.filter(site=site, known__lte=self.cut).order_by("case")
        self.cases = list(there.values_list("case", flat=True))
        self.until, self.read, self.lock = until, 0, Lock()
        self.accounts: list[tuple[str, Account]] = []

    def go_on(self, seconds: float | None) -> Read:
        """Read on for so long, one resident at least."""
        begun = time.monotonic()
        while self.read < len(self.cases):
            case = self.cases[self.read]
            self.accounts += ((case, of) for of in accounts(history(case, known=self.cut), until=self.until))
            self.read += 1
            if seconds is not None and time.monotonic() - begun > seconds:
                break
        return Read(self.read, len(self.cases))


_readings: OrderedDict[Asked, _Reading] = OrderedDict()
_finding = Lock()


def sums_as_known(
    actor: Actor, *, site: str, since: date, until: date, known: date, seconds: float | None = None
) -> dict[By, list[Sum]] | Read:
    """The days at one site in the actor's reach, as they stood at the end of the day `known`, by everything.

    Days after `known` are not counted. Where `seconds` do not suffice, how far it is: ask again.
    """
    if not actor.reaches(site):
        raise NotFound(site)
    asked = site, min(until, known + ONE, today()), known
    reading = _reading(asked)
    with reading.lock:
        read = reading.go_on(seconds)
    if read.read < read.of:
        return read
    with _finding:
        _readings.pop(asked, None)
    found = reading.accounts
    if not (reader := reader_of_many(actor)).names:
        found = [(case, _veiled(reader, of)) for case, of in found]
    return {by: summed(found, by, site=site, since=since, until=until) for by in BY}


def _reading(asked: Asked) -> _Reading:
    with _finding:
        reading = _readings.pop(asked, None) or _Reading(*asked)
        _readings[asked] = reading
        while len(_readings) > MOST_READINGS:
            _readings.popitem(last=False)
    return reading


def _veiled(reader: Reader, of: Account) -> Account:
    """The account with each step as the reader may know it."""
    known = (replace(row, owner=replace(row.owner, step=known_as(reader, row.step))) for row in of.rows)
    return replace(of, rows=tuple(known))
