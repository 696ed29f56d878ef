"""From entries to what is given out, and what was given to whom. Only here is the compartment of relief opened."""

from onward.journal.compartments import RELIEF
from onward.journal.entries import Entry
from onward.journal.project import projector
from onward.relief.events import ServingWithdrawn, ThingEnded, ThingEvent, ThingServed
from onward.relief.models import Serving, Thing

OPENS = (RELIEF,)


@projector(ThingEvent)
def keep_thing(event: ThingEvent, entry: Entry) -> None:
    """Keep what is given out as it was last said."""
    said = {
        "site": event.site,
        "name": event.name,
        "sort": event.sort,
        "most": event.most,
        "hours": event.hours,
        "excludes": " ".join(event.excludes),
        "here_only": event.here_only,
        "for_family": event.for_family,
    }
    if not Thing.objects.filter(id=entry.stream).update(**said):
        Thing.objects.create(id=entry.stream, stream=entry.stream, **said)


@projector(ThingEnded)
def end_thing(event: ThingEnded, entry: Entry) -> None:  # noqa: ARG001 - the shape of every projector
    """It is given out no longer."""
    Thing.objects.filter(id=entry.stream).update(ended_on=entry.day)


@projector(ThingServed, opens=OPENS)
def note_serving(event: ThingServed, entry: Entry) -> None:
    """A row for each that was given."""
    Serving.objects.create(
        id=entry.id,
        stream=entry.stream,
        case=event.case,
        thing=event.thing,
        site=event.site,
        at=entry.happened_at,
        on=entry.day,
        by=event.by,
        because=event.because,
        staff=entry.author,
        by_name=event.by_name,
    )


@projector(ServingWithdrawn, opens=OPENS)
def take_back(event: ServingWithdrawn, entry: Entry) -> None:  # noqa: ARG001 - the shape of every projector
    """It was not given after all."""
    Serving.objects.filter(id=event.serving).update(taken_back=True)
