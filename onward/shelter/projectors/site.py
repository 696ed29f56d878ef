"""From entries to incidents and to what was measured."""

from onward.journal.compartments import LEGAL, RECORD
from onward.journal.entries import Entry
from onward.journal.project import projector
from onward.kit.ids import derived_id
from onward.shelter.events import IncidentFollowed, IncidentRecorded, StandardMeasured
from onward.shelter.models import Incident, Standard


@projector(IncidentRecorded, opens=(RECORD, LEGAL))
def record_incident(event: IncidentRecorded, entry: Entry) -> None:
    """Keep what happened."""
    Incident.objects.create(
        id=entry.stream,
        stream=entry.stream,
        sort=event.sort,
        site=event.site,
        block=event.block,
        people=list(event.people),
        words=event.words,
        safe_now=event.safe_now,
        done=event.done,
        holder=event.holder,
        holder_name=event.holder_name,
        on=entry.day,
        due_on=event.due,
    )


@projector(IncidentFollowed, opens=(RECORD, LEGAL))
def follow_incident(event: IncidentFollowed, entry: Entry) -> None:
    """Keep what was done since."""
    row = Incident.objects.get(id=entry.stream)
    row.due_on = event.due
    row.followed = [*row.followed, {"on": entry.day.isoformat(), "by": event.by_name, "words": event.words}]
    row.save()


@projector(StandardMeasured)
def keep_measure(event: StandardMeasured, entry: Entry) -> None:
    """Keep what was measured last."""
    row = derived_id(entry.stream, "standard", event.what)
    if Standard.objects.filter(id=row, on__gt=entry.day).exists():
        return
    Standard.objects.filter(id=row).delete()
    Standard.objects.create(
        id=row, stream=entry.stream, what=event.what, value=event.value, on=entry.day, by_name=event.by_name
    )
