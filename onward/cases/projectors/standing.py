"""Who works on the case."""

from onward.cases.events import CaseWorkerAssigned, CaseWorkerLeft
from onward.cases.models import Case
from onward.journal.entries import Entry
from onward.journal.project import projector


@projector(CaseWorkerAssigned)
def keep_case_worker(event: CaseWorkerAssigned, entry: Entry) -> None:
    Case.objects.filter(id=entry.stream).update(case_worker=event.worker.id)


@projector(CaseWorkerLeft)
def end_case_worker(event: CaseWorkerLeft, entry: Entry) -> None:
    Case.objects.filter(id=entry.stream, case_worker=event.worker).update(case_worker="")
