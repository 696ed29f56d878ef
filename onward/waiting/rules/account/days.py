"""The account of days, from what was said of a case."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

import msgspec

from onward.cases.events import CaseEvent, CaseOpenedEvent, Holder
from onward.journal import fold
from onward.journal.clock import as_of
from onward.journal.entries import Entry
from onward.waiting.rules.account.matters import RECORD, Course, Matter, courses
from onward.waiting.rules.account.shape import Account, Owner, Row, Span, is_named

GRACE = timedelta(days=7)
ONE = timedelta(days=1)
NO_STEP = Owner()


def account(said: Sequence[Entry], *, until: date) -> Account | None:
    """The account of the latest stay up to `until` (that day not counted), or to its end; None for an empty history.

    `said` is the history as it was said, in read order: it tells what stands and also when that became known.
    """
    found = accounts(said, until=until)
    return found[-1] if found else None


def accounts(said: Sequence[Entry], *, until: date) -> list[Account]:
    """The accounts of all stays of a person, each apart; the last one goes on, if any does."""
    stays = courses(fold.effective(said))
    rows = list(_with_lateness([span for stay in stays for span in spans_of(stay, until)], said, until))
    found = []
    for stay in stays:
        end = max(stay.start, _end(stay, until))
        mine = tuple(_joined(row for row in rows if stay.start <= row.start < end))
        found.append(Account(start=stay.start, end=end, rows=mine, how=stay.how if end == stay.end else ""))
    return found


def ever_at(said: Sequence[Entry]) -> dict[str, int]:
    """Every site at which the person was ever said to be, though it was corrected since -> when that was first said."""
    found: dict[str, int] = {}
    for entry in said:
        if isinstance(entry.event, CaseEvent):
            for site in (_began_at(entry.event), entry.event.moves.site if entry.event.moves else ""):
                found.setdefault(site or "", entry.recorded_at)
    found.pop("", None)
    return found


def _began_at(event: CaseEvent) -> str:
    return event.site if isinstance(event, CaseOpenedEvent) else ""


def spans_of(case: Course, until: date) -> list[Span]:
    """Whose each day was, in stretches that follow one another without a gap."""
    start, end = case.start, _end(case, until)
    if start >= end:
        return []
    turns = {start, end}
    for matter in case.matters:
        turns.update(day for day in (matter.since, matter.closed) if start < day < end)
        turns.update(when.day for when, _holds in matter.holds if start < when.day < end)
    turns.update(when.day for when, _site in case.sites if start < when.day < end)
    return [Span(first, last, _owner(case.matters, first), case.site(first)) for first, last in pairwise(sorted(turns))]


def _end(case: Course, until: date) -> date:
    return min(until, case.end) if case.end else until


def _owner(matters: Sequence[Matter], day: date) -> Owner:
    """Who held the way at the last instant of a day (2)."""
    held = [matter for matter in matters if matter.since <= day < matter.closed and _open_to_all(matter)]
    steps = [matter for matter in held if matter.opens.kind in ("step", "transfer")]
    if not steps:
        return NO_STEP
    step = min(steps, key=lambda matter: (matter.opens.rank, *matter.place))
    last = _last_in_chain(step, held)
    holder, reason = last.held(day)
    named = is_named(holder, reason)
    return Owner(
        step=step.opens.what,
        since=step.since,
        matter=last.opens.id,
        kind=last.opens.kind,
        what=last.opens.what,
        holder=holder if named else Holder(office=holder.office),
        reason=reason,
        unexplained=not named,
    )


def _open_to_all(matter: Matter) -> bool:
    """A matter in a closed compartment never owns: what it blocks does, in its own words (3)."""
    return matter.opens.compartment == RECORD


def _last_in_chain(step: Matter, held: Sequence[Matter]) -> Matter:
    """What blocks the step, what blocks that, and so on: oldest first, each once (3)."""
    seen, last = {step.opens.id}, step
    while True:
        blocking = [m for m in held if m.opens.blocks == last.opens.id and m.opens.id not in seen]
        if not blocking:
            return last
        last = min(blocking, key=lambda matter: matter.place)
        seen.add(last.opens.id)


def _with_lateness(spans: list[Span], said: Sequence[Entry], until: date) -> Iterator[Row]:
    """Mark what was known only later: seven days after such a day, the journal told another holder or none (5)."""
    cuts = _late_cuts(said)
    later = [Row(start=span.start, end=span.end, owner=span.owner, site=span.site) for span in spans]
    for cut in cuts:
        # Days before this one were more than seven days old when the entries of `cut` were recorded.
        limit = cut - GRACE
        early = [row for row in later if row.start < limit]
        later = [row for row in later if row.end > limit]
        if early and early[-1].end > limit:
            early[-1] = _part(early[-1], early[-1].start, limit)
            later[0] = _part(later[0], limit, later[0].end)
        yield from _compared(early, _known_before(said, cut, until))
    yield from later


def _late_cuts(said: Sequence[Entry]) -> list[date]:
    """The days on which something was recorded that changes days more than seven days back."""
    earliest: dict[str, date] = {}
    cuts: set[date] = set()
    for entry in said:
        day, recorded = entry.day, entry.recorded_on
        if entry.corrects in earliest:
            day = earliest[entry.corrects] = min(day, earliest[entry.corrects])
        earliest[entry.id] = day
        if recorded > day + GRACE:
            cuts.add(recorded)
    return sorted(cuts)


def _known_before(said: Sequence[Entry], cut: date, until: date) -> list[Span]:
    latest = as_of(cut - ONE)
    known = courses(fold.effective([entry for entry in said if entry.recorded_at <= latest]))
    return [span for stay in known for span in spans_of(stay, until)]


def _compared(rows: Iterable[Row], known: Sequence[Span]) -> Iterator[Row]:
    """The rows, cut where what had been known changes; late where it was something else."""
    for row in rows:
        if row.unexplained:
            yield row
            continue
        turns = {row.start, row.end} | {day for span in known for day in (span.start, span.end)}
        for first, last in pairwise(sorted(day for day in turns if row.start <= day <= row.end)):
            then = next((span.owner for span in known if span.start <= first < span.end), NO_STEP)
            yield msgspec.structs.replace(row, start=first, end=last, late=not _same(then, row.owner))


def _same(one: Owner, other: Owner) -> bool:
    """Whether two accounts name the same step, the same matter and the same holder; a reason may be reworded."""
    mine, theirs = one.holder, other.holder
    people = (mine.kind, mine.id or mine.name) == (theirs.kind, theirs.id or theirs.name)
    return people and (one.step, one.what, one.unexplained) == (other.step, other.what, other.unexplained)


def _part(row: Row, start: date, end: date) -> Row:
    return msgspec.structs.replace(row, start=start, end=end)


def _joined(rows: Iterable[Row]) -> Iterator[Row]:
    """Neighbours that say the same become one row."""
    last: Row | None = None
    for row in rows:
        if last is not None and (last.owner, last.site, last.late) == (row.owner, row.site, row.late):
            last = _part(last, last.start, row.end)
            continue
        if last is not None:
            yield last
        last = row
    if last is not None:
        yield last
