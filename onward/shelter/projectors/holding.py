"""From entries to which places are held."""

from onward.journal.entries import Entry
from onward.journal.project import projector
from onward.kit.ids import derived_id
from onward.shelter.events import PlacesHeld, PlacesReleased
from onward.shelter.models import Held


@projector(PlacesHeld)
def hold_places(event: PlacesHeld, entry: Entry) -> None:
    """Keep for whom each is held; what was said of it before is over."""
    for place in event.places:
        row = derived_id(entry.stream, "held", place)
        Held.objects.filter(id=row).delete()
        Held.objects.create(
            id=row,
            stream=entry.stream,
            place=place,
            held_for=event.held_for,
            until=event.until,
            reason=event.reason,
            by_name=event.by_name,
            since=entry.day,
        )


@projector(PlacesReleased)
def release_places(event: PlacesReleased, entry: Entry) -> None:
    """They are held no longer."""
    Held.objects.filter(id__in=[derived_id(entry.stream, "held", place) for place in event.places]).delete()
