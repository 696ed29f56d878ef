"""From entries to who is kept apart, who cares for a child, and which rules were set aside."""

from onward.journal.compartments import CHILD, LEGAL, RECORD
from onward.journal.entries import Entry
from onward.journal.project import projector
from onward.shelter.events import InterimCareArranged, KeepingApartAsked, KeepingApartEnded, Placed
from onward.shelter.models import Apart, InterimCare, Override


@projector(KeepingApartAsked, opens=(LEGAL,))
def keep_apart(event: KeepingApartAsked, entry: Entry) -> None:
    """Keep two apart, or somebody from a threat, from now on."""
    Apart.objects.create(
        id=entry.id,
        stream=entry.stream,
        other=event.other,
        strength=event.strength,
        avoid_site=event.avoid_site,
        threat=event.threat,
        why=event.why,
        asked_by=event.asked_by,
        by_name=event.by_name,
        matter=next((opened.id for opened in event.opens), ""),
        since=entry.day,
    )


@projector(KeepingApartEnded, opens=(LEGAL,))
def end_keeping_apart(event: KeepingApartEnded, entry: Entry) -> None:  # noqa: ARG001 - the shape of every projector
    """They need not be kept apart any more."""
    Apart.objects.filter(id=event.apart).update(is_over=True)


@projector(InterimCareArranged, opens=(CHILD,))
def arrange_care(event: InterimCareArranged, entry: Entry) -> None:
    """A child has somebody; what was arranged before is over."""
    InterimCare.objects.all().delete()
    InterimCare.objects.create(
        id=entry.id,
        stream=entry.stream,
        arrangement=event.arrangement,
        carer=event.carer,
        place=event.place,
        decided_by=event.decided_by,
        review_on=event.review_on,
        words=event.words,
        by_name=event.by_name,
        matter=next((opened.id for opened in event.opens), ""),
        since=entry.day,
    )


@projector(Placed, opens=(RECORD, LEGAL))
def note_override(event: Placed, entry: Entry) -> None:
    """Keep which rules were set aside, for oversight."""
    if event.overrode:
        Override.objects.create(
            id=entry.id,
            stream=entry.stream,
            rules=list(event.overrode),
            because=event.because,
            site=event.site,
            place=event.place,
            by=entry.author,
            on=entry.day,
        )
