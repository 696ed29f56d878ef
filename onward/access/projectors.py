"""Who works here, from what was said in each member of staff's own stream."""

from typing import Any

from onward.access.events import StaffEvent, StaffJoined, StaffLeft, WorkplaceEvent
from onward.access.models import Duty, Staff, Workplace
from onward.journal.entries import Entry
from onward.journal.project import projector
from onward.kit.ids import derived_id


@projector(StaffEvent)
def keep_staff(event: StaffEvent, entry: Entry) -> None:
    """List the member of staff, or say anew what they may do."""
    said: dict[str, Any] = {
        "name": event.name,
        "roles": list(event.roles),
        "sites": list(event.sites),
        "everywhere": event.everywhere,
        "organisation": event.organisation,
        "languages": list(event.languages),
    }
    if isinstance(event, StaffJoined):
        Staff.objects.create(id=entry.stream, joined_at=entry.happened_at, joined_on=entry.day)
    Staff.objects.filter(id=entry.stream).update(**said)
    _assign_duties(event, Staff.objects.get(id=entry.stream))


def _assign_duties(event: StaffEvent, staff: Staff) -> None:
    Duty.objects.filter(stream=staff.id).delete()
    for role in event.roles:
        for site in ("",) if event.everywhere else event.sites:
            Duty.objects.create(
                id=derived_id(staff.id, role, site),
                stream=staff.id,
                staff=staff.id,
                role=role,
                site=site,
                organisation=event.organisation,
                since=staff.joined_at,
            )


@projector(StaffLeft)
def close_staff(_event: StaffLeft, entry: Entry) -> None:
    """Nobody who left holds a duty."""
    Staff.objects.filter(id=entry.stream).update(left_on=entry.day)
    Duty.objects.filter(stream=entry.stream).delete()


@projector(WorkplaceEvent)
def list_workplace(event: WorkplaceEvent, entry: Entry) -> None:
    """Know the organisation or site by its latest name."""
    Workplace.objects.filter(id=entry.stream).delete()
    Workplace.objects.create(id=entry.stream, stream=entry.stream, what=event.workplace, name=event.name)
