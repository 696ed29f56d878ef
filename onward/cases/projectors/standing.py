"""May the person leave, and who works on the case."""

from datetime import date

from onward.cases.events import CaseWorkerAssigned, CaseWorkerLeft, LibertyRecorded
from onward.cases.models import Case
from onward.journal.entries import Entry
from onward.journal.project import projector


@projector(LibertyRecorded)
def keep_liberty(event: LibertyRecorded, entry: Entry) -> None:
    Case.objects.filter(id=entry.stream).update(
        liberty_may_leave=event.may_leave,
        liberty_by=event.by,
        liberty_ground=event.ground,
        liberty_limits=event.limits,
        liberty_told_on=date.fromisoformat(event.told_on) if event.told_on else None,
    )


@projector(CaseWorkerAssigned)
def keep_case_worker(event: CaseWorkerAssigned, entry: Entry) -> None:
    Case.objects.filter(id=entry.stream).update(case_worker=event.worker.id)


@projector(CaseWorkerLeft)
def end_case_worker(event: CaseWorkerLeft, entry: Entry) -> None:
    Case.objects.filter(id=entry.stream, case_worker=event.worker).update(case_worker="")
