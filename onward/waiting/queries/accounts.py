"""Whose each day of a stay was."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from msgspec.structs import replace

from onward.access.rules import Actor, Reader
from onward.access.rules.grants import CUSTODY
from onward.cases.events import Holder
from onward.cases.queries import case_for, reader_of
from onward.journal.clock import as_of
from onward.journal.reading import history
from onward.kit.dates import today
from onward.pathway import Pathway
from onward.waiting.queries.hands import body_words
from onward.waiting.queries.ledger.words import step_words
from onward.waiting.queries.titles import office_words, reason_words, title_of
from onward.waiting.queries.ways import State, way_state
from onward.waiting.rules import Account, Row, account

if TYPE_CHECKING:
    from onward.cases.models import Case

DRAWN = ("", " striped", " dotted")
HERE = tuple(f"tone-{tone}{drawn}" for drawn in DRAWN for tone in (1, 2, 4, 6))
OUTSIDE = tuple(f"tone-{tone}{drawn}" for drawn in DRAWN for tone in (3, 5))
NOBODY = "nobody"
ONE = timedelta(days=1)


class Part(msgspec.Struct, frozen=True):
    """A stretch of the bar."""

    length: int
    tone: str


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the legend: so many days, for what, whose; `late` of them explained only later."""

    days: int
    title: str
    holder: str
    reason: str
    tone: str
    late: int


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the account in words: its first and last day, the step, who held it, why."""

    first: date
    last: date
    days: int
    title: str
    holder: str
    reason: str
    nobody: bool


class Days(msgspec.Struct, frozen=True, kw_only=True):
    """The account of days, ready to be drawn."""

    start: date
    end: date
    ended: bool
    days: int
    unexplained: int
    late: int
    parts: tuple[Part, ...]
    shares: tuple[Share, ...]
    about: str
    lines: tuple["Line", ...] = ()


def account_for(actor: Actor, case: "Case | str", *, until: date | None = None, known: int | None = None) -> Account:
    """The account of a stay up to `until` (today), as it stands or as it stood at `known` on the journal's clock."""
    file = case_for(actor, case) if isinstance(case, str) else case
    until = until or today()
    return account(history(file.id, known=known), until=until) or Account(start=until, end=until)


def days_for(
    actor: Actor,
    case: "Case | str",
    *,
    until: date | None = None,
    known: int | None = None,
    state: State | None = None,
    reader: Reader | None = None,
) -> Days:
    """The account of a stay as `waiting/days.html` draws it.

    `state` and `reader` are what `way_state` and `reader_of` gave, if they were asked already.
    """
    file = case_for(actor, case) if isinstance(case, str) else case
    way, _facts = state or way_state(file.id)
    reader = reader or reader_of(actor, file)
    of = _veiled(reader, account_for(actor, file, until=until, known=known))
    return _drawn(reader, of, way, ended=file.ended_on is not None)


def _veiled(reader: Reader, of: Account) -> Account:
    """The account with no body outside named to those who may not know which was asked."""
    if reader.names:
        return of
    return replace(of, rows=tuple(_outside(reader, row) if row.holder.kind == "body" else row for row in of.rows))


def _outside(reader: Reader, row: Row) -> Row:
    holder = replace(row.owner.holder, name=body_words(row.holder.name, reader))
    return replace(row, owner=replace(row.owner, holder=holder))


def stood_for(actor: Actor, case: "Case", day: date) -> Days:
    """The account as it stood at the end of a past day, row by row too; that day counts, since it was over."""
    way, _facts = way_state(case.id)
    until = min(day + ONE, today())
    reader = reader_of(actor, case)
    of = _veiled(reader, account_for(actor, case, until=until, known=as_of(day)))
    lines = tuple(_line(reader, row, way) for row in of.rows)
    return replace(_drawn(reader, of, way, ended=of.end < until or day < today()), lines=lines)


def _line(reader: Reader, row: Row, way: Pathway) -> Line:
    share = _share(reader, [row], "", way)
    office = office_words(row.holder.office)
    return Line(
        first=row.start,
        last=row.end - ONE,
        days=row.days,
        title=step_words(reader, row.step) if row.unexplained else share.title,
        holder=share.holder + _(": ") + office if row.unexplained and office else share.holder,
        reason=share.reason,
        nobody=row.unexplained,
    )


def _drawn(reader: Reader, of: Account, way: Pathway, *, ended: bool) -> Days:
    tones: dict[tuple[str, str, str], str] = {}
    shares: dict[tuple[str, str, str], list[Row]] = {}
    for row in of.rows:
        key = _key(row)
        if key not in tones:
            tones[key] = _tone(row, tones.values())
        shares.setdefault(key, []).append(row)
    told = tuple(_share(reader, rows, tones[key], way) for key, rows in shares.items())
    return Days(
        start=of.start,
        end=of.end,
        ended=ended,
        days=of.days,
        unexplained=of.unexplained,
        late=of.late,
        parts=_parts((row.days, tones[_key(row)]) for row in of.rows),
        shares=told,
        about="; ".join(f"{share.days} {share.title}, {share.holder}" for share in told),
    )


def _key(row: Row) -> tuple[str, str, str]:
    if row.unexplained:
        return ("", "", "")
    return (row.kind, row.what, row.held_by)


def _tone(row: Row, used: Iterable[str]) -> str:
    """Greens and blues for those here, ambers for bodies outside, each hand the next one of its kind; where the
    colours are used up they come again striped, then dotted, so that no two shares look the same."""
    if row.unexplained:
        return NOBODY
    tones = OUTSIDE if row.holder.kind == "body" else HERE
    return tones[len([tone for tone in used if tone in tones]) % len(tones)]


def _parts(rows: Iterable[tuple[int, str]]) -> tuple[Part, ...]:
    """The stretches of the bar; neighbours of one tone are one stretch."""
    return tuple(Part(sum(days for days, _tone in run), tone) for tone, run in groupby(rows, key=lambda row: row[1]))


def _share(reader: Reader, rows: list[Row], tone: str, way: Pathway) -> Share:
    row = rows[-1]
    days = sum(each.days for each in rows)
    if row.unexplained:
        title, holder = ngettext("unexplained", "unexplained", days), _("nobody")
    else:
        title, holder = title_of(reader, row, way), _holder(row.holder, own=reader.is_resident)
    return Share(
        days=days,
        title=title,
        holder=holder,
        reason="" if row.unexplained else reason_words(row.reason),
        tone=tone,
        late=sum(each.days for each in rows if each.late),
    )


def _holder(holder: Holder, *, own: bool) -> str:
    """Whose it was; in the account of a resident (`own`) whoever decides on leaving goes by their office."""
    if holder.kind == "resident":
        return _("the resident")
    return office_words(holder.office) if own and holder.office == CUSTODY else holder.name
