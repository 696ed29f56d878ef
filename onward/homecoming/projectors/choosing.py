"""Another way, and what was determined for a child."""

from onward.homecoming.events import BestInterestsDetermined, PathwayChosen
from onward.homecoming.models import Check, Determination, Exit
from onward.homecoming.rules import CheckState, ExitState, agreed
from onward.journal.entries import Entry
from onward.journal.project import projector


@projector(PathwayChosen)
def begin_anew(event: PathwayChosen, entry: Entry) -> None:
    """A way that does not trust what was found on the old one has it found again."""
    if "return_checked" in event.anew:
        Check.objects.filter(stream=entry.stream, about="return").update(state=CheckState.LAPSED)
    if "exit_authorised" in event.anew:
        Exit.objects.filter(stream=entry.stream).update(state=ExitState.LAPSED)


@projector(BestInterestsDetermined, opens=("record", "child"))
def note_determination(event: BestInterestsDetermined, entry: Entry) -> None:
    """The first opens a determination, the second closes it."""
    if not event.first:
        Determination.objects.create(
            id=entry.id,
            stream=entry.stream,
            state=CheckState.FIRST,
            decision=event.decision,
            first_by=entry.author,
            first_on=entry.day,
            first_reasons=event.reasons,
            first_heard=event.heard,
        )
        return
    first = Determination.objects.filter(id=event.first, state=CheckState.FIRST).first()
    if first is not None:  # else another node's second came first
        Determination.objects.filter(id=first.id).update(
            state=agreed(first=first.decision, second=event.decision),
            second_by=entry.author,
            second_on=entry.day,
            second_decision=event.decision,
            second_reasons=event.reasons,
            second_heard=event.heard,
        )
