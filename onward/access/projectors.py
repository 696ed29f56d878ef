"""Who works here, from what was said in each member of staff's own stream."""

from typing import Any

from msgspec.structs import asdict

from onward.access.events import (
    AccessRenewed,
    GrantRefused,
    GrantWithdrawn,
    RenewalAsked,
    RolesAsked,
    RolesConfirmed,
    StaffEvent,
    StaffJoined,
    StaffLeft,
    WorkplaceEvent,
)
from onward.access.models import Duty, Given, Grant, Staff, Workplace
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
    """Know the organisation or site by its latest name, and whom it answers to."""
    Workplace.objects.filter(id=entry.stream).delete()
    Workplace.objects.create(
        id=entry.stream,
        stream=entry.stream,
        what=event.workplace,
        name=event.name,
        answers_to=event.answers_to,
    )


@projector(RolesAsked)
def keep_roles_asked(event: RolesAsked, entry: Entry) -> None:
    """What is asked waits; the person works with what they have."""
    said = {field: list(value) if isinstance(value, tuple) else value for field, value in asdict(event).items()}
    acting_for = said.pop("acting_for", "")
    _keep_asked(entry, what="roles", acting_for=acting_for, said=said)


@projector(RenewalAsked)
def keep_renewal_asked(event: RenewalAsked, entry: Entry) -> None:
    """A new password waits; the present one still opens."""
    _keep_asked(entry, what="renewal", acting_for=event.acting_for, second_step=event.second_step)


def _keep_asked(entry: Entry, **asked: Any) -> None:
    Grant.objects.filter(stream=entry.stream, outcome="").update(outcome="superseded", settled_on=entry.day)
    Grant.objects.create(id=entry.id, by=entry.author, asked_at=entry.recorded, asked_on=entry.recorded_on, **asked)


@projector(StaffEvent)
def settle_roles(event: StaffEvent, entry: Entry) -> None:
    """What was asked is agreed to; or, where something else was said meanwhile, asked of somebody who is no more."""
    asked = event.asked if isinstance(event, RolesConfirmed) else ""
    asked_by = _settle(entry, asked)
    what = "joined" if isinstance(event, StaffJoined) else "agreed" if asked else "changed"
    reach = {"roles": list(event.roles), "sites": list(event.sites), "everywhere": event.everywhere}
    _keep_given(entry, what=what, asked_by=asked_by, **reach)


@projector(AccessRenewed)
def settle_renewal(event: AccessRenewed, entry: Entry) -> None:
    """The new password is given."""
    asked_by = _settle(entry, event.asked) if event.asked else ""
    _keep_given(entry, what="renewed_step" if event.second_step else "renewed", asked_by=asked_by)


@projector(StaffLeft)
def settle_left(_event: StaffLeft, entry: Entry) -> None:
    """Nothing waits for somebody who left."""
    _settle(entry, "")
    _keep_given(entry, what="left")


@projector(GrantRefused)
def keep_refused(event: GrantRefused, entry: Entry) -> None:
    """A second person said no."""
    _end(event.asked, entry, outcome="refused", second=entry.author, words=event.words)


@projector(GrantWithdrawn)
def keep_taken_back(event: GrantWithdrawn, entry: Entry) -> None:
    """The first person thought better of it."""
    _end(event.asked, entry, outcome="taken_back")


def _settle(entry: Entry, asked: str) -> str:
    """End what waits: agreed to, if it is what was asked. Gives who had asked it."""
    waiting = list(Grant.objects.filter(stream=entry.stream, outcome=""))
    for one in waiting:
        agreed = one.id == asked
        _end(one.id, entry, outcome="confirmed" if agreed else "superseded", second=entry.author if agreed else "")
    return next((one.by for one in waiting if one.id == asked), "")


def _end(asked: str, entry: Entry, **said: str) -> None:
    Grant.objects.filter(id=asked, outcome="").update(settled_on=entry.recorded_on, **said)


def _keep_given(entry: Entry, **given: Any) -> None:
    Given.objects.create(id=entry.id, by=entry.author, at=entry.recorded, on=entry.recorded_on, **given)
