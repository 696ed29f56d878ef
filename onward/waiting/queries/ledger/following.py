"""Following the journal: the accounts of the residents of whom something was said since."""

import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date

import msgspec
from django.db import transaction

from onward.journal import quick, rows
from onward.journal.body import CLOSED_KIND
from onward.journal.events import quiet_kinds
from onward.journal.reading import history
from onward.waiting.models import Counted, EverAt, Ledger, Stretch
from onward.waiting.rules import Account, Row
from onward.waiting.rules.account import accounts, ever_at

RULE = 3
"""Raised whenever the rule of the account is mended: every account is then computed anew."""

BATCH = 400
Progress = Callable[[int, int], None]


class Reached(msgspec.Struct, frozen=True):
    """How far the ledger is: the entries of the journal, and how many of them it has followed."""

    followed: int
    of: int

    @property
    def whole(self) -> bool:
        """Whether nothing is missing."""
        return self.followed >= self.of

    @property
    def missing(self) -> int:
        """How many entries are still to be followed."""
        return self.of - self.followed


def catch_up(*, seconds: float | None = None, progress: Progress | None = None) -> Reached:
    """Bring the ledger up to the present, or as far as it gets in `seconds`.

    Safe to miss, to break off and to repeat: each batch is a transaction, and the next begins where the last ended.
    """
    if (there := _there()) is not None:
        return there
    begun = time.monotonic()
    while True:
        reached = _one_batch()
        if progress is not None:
            progress(reached.followed, reached.of)
        if reached.whole or (seconds is not None and time.monotonic() - begun > seconds):
            return reached


def _there() -> Reached | None:
    """That nothing is missing, learned without taking the write lock: so it is on nearly every page."""
    ledger, of = next(iter(quick.rows(Ledger, id=1)), None), rows.reached()
    return Reached(of, of) if ledger is not None and (ledger.seq, ledger.rule) == (of, RULE) else None


@transaction.atomic
def _one_batch() -> Reached:
    ledger = Ledger.objects.filter(id=1).first() or Ledger(id=1, rule=RULE)
    if ledger.rule != RULE:
        Counted.objects.all().delete()
        ledger.seq, ledger.rule = 0, RULE
    of = rows.reached()
    if ledger.seq < of:
        streams, ledger.seq = rows.touched(ledger.seq, BATCH, but={*quiet_kinds(), CLOSED_KIND})
        _count(streams)
        ledger.save()
    return Reached(ledger.seq, of)


def _count(streams: Iterable[str]) -> None:
    known = dict(Counted.objects.filter(case__in=streams).values_list("case", "seq"))
    latest = {stream: rows.last_of(stream)[1] for stream in streams}
    stale = [stream for stream in streams if known.get(stream, 0) < latest[stream]]
    stretches: list[Stretch] = []
    places: list[EverAt] = []
    for case in stale:
        said = history(case)
        stretches += [row for of in accounts(said, until=date.max) for row in stretches_of(case, of)]
        places += [EverAt(case=case, site=site, known=known) for site, known in ever_at(said).items()]
    for model in (Stretch, EverAt, Counted):
        model.objects.filter(case__in=stale).delete()
    Stretch.objects.bulk_create(stretches)
    EverAt.objects.bulk_create(places)
    Counted.objects.bulk_create(Counted(case=case, seq=latest[case]) for case in stale)


def stretches_of(case: str, of: Account) -> Iterator[Stretch]:
    """The rows of one stay's account that was computed without an end (`until=date.max`)."""
    before: Row | None = None
    for row in of.rows:
        closed = row.end < date.max
        yield Stretch(
            case=case,
            first=row.start.toordinal(),
            last=row.end.toordinal() if closed else None,
            site=row.site,
            step=row.step,
            since=row.owner.since.toordinal() if row.owner.since else None,
            kind=row.kind,
            what=row.what,
            named=row.named,
            whose=row.holder.kind if row.named else "nobody",
            holder=row.held_by,
            name=row.holder.name if row.named else "",
            office="" if row.named else row.holder.office,
            late=row.late,
            came_from=_came_from(before, row),
            ended=of.how if closed and row is of.rows[-1] else "",
        )
        before = row


def _came_from(before: Row | None, row: Row) -> str | None:
    if before is None:
        return ""
    return before.step if before.step != row.step else None
