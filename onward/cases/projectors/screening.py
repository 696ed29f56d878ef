"""Who screens a person, since when, and how it ended."""

from datetime import timedelta

from onward.cases.events import CaseEvent, ScreeningBegun, ScreeningEnded
from onward.cases.models import Screening
from onward.journal.entries import Entry
from onward.journal.project import projector


@projector(ScreeningBegun)
def keep_screening(event: ScreeningBegun, entry: Entry) -> None:
    opened = next((opens for opens in event.opens if opens.id == event.screening), None)
    Screening.objects.create(
        id=event.screening,
        holder_name=event.by.name,
        begun_on=entry.day,
        due_on=entry.day + timedelta(days=opened.norm) if opened and opened.norm is not None else None,
        blocks=opened.blocks if opened else "",
    )


@projector(ScreeningEnded)
def end_screening(event: ScreeningEnded, entry: Entry) -> None:
    Screening.objects.filter(id=event.screening).update(ended_on=entry.day, result=event.result)


@projector(CaseEvent)
def hand_screening(event: CaseEvent, entry: Entry) -> None:  # noqa: ARG001 - a projector's own signature
    """A screening that passes into other hands is theirs from then on; who left holds it no more."""
    for holds in event.holds:
        Screening.objects.filter(id=holds.id).update(holder_name=holds.holder.name)
