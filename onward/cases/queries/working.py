"""Of those who work on a case: whom they have, what was handed over, what they remind themselves of."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from django.conf import settings

from onward.access.rules import Actor
from onward.access.rules.grants import CASE, COORDINATOR
from onward.cases.models import Case, Handover, Reminder
from onward.cases.queries.cases import case_names, known_ids, within_reach
from onward.cases.queries.knowing import may_open
from onward.journal.compartments import LEGAL
from onward.kit.dates import today
from onward.kit.errors import NotFound

MOST = 300
"""Nobody has more people in their care than this and knows them."""


class Reminded(NamedTuple):
    """A reminder as its writer reads it, with the case name."""

    id: str
    case: str
    name: str
    on: date
    words: str


def caseload_for(actor: Actor, worker: str) -> list[Case]:
    """Those who are here and in the care of a case worker, longest here first; others' to coordinate."""
    if worker != actor.id and COORDINATOR not in actor.roles:
        raise NotFound(worker)
    reach = Case.objects.filter(within_reach(actor), case_worker=worker, ended_on=None)
    return list(reach.order_by("arrived_on", "id")[:MOST])


def quiet_for(actor: Actor, *, size: int) -> list[Case]:
    """Those here for whom nothing happened for so many days (`[cases] quiet`), the longest first.

    For whoever has them in their care, and for coordinators; to all others nobody.
    """
    since = today() - timedelta(days=settings.CASES.quiet)
    quiet = Case.objects.filter(ended_on=None, last_done_on__lte=since).order_by("last_done_on", "id")
    if COORDINATOR in actor.roles:
        return list(quiet.filter(within_reach(actor))[:size])
    return list(quiet.filter(case_worker=actor.id)[:size]) if CASE in actor.roles else []


def handover_for(actor: Actor, case: Case) -> Handover:
    """The last handover of a case; its words for whoever opens what is sealed so."""
    found = Handover.objects.filter(stream=case.id).order_by("-id").first()
    if found is None or not (actor.id in (found.by, found.worker, found.before) or COORDINATOR in actor.roles):
        raise NotFound(case.id)
    if not may_open(actor, case, LEGAL):
        found.words = ""
    return found


def unread_handovers(case: Case) -> list[str]:
    """The handovers of a case that nobody read yet (their ids)."""
    return list(Handover.objects.filter(stream=case.id, read_on=None).values_list("id", flat=True))


def reminders_for(actor: Actor, *, until: date | None = None, cases: Sequence[str] = ()) -> list[Reminded]:
    """What the actor wants to be reminded of, earliest first; nobody else reads it."""
    wanted = Reminder.objects.filter(by=actor.id, done=False)
    if until:
        wanted = wanted.filter(on__lte=until)
    if cases:
        wanted = wanted.filter(stream__in=cases)
    rows = list(wanted.order_by("on", "id"))
    known = known_ids(actor, [row.stream for row in rows])
    names = case_names(known)
    return [Reminded(row.id, row.stream, names[row.stream], row.on, row.words) for row in rows if row.stream in known]


def reminder_for(actor: Actor, reminder: str) -> Reminder:
    """One reminder of the actor's own."""
    found = Reminder.objects.filter(id=reminder, by=actor.id).first()
    if found is None or not known_ids(actor, [found.stream]):
        raise NotFound(reminder)
    return found
