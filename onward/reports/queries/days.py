"""Whose the days were: the account of days of many residents, by step, by holder, by site."""

from collections.abc import Iterable
from datetime import date, datetime

import msgspec
from django.utils.translation import gettext as _

from onward.access.rules import Actor, Reader
from onward.cases.queries import reader_of_many
from onward.places.queries import names_of
from onward.reports.queries.kept import kept
from onward.waiting.queries import Part
from onward.waiting.queries.ledger import Reached, Read, catch_up, holder_words, step_words, sums_as_known, sums_for
from onward.waiting.rules.account import BY, By, Sum

PATIENCE = 1.5
"""Seconds that a page follows the journal before it says how far it is; the nightly run does the rest."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line: its words, its days, of how many people, how many nobody held; and its bar."""

    words: str
    days: int
    people: int
    unexplained: int
    late: int
    parts: tuple[Part, ...]


class Table(msgspec.Struct, frozen=True):
    """The same days once more, split by one thing."""

    title: str
    of: str
    lines: tuple[Line, ...]


class Days(msgspec.Struct, frozen=True, kw_only=True):
    """The page. `reached`: how far the ledger is."""

    tables: tuple[Table, ...]
    days: int
    unexplained: int
    late: int
    reached: Reached


def days_of_many(
    actor: Actor, *, site: str, since: date, until: date, known: date | None
) -> tuple[Days | Read, datetime | None]:
    """The page, and when it was counted, if that was not just now."""
    asked = ("days", site, since, until, known)
    return kept(actor, asked, lambda: _counted(actor, site, since, until, known), whole=_is_whole)


def _is_whole(page: Days | Read) -> bool:
    return isinstance(page, Days) and page.reached.whole


def _counted(actor: Actor, site: str, since: date, until: date, known: date | None) -> Days | Read:
    """The days at one site in the actor's reach, or at all, in a period; as they stand, or stood on a past day.

    Many residents are read anew over several requests: until the last of them it says how far that is.
    """
    reached = catch_up(seconds=PATIENCE)  # it also tells who was ever there
    if known is not None:
        told = sums_as_known(actor, site=site, since=since, until=until, known=known, seconds=PATIENCE)
        if isinstance(told, Read):
            return told
        sums = told
    else:
        sums = {by: sums_for(actor, by, site=site, since=since, until=until) for by in BY}
    reader = reader_of_many(actor)
    return Days(
        tables=tuple(_table(reader, by, lines) for by, lines in sums.items() if by != "site" or not site),
        days=sum(line.days for line in sums["step"]),
        unexplained=sum(line.unexplained for line in sums["step"]),
        late=sum(line.late for line in sums["step"]),
        reached=reached,
    )


def _table(reader: Reader, by: By, sums: list[Sum]) -> Table:
    titles: dict[By, tuple[str, str]] = {
        "step": (_("By step of the way"), _("Step")),
        "holder": (_("By who held them"), _("Holder")),
        "site": (_("By site"), _("Site")),
    }
    words, longest = _words(reader, by, sums), max((one.days for one in sums), default=0) or 1
    lines = (
        Line(
            words=words[one.key, one.office],
            days=one.days,
            people=one.people,
            unexplained=one.unexplained,
            late=one.late,
            parts=(
                Part(one.days - one.unexplained, "tone-1"),
                Part(one.unexplained, "nobody"),
                Part(longest - one.days, "rest"),
            ),
        )
        for one in sums
    )
    return Table(*titles[by], tuple(lines))


def _words(reader: Reader, by: By, sums: Iterable[Sum]) -> dict[tuple[str, str], str]:
    if by == "holder":
        return holder_words(reader, sums)
    if by == "step":
        return {(one.key, one.office): step_words(reader, one.key) for one in sums}
    names = names_of(one.key for one in sums)
    return {(one.key, one.office): names.get(one.key, _("no site")) for one in sums}
