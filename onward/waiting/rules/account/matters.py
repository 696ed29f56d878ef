"""The matters of a case over time, from what stands in its journal."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from onward.cases.events import CaseEvent, CaseOpenedEvent, Holder, Holds, Opens
from onward.journal.entries import Entry

RECORD = "record"


class When(NamedTuple):
    """Where something stands in time: its day (a vague one's earliest), its moment, then the order of reading."""

    day: date
    moment: datetime
    order: int


MIN = When(date.min, datetime.min.replace(tzinfo=UTC), -1)


class Dated(NamedTuple):
    """An event of a case at its place in time."""

    when: When
    entry: str
    event: CaseEvent


class Matter:
    """One matter: since when it was open, until when, and in whose hands it was on each day."""

    __slots__ = ("closed", "entry", "holds", "opens", "since", "when")

    def __init__(self, opens: Opens, when: When, entry: str) -> None:
        self.opens = opens
        self.when = when
        self.since = when.day
        self.entry = entry
        self.closed = date.max
        self.holds: list[tuple[When, Holds]] = []

    @property
    def place(self) -> tuple[date, str, str]:
        """Which of several is the older."""
        return (self.since, self.entry, self.opens.id)

    def close(self, day: date) -> None:
        """Close it; what is closed stays closed, whatever is said of it later."""
        self.closed = min(self.closed, day)

    def held(self, day: date) -> tuple[Holder, str]:
        """In whose hands it was at the last instant of a day, and why."""
        holder, reason = self.opens.holder, self.opens.reason
        for when, holds in self.holds:
            if when.day > day:
                break
            office = holds.holder.office or holder.office
            holder, reason = holds.holder, holds.reason or reason
            if office != holder.office:
                holder = Holder(kind=holder.kind, id=holder.id, name=holder.name, office=office)
        return holder, reason


class Course(NamedTuple):
    """What stands of one stay: when it began, when and how it ended (if it did), its matters in order of age, where."""

    start: date
    end: date | None
    matters: list[Matter]
    sites: list[tuple[When, str]]
    how: str = ""

    def site(self, day: date) -> str:
        """The site at the last instant of a day."""
        there = ""
        for when, site in self.sites:
            if when.day > day:
                break
            there = site
        return there


def courses(standing: Iterable[Entry]) -> list[Course]:
    """The stays of a case, one after the other; none when nothing was said of it.

    Whoever is here again begins a new stay (1): what was owed in the one before is not owed in it.
    """
    said = [
        Dated(When(entry.day, entry.happened_at, order), entry.id, entry.event)
        for order, entry in enumerate(standing)
        if isinstance(entry.event, CaseEvent)
    ]
    if not said:
        return []
    matters: dict[str, Matter] = {}
    for one in said:
        for opens in one.event.opens:
            matters.setdefault(opens.id, Matter(opens, one.when, one.entry))
    for one in said:
        _follow(one, matters)
    _leave_old_ways(said, matters.values())
    for matter in matters.values():
        matter.holds.sort(key=lambda held: held[0])
    ordered, sites = sorted(matters.values(), key=lambda matter: matter.place), sites_of(said)
    first = min([one.when for one in said if isinstance(one.event, CaseOpenedEvent)] or [one.when for one in said])
    again = sorted(one.when for one in said if one.event.facts.get("ended") == "" and one.when > first)
    turns = [(MIN, first), *((when, when) for when in again)]
    return [
        _stay(begin, since, until, said, ordered, sites)
        for (since, begin), until in zip(turns, [*again, None], strict=True)
    ]


def _stay(
    begin: When,
    since: When,
    until: When | None,
    said: Iterable[Dated],
    matters: Iterable[Matter],
    sites: list[tuple[When, str]],
) -> Course:
    """One stay: of what was said from `since` to before `until`, when the next one begins."""
    ends = [
        (one.when, how)
        for one in said
        if (how := one.event.facts.get("ended")) and since < one.when and (until is None or one.when < until)
    ]
    ended, how = min(ends, default=(until, ""))
    mine = [matter for matter in matters if since <= matter.when and (until is None or matter.when < until)]
    return Course(begin.day, ended.day if ended else None, mine, sites, how)


def sites_of(said: Iterable[Dated]) -> list[tuple[When, str]]:
    """Where the events of a case put the person, by when."""
    found = []
    for one in said:
        if isinstance(one.event, CaseOpenedEvent):
            found.append((one.when, one.event.site))
        if one.event.moves is not None and one.event.moves.site is not None:
            found.append((one.when, one.event.moves.site))
    return sorted(found, key=lambda each: each[0])


def _follow(one: Dated, matters: dict[str, Matter]) -> None:
    for closes in one.event.closes:
        if closes.id in matters:
            matters[closes.id].close(one.when.day)
    for holds in one.event.holds:
        if holds.id in matters:
            matters[holds.id].holds.append((one.when, holds))


def _leave_old_ways(said: Sequence[Dated], matters: Iterable[Matter]) -> None:
    """A change of pathway closes the steps of the old one that day (2), whether or not the entry says so.

    What was said after it is of the new one, though it may tell of an earlier hour of that day.
    """
    current = ""
    for one in sorted((one for one in said if one.event.pathway), key=lambda one: one.when):
        if current and one.event.pathway != current:
            for matter in matters:
                earlier = matter.when < one.when and matter.when.order < one.when.order
                if matter.opens.kind == "step" and earlier and matter.entry != one.entry:
                    matter.close(one.when.day)
        current = one.event.pathway
