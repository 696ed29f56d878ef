"""The list of arrivals."""

from onward.journal.entries import Entry
from onward.journal.project import projector
from onward.reception.events import Arrived
from onward.reception.models import Arrival


@projector(Arrived)
def list_arrival(event: Arrived, entry: Entry) -> None:
    Arrival.objects.create(
        id=entry.id,
        stream=entry.stream,
        group=event.group,
        position=event.position,
        name=event.case_name,
        site=event.site,
        custody=event.custody,
        arrived_at=entry.happened_at,
        by=entry.author,
        language=event.language,
        interpreter=event.interpreter,
        with_whom=event.with_whom,
        needs=list(event.needs),
        given=list(event.given),
        told=list(event.told),
        told_language=event.told_language,
        belongings=list(event.belongings),
    )
