"""A case worker's people: where each stands, since when, what is due first, what happened last."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.conf import settings

from onward.access.queries import staff_members_for
from onward.access.rules import Actor, may_know
from onward.access.rules.grants import CASE, COORDINATOR
from onward.cases.queries import caseload_for, knows_of, title_of
from onward.kit.dates import today
from onward.waiting.queries import next_due, present_steps

if TYPE_CHECKING:
    from onward.cases.models import Case
    from onward.waiting.queries import Owed, Present


class Cared(NamedTuple):
    """One resident in somebody's care. `step_days`: how long they have been at this step; `quiet`: for too long nothing
    has happened."""

    id: str
    name: str
    days: int
    step: "Present | None"
    step_days: int
    due: "Owed | None"
    last: str
    last_on: date
    quiet: bool


class Caseload(NamedTuple):
    """Whose it is, the people, and, to coordinate, all case workers."""

    worker: str
    name: str
    people: list[Cared]
    workers: list[tuple[str, str]]
    late: int
    quiet: int


def workers_for(actor: Actor) -> list[tuple[str, str]]:
    """The case workers within reach, by name."""
    return [(one.id, one.name) for one in staff_members_for(actor, role=CASE)]


def caseload_page(actor: Actor, worker: str) -> Caseload:
    """The caseload of the actor, or, to coordinate, of any case worker within reach."""
    workers = workers_for(actor)
    coordinates = COORDINATOR in actor.roles
    if not coordinates:
        worker = actor.id
    elif worker not in dict(workers):
        worker = actor.id if CASE in actor.roles else next((one for one, _name in workers), "")
    cases = caseload_for(actor, worker) if worker else []
    ids = [case.id for case in cases]
    steps, due = present_steps(actor, ids), next_due(actor, ids)
    knows = knows_of(actor, ids)
    people = [
        _cared(
            case,
            steps.get(case.id),
            due.get(case.id),
            told=may_know(actor, case.last_done, of_host=knows[case.id].of_host),
        )
        for case in cases
    ]
    return Caseload(
        worker,
        dict(workers).get(worker, actor.name),
        people,
        workers if coordinates else [],
        sum(bool(one.due and one.due.late_by) for one in people),
        sum(one.quiet for one in people),
    )


def _cared(case: "Case", step: "Present | None", due: "Owed | None", *, told: bool) -> Cared:
    now = today()
    return Cared(
        id=case.id,
        name=case.name,
        days=(now - case.arrived_on).days,
        step=step,
        step_days=(now - step.since).days if step else 0,
        due=due,
        last=title_of(case.last_done) if told else "",
        last_on=case.last_done_on,
        quiet=(now - case.last_done_on).days >= settings.CASES.quiet,
    )
