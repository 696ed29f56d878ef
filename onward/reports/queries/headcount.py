"""The headline counts, told so that they expose nobody."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

import msgspec
from django.utils.translation import gettext as _

from onward.access.rules import Actor
from onward.cases.queries import counts_for, reader_of_many
from onward.homecoming.rules.endings import ENDINGS
from onward.kit.dates import today
from onward.places.queries import sites_for
from onward.reports.queries.kept import kept
from onward.reports.rules.telling import Number, told
from onward.waiting.queries import Part, stage_words

LENGTHS = (30, 90, 180, 365)
FOLDED = 3
"""From so many lines of "fewer than 5" on they are one line, that says so of all."""


class Line(msgspec.Struct, frozen=True):
    """A line of a table: its words, its number, and its bar: of the number as it is told, no more exact."""

    words: str
    number: Number
    parts: tuple[Part, ...]


class Table(msgspec.Struct, frozen=True):
    """A table of numbers; empty where it would give a small number away. `few`: what has fewer than five each."""

    title: str
    lines: tuple[Line, ...]
    few: tuple[str, ...] = ()


class Headcount(msgspec.Struct, frozen=True, kw_only=True):
    """The page: those who are here, by site, stage and length of stay; those whose stay has ended, by how."""

    here: Number
    tables: tuple[Table, ...]
    ended: Number
    outcomes: Table


def headcount_for(actor: Actor) -> tuple[Headcount, datetime | None]:
    """The page, and when it was counted, if that was not just now."""
    return kept(actor, "headcount", lambda: count_anew(actor))


def count_anew(actor: Actor) -> Headcount:
    """How many residents there are in the actor's reach; never by two things at once, never by nationality."""
    counts = counts_for(actor)
    sites = {site.id: site.name for site in sites_for(actor)}
    stages, lengths, outcomes = stage_words(reader_of_many(actor)), _length_words(), _outcome_words()
    here = told(
        [
            _over(sites, counts.sites),
            _over(stages, counts.stages),
            _over(lengths, _by_length(counts.arrivals)),
        ]
    )
    ended = told([_over(outcomes, counts.outcomes)])
    titles = (_("By site"), _("By stage of the way"), _("By days here so far"))
    words = (sites, stages, lengths)
    return Headcount(
        here=here.total,
        tables=tuple(_table(*each) for each in zip(titles, words, here.tables, strict=True)),
        ended=ended.total,
        outcomes=_table(_("By how the stay ended"), outcomes, ended.tables[0]),
    )


def _over(words: Mapping[str, str], counts: Mapping[str, int]) -> dict[str, int]:
    """Every key that there may be, those without anybody too; what is of no known key counts as another."""
    known = {key: counts.get(key, 0) for key in words}
    other = sum(counts.values()) - sum(known.values())
    return {**known, "": known.get("", 0) + other} if other or "" in known else known


def _by_length(arrivals: Mapping[date, int]) -> dict[str, int]:
    found = dict.fromkeys(_length_words(), 0)
    for day, many in arrivals.items():
        here = max(0, (today() - day).days)
        found[str(next((most for most in LENGTHS if here <= most), "more"))] += many
    return found


def _length_words() -> dict[str, str]:
    words, least = {}, 0
    for most in LENGTHS:
        words[str(most)] = _("%(least)d to %(most)d days") % {"least": least, "most": most}
        least = most + 1
    return {**words, "more": _("More than %(most)d days") % {"most": LENGTHS[-1]}}


def _outcome_words() -> dict[str, str]:
    return {**{code: str(words) for code, words in ENDINGS.items()}, "": _("Another end")}


def _table(title: str, words: Mapping[str, str], cells: Iterable[Number]) -> Table:
    cells = tuple(cells)
    longest = max((cell.about or 0 for cell in cells), default=0) or 1
    other = _("Other")
    lines = [Line(words.get(cell.key, other), cell, _bar(cell.about or 0, longest)) for cell in cells]
    few = tuple(line.words for line in lines if line.number.about is None)
    if len(few) < FOLDED:
        return Table(title, tuple(lines))
    return Table(title, tuple(line for line in lines if line.number.about is not None), few)


def _bar(about: int, longest: int) -> tuple[Part, ...]:
    return Part(about, "tone-1"), Part(longest - about, "rest")
