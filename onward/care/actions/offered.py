"""What a site offers."""

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.care.events import ServiceEnded, ServiceOffered
from onward.care.queries import service_for
from onward.care.rules import check_changed, check_service, check_there
from onward.journal.append import append, written
from onward.kit.ids import derived_id
from onward.places.queries import site_for


@needs("care.offer_service")
@transaction.atomic
def offer_service(
    actor: Actor,
    *,
    site: str,
    name: str,
    sort: str,
    hours: str,
    contact: str = "",
    where: str = "",
    women: bool = False,
    entry: str,
) -> None:
    """Say that a service is there, for whom, when, and whom to ask."""
    at = site_for(actor, site)
    if written(entry):
        return
    check_service(name=name, sort=sort, hours=hours)
    said = {"name": name, "sort": sort, "hours": hours, "contact": contact, "where": where}
    offered = ServiceOffered(service=derived_id(entry, "service"), women=women, **said)
    append(offered, by=actor, stream=at.id, id=entry)


@needs("care.change_service")
@transaction.atomic
def change_service(
    actor: Actor,
    *,
    service: str,
    name: str,
    sort: str,
    hours: str,
    contact: str = "",
    where: str = "",
    women: bool = False,
    entry: str,
) -> None:
    """Say what a service is by now: other hours, another place, somebody else to ask."""
    found = service_for(actor, service)
    if written(entry):
        return
    check_there(over=found.over)
    check_service(name=name, sort=sort, hours=hours)
    said = {"name": name, "sort": sort, "hours": hours, "contact": contact, "where": where}
    check_changed({**said, "women": women}, before={**{key: getattr(found, key) for key in said}, "women": found.women})
    append(ServiceOffered(service=found.id, women=women, **said), by=actor, stream=found.stream, id=entry)


@needs("care.end_service")
@transaction.atomic
def end_service(actor: Actor, *, service: str, entry: str) -> None:
    """Say that a service is no longer there."""
    if written(entry):
        return
    found = service_for(actor, service)
    check_there(over=found.over)
    append(ServiceEnded(service=found.id), by=actor, stream=found.stream, id=entry)
