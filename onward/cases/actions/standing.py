"""Who works on the case."""

from django.db import transaction

from onward.access.queries import actor_from, staff_for
from onward.access.rules import Actor, needs
from onward.cases.events import CaseWorkerAssigned, CaseWorkerLeft, Holder, Holds
from onward.cases.queries import case_for, cases_of_worker, open_matters_of_office
from onward.cases.rules import check_case_worker
from onward.journal.append import append
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


@needs("cases.release_cases")
@transaction.atomic
def release_cases(actor: Actor, *, staff: str, entry: str = "") -> None:
    """Say of every resident of a case worker who leaves that they have none until another is named."""
    worker, entry = staff_for(actor, staff).id, entry or new_id()
    for number, case in enumerate(cases_of_worker(worker)):
        entry_id = derived_id(entry, case) if number else entry
        append(CaseWorkerLeft(worker=worker), by=actor, stream=case, id=entry_id)
