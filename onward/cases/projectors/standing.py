"""Who works on the case."""

from onward.cases.events import CasePassed, CaseWorkerAssigned, CaseWorkerLeft, HandoverNoted
from onward.cases.models import Case, Handover
from onward.journal.compartments import LEGAL, RECORD
from onward.journal.entries import Entry
from onward.journal.project import projector


@projector(CaseWorkerAssigned)
def keep_case_worker(event: CaseWorkerAssigned, entry: Entry) -> None:
    Case.objects.filter(id=entry.stream).update(case_worker=event.worker.id)


@projector(CasePassed, opens=(RECORD, LEGAL))
def keep_handover(event: CasePassed, entry: Entry) -> None:
    Case.objects.filter(id=entry.stream).update(case_worker=event.worker.id)
    Handover.objects.create(
        id=entry.id,
        stream=entry.stream,
        before=event.before.id,
        before_name=event.before.name,
        worker=event.worker.id,
        worker_name=event.worker.name,
        by=entry.author,
        words=event.words,
        on=entry.day,
    )


@projector(HandoverNoted)
def note_read(event: HandoverNoted, entry: Entry) -> None:  # noqa: ARG001 - every projector takes both
    Handover.objects.filter(stream=entry.stream, read_on=None).update(read_on=entry.day)


@projector(CaseWorkerLeft)
def end_case_worker(event: CaseWorkerLeft, entry: Entry) -> None:
    Case.objects.filter(id=entry.stream, case_worker=event.worker).update(case_worker="")
