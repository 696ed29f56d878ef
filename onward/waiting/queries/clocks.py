"""What the clocks look at, whom they told, and when they last ran."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.utils import timezone

from onward.access.rules import Actor
from onward.cases.queries import known_ids
from onward.journal import clock, rows
from onward.journal.compartments import RECORD
from onward.journal.node import this_node
from onward.kit.dates import now, place_in, today
from onward.waiting.models import ClockRun, Escalation, Matter
from onward.waiting.queries.lists import Owed, owed_lines
from onward.waiting.queries.titles import office_words

MOST_DAYS = timedelta(days=2)
SHOWN = 14


def pressing(level: int, *, days: int, day: date, after: tuple[date, str] | None, size: int) -> list[Matter]:
    """Open matters of which this level was told last and the next has been reached by `day`, longest late first."""
    wanted = Matter.objects.filter(closed_on=None, level=level, late_from__lte=day - timedelta(days=days))
    if after is not None:
        # One range of the index, and the few of its first day that were looked at already left out.
        wanted = wanted.filter(late_from__gte=after[0]).exclude(late_from=after[0], id__lte=after[1])
    return list(wanted.order_by("late_from", "id")[:size])


def count_late(day: date) -> int:
    """How many open matters of the record are past their norm; a count of more would tell of other compartments."""
    return Matter.objects.filter(closed_on=None, compartment=RECORD, due_on__lt=day).count()


def escalated_for(actor: Actor, *, after: str = "", size: int = 25) -> list[Owed]:
    """Open matters of which the actor was told that they are late, the one due first on top."""
    wanted = Escalation.objects.filter(to=actor.id)
    due, last = place_in(after)
    if due:
        wanted = wanted.filter(due_on__gt=due) | wanted.filter(due_on=due, matter__gt=last)
    told = list(wanted.order_by("due_on", "matter")[:size])
    within = known_ids(actor, {one.stream for one in told})
    matters = {one.id: one for one in Matter.objects.filter(id__in=[one.matter for one in told])}
    shown = [matters[one.matter] for one in told if one.stream in within and one.matter in matters]
    return owed_lines(actor, shown)


def told_of(case: str, matters: Collection[str] = ()) -> list[Escalation]:
    """Who was told of what is late in a case (of these matters), the first level first."""
    found = Escalation.objects.filter(stream=case)
    found = found.filter(matter__in=matters) if matters else found
    return list(found.order_by("level", "told_on", "id"))


def date_is_sure() -> bool:
    """Whether the machine's date may be acted on while nobody looks."""
    return clock.is_sure(rows.tip(this_node()).clock)


def last_run() -> ClockRun | None:
    """The last run that was done."""
    return ClockRun.objects.filter(outcome="done").order_by("-day", "-id").first()


class Clocks(NamedTuple):
    """How the clocks stand: their last runs, latest first, and the ladder in words with its days."""

    runs: list[ClockRun]
    last: ClockRun | None
    rungs: list[tuple[str, int]]
    hour: int
    stand_still: bool
    date_is_sure: bool


def clocks_for(_actor: Actor) -> Clocks:
    """How the clocks stand, for whoever may see them: they say nothing of any resident."""
    return Clocks(
        runs=list(ClockRun.objects.order_by("-id")[:SHOWN]),
        last=last_run(),
        rungs=[(office_words(office), days) for office, days in ladder().items()],
        hour=settings.CLOCKS.hour,
        stand_still=clocks_stand_still(),
        date_is_sure=date_is_sure(),
    )


def keep_run(begun: datetime, ended: datetime, *, looked_at: int = 0, escalated: int = 0) -> ClockRun:
    """Keep that the clocks have run."""
    return ClockRun.objects.create(
        day=today(), begun_at=begun, ended_at=ended, looked_at=looked_at, escalated=escalated, outcome="done"
    )


def keep_refusal(at: datetime) -> ClockRun:
    """Keep that they could not run because nobody vouches for the date; once a day, however often it was tried."""
    kept, _new = ClockRun.objects.get_or_create(
        day=today(), outcome="refused", defaults={"begun_at": at, "ended_at": at}
    )
    return kept


def run_is_due() -> bool:
    """Whether the clocks should run: once a day after their hour, and at once where a whole day was missed."""
    last = last_run()
    if last is None or last.day < today() - timedelta(days=1):
        return True
    return last.day < today() and timezone.localtime(now()).hour >= settings.CLOCKS.hour


def clocks_stand_still() -> bool:
    """Whether the clocks have not run for two days, or never could, so that nobody is told of what is late."""
    last = last_run()
    return ClockRun.objects.exists() if last is None else last.day <= today() - MOST_DAYS


def ladder() -> dict[str, int]:
    """Office -> days past due after which it is told, lowest first."""
    return dict(settings.CLOCKS.ladder)
