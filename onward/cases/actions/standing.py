"""Who works on the case."""

from django.db import transaction

from onward.access.queries import actor_from, staff_for, staff_names
from onward.access.rules import Actor, needs
from onward.access.rules.grants import COORDINATOR
from onward.cases.events import (
    CasePassed,
    CaseWorkerAssigned,
    CaseWorkerLeft,
    Closes,
    HandoverNoted,
    Holder,
    Holds,
    Opens,
)
from onward.cases.queries import (
    case_for,
    cases_of_worker,
    check_opens,
    handover_for,
    open_matters_of_office,
    unread_handovers,
)
from onward.cases.rules import READING, check_case_worker, check_handover
from onward.journal.append import append, written
from onward.journal.compartments import LEGAL
from onward.kit.ids import derived_id, new_id


@needs("cases.assign_case_worker")
@transaction.atomic
def assign_case_worker(actor: Actor, *, case: str, worker: str, entry: str = "", after: str = "") -> None:
    """Name the case worker; all that is owed by the case worker passes into their hands."""
    file = case_for(actor, case)
    staff = staff_for(actor, worker)
    check_case_worker(roles=staff.roles, left=staff.left_on is not None, reaches=actor_from(staff).reaches(file.site))
    holder = Holder(kind="staff", id=staff.id, name=staff.name, office="case_worker")
    holds = tuple(Holds(id=matter, holder=holder) for matter in open_matters_of_office(file, "case_worker"))
    append(CaseWorkerAssigned(worker=holder, holds=holds), by=actor, stream=file.id, id=entry, after=after)


@needs("cases.hand_over_case")
@transaction.atomic
def hand_over_case(actor: Actor, *, case: str, worker: str, words: str = "", entry: str, after: str = "") -> None:
    """Pass a case on to another case worker, who owes reading what is said of it. It is theirs at once."""
    file, staff = case_for(actor, case), staff_for(actor, worker)
    if written(entry):
        return
    check_case_worker(roles=staff.roles, left=staff.left_on is not None, reaches=actor_from(staff).reaches(file.site))
    of_all = COORDINATOR in actor.roles
    check_handover(now=file.case_worker, to=staff.id, by=actor.id, ended=file.ended_on is not None, of_all=of_all)
    if words.strip():
        check_opens(actor, file, LEGAL)
    to = Holder(kind="staff", id=staff.id, name=staff.name, office="case_worker")
    said = CasePassed(
        worker=to,
        before=_holder(file.case_worker),
        words=words.strip(),
        holds=tuple(Holds(id=matter, holder=to) for matter in open_matters_of_office(file, "case_worker")),
        opens=(Opens(id=derived_id(entry, "read"), kind="handover", what="handover", holder=to, norm=READING),),
    )
    append(said, by=actor, stream=file.id, id=entry, after=after)


def _holder(staff: str) -> Holder:
    if not staff:
        return Holder()
    return Holder(kind="staff", id=staff, name=staff_names([staff]).get(staff, ""), office="case_worker")


@needs("cases.read_handover")
@transaction.atomic
def read_handover(actor: Actor, *, case: str, entry: str) -> None:
    """Say that one read what was handed over."""
    file = case_for(actor, case)
    found = handover_for(actor, file)
    if written(entry) or found.read_on:
        return
    closes = tuple(Closes(id=derived_id(one, "read")) for one in unread_handovers(file))
    append(HandoverNoted(handover=found.id, closes=closes), by=actor, stream=file.id, id=entry)


@needs("cases.release_cases")
@transaction.atomic
def release_cases(actor: Actor, *, staff: str, entry: str = "") -> None:
    """Say of every resident of a case worker who leaves that they have none until another is named."""
    worker, entry = staff_for(actor, staff).id, entry or new_id()
    for number, case in enumerate(cases_of_worker(worker)):
        entry_id = derived_id(entry, case) if number else entry
        append(CaseWorkerLeft(worker=worker), by=actor, stream=case, id=entry_id)
