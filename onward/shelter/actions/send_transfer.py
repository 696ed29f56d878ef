from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.events import Holder, Opens
from onward.cases.queries import case_for
from onward.journal.append import append, written
from onward.kit.dates import now
from onward.kit.ids import derived_id
from onward.places.queries import custody_at, names_of
from onward.shelter.events import TransferSent
from onward.shelter.queries import apart_from, avoided_by, families_of, site_holder, sites_near, travellers
from onward.shelter.rules import (
    Traveller,
    check_destination,
    check_left,
    check_moment,
    check_sending,
    check_sent_safely,
)


@needs("shelter.send_transfer")
@transaction.atomic
def send_transfer(
    actor: Actor,
    *,
    people: Collection[str],
    to_site: str,
    happened_at: datetime | None = None,
    note: str = "",
    entry: str,
) -> None:
    """Sign that these people were sent on together; until the other end signs, you answer for them."""
    if written(entry):
        return
    cases = [case_for(actor, person) for person in dict.fromkeys(people)]
    custody = custody_at(to_site)
    check_destination(custody)
    going = travellers(cases)
    check_sending(going, travellers(families_of(cases)), to_site=to_site)
    _check_safe(going, to_site)
    check_moment(happened_at, now=now())
    for case in cases:
        check_left(happened_at, arrived_at=case.arrived_at)
    for place, case in enumerate(cases):
        entry_id = derived_id(entry, case.id) if place else entry
        road, expected = _road(actor, entry_id), _expected(to_site, entry_id)
        sent = TransferSent(
            group=entry,
            from_site=case.site,
            to_site=to_site,
            to_custody=custody,
            matter=road.id,
            expected=expected.id,
            by_name=actor.name,
            speaks=case.language,
            note=note,
            opens=(road, expected),
        )
        append(sent, by=actor, stream=case.id, id=entry_id, happened_at=happened_at)


def _check_safe(going: Sequence[Traveller], to_site: str) -> None:
    people = [person.id for person in going]
    apart = apart_from(people, strength="site")
    check_sent_safely(
        going,
        to_site=to_site,
        site_name=names_of([to_site]).get(to_site, ""),
        apart=apart,
        sites=sites_near({other for others in apart.values() for other in others}),
        avoided=avoided_by(people),
    )


def _road(actor: Actor, entry: str) -> Opens:
    office = "site_manager" if "site_manager" in actor.roles else "reception_officer"
    holder = Holder(kind="staff", id=actor.id, name=actor.name, office=office)
    matter = derived_id(entry, "transfer")
    return Opens(id=matter, kind="transfer", what="transfer", holder=holder, norm=1, rank=-1)


def _expected(to_site: str, entry: str) -> Opens:
    """What the other end owes meanwhile: to sign, or to ask after them. It owns no day: the sender does."""
    matter = derived_id(entry, "expected")
    return Opens(id=matter, kind="expected", what="expected", holder=site_holder(to_site), norm=1)
