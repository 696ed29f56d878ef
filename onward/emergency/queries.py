"""Reading emergencies: who asked, who agreed, whether it is open, and what it opens."""

from collections.abc import Sequence
from copy import copy
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from onward.access.queries import named_holders, staff_names
from onward.access.rules import Actor
from onward.access.rules.grants import COORDINATOR, OVERSIGHT, REVIEWER
from onward.cases.events import Holder
from onward.cases.queries import (
    Identity,
    Said,
    case_for,
    case_names,
    identity_opened,
    ids_beyond_host,
    of_host,
    reader_of,
    said_within,
)
from onward.emergency.models import Emergency, Look
from onward.emergency.rules import LOOK, MINUTES, OPENS, is_over
from onward.journal import quick, reading
from onward.journal.clock import steady_ms
from onward.journal.compartments import CHILD, HEALTH
from onward.kit.dates import today
from onward.kit.errors import NotFound
from onward.places.queries import names_of, under_one_umbrella
from onward.waiting.queries import is_independent, matters_of, title_of

if TYPE_CHECKING:  # a model is for its own app alone; its type is for everybody
    from onward.cases.models import Case

SHOWN = 200
STAND_IN = (REVIEWER, COORDINATOR)
"""Offices that review in oversight's place, where its only person took part."""

_first_open: dict[str, int] = {}
"""Emergency -> when this process first found it open, by a clock that no hand can set: a clock of the machine that was
set back does not make half an hour longer."""


class Line(NamedTuple):
    """One emergency in a list, by names."""

    about: Emergency
    case_name: str
    by: str
    second: str
    missed: bool


class Told(NamedTuple):
    """One emergency on its page, for somebody who may know of it."""

    about: Emergency
    names: dict[str, str]
    organisations: dict[str, str]
    looks: Sequence[Look]
    pending: bool
    running: bool
    lapsed: bool
    reviewer: Holder


class OpenedFile(NamedTuple):
    """What an emergency opens of a file."""

    identity: Identity
    owed: Sequence[str]
    said: Sequence[Said]


def file_for(actor: Actor, case: str) -> "Case":
    """A file within the actor's reach, for whoever does not work for those who keep the person."""
    found = case_for(actor, case)
    if of_host(actor, found) or not actor.organisation:
        raise NotFound(case)
    return found


def emergency_for(actor: Actor, case: "Case", asked: str) -> Emergency:
    """One emergency of a file that `file_for` gave: one's own, or for those who decide on it."""
    found = quick.find(Emergency, asked, case.id)
    if found is None or (found.by != actor.id and actor.roles.isdisjoint({COORDINATOR, REVIEWER, OVERSIGHT})):
        raise NotFound(asked)
    return found


def emergencies_of(case: str) -> list[Emergency]:
    """All that were asked about a file, latest first."""
    return quick.rows(Emergency, stream=case, order=("-id",))


def asked_today(actor: Actor) -> int:
    """How often the actor asked today."""
    return Emergency.objects.filter(by=actor.id, asked_on=today()).count()


def is_missed(site: str) -> bool:
    """Whether an emergency at this site was not reviewed in time."""
    return Emergency.objects.filter(site=site, review_due__lt=today(), reviewed_on=None).exists()


def is_open(found: Emergency, now: datetime) -> bool:
    """Whether it opens the file now: within the half hour by the journal's clock, and by the machine's own count."""
    if is_over(found.confirmed_at, now):
        return False
    first = _first_open.setdefault(found.id, steady_ms())
    return steady_ms() - first < MINUTES.total_seconds() * 1000


def is_unchanged(found: Emergency, actor: Actor, case: "Case") -> bool:
    """Whether the asker is who they were, with reach there, and the person is where and whose they were."""
    asker = (found.by, found.organisation, set(found.roles)) == (actor.id, actor.organisation, set(actor.roles))
    return asker and (found.site, found.custody) == (case.site, case.custody) and actor.reaches(case.site)


def second_holder(case: "Case", *, actor: Actor) -> Holder:
    """Who is asked to agree: the first who may, of an organisation that has nothing to do with the asker's."""
    offices = (OVERSIGHT,) if is_missed(case.site) else (COORDINATOR, REVIEWER, OVERSIGHT)
    return _holder(case, offices, but={actor.id}, of=actor.organisation)


def review_holder(found: Emergency, *, second: Actor) -> Holder:
    """Who reviews it: oversight with reach at that site, who took no part. Where the only one agreed to it, somebody of
    a third organisation stands in; where there is none either, nobody, and it stays unreviewed."""
    took_part = {found.by, second.id}
    own = _holder_at(found.site, found.custody, (OVERSIGHT,), but=took_part)
    organisations = (found.organisation, second.organisation)
    third = _holder_at(found.site, found.custody, STAND_IN, but=took_part, of=organisations)
    return own if own.id else third


def stands_in(actor: Actor, found: Emergency) -> bool:
    """Whether the actor reviews it in oversight's place: of a third organisation, where nobody of oversight is left who
    took no part."""
    if actor.roles.isdisjoint(STAND_IN) or OVERSIGHT in actor.roles:
        return False
    own = _holder_at(found.site, found.custody, (OVERSIGHT,), but={found.by, found.second})
    apart = is_independent(actor.organisation, found.custody, found.organisation, found.second_organisation)
    return not own.id and apart and actor.reaches(found.site)


def _holder(case: "Case", offices: Sequence[str], *, but: set[str], of: str) -> Holder:
    return _holder_at(case.site, case.custody, offices, but=but, of=(of,))


def _holder_at(site: str, custody: str, offices: Sequence[str], *, but: set[str], of: Sequence[str] = ()) -> Holder:
    for office in offices:
        for staff in named_holders(office, site):
            apart = is_independent(staff.organisation, custody, *of)
            if apart and staff.id not in but:
                return Holder(kind="staff", id=staff.id, name=staff.name, office=office)
    return Holder(office=OVERSIGHT)


def are_related(one: str, other: str) -> bool:
    """Whether two organisations cannot check each other."""
    return not one or not other or under_one_umbrella(one, other)


def told(found: Emergency) -> Told:
    """How it stands, by names."""
    now = reading.present()
    return Told(
        about=found,
        names=staff_names({found.by, found.second, found.reviewed_by} - {""}),
        organisations=names_of({found.organisation, found.second_organisation, found.site} - {""}),
        looks=quick.rows(Look, stream=found.stream, asked=found.id, order=("at",)),
        pending=found.is_pending(now),
        running=is_open(found, now),
        reviewer=review_holder(found, second=Actor(id=found.second, organisation=found.second_organisation)),
        lapsed=found.confirmed_at is None and found.refused_on is None and not found.is_pending(now),
    )


def opened_file(actor: Actor, case: "Case", found: Emergency, look: str) -> OpenedFile:
    """What the emergency opens, for whoever asked, within the half hour and minutes from a look that was noted.

    Raises NotFound otherwise.
    """
    now = reading.present()
    noted = quick.find(Look, look, case.id)
    own = noted is not None and (noted.asked, noted.by) == (found.id, actor.id)
    fresh = own and noted is not None and now - noted.at < LOOK
    if not (fresh and is_open(found, now) and is_unchanged(found, actor, case)):
        raise NotFound(look)
    return OpenedFile(identity_opened(case), _owed(actor, case), said_within(case, (HEALTH, CHILD)))


def _owed(actor: Actor, case: "Case") -> list[str]:
    owed = [copy(one) for one in matters_of(case.id) if one.closed_on is None and one.compartment in OPENS]
    for one in owed:
        one.opened = True
    reader = reader_of(actor, case)
    return [title_of(reader, one) for one in owed]


def emergencies_for(actor: Actor) -> list[Line]:
    """Those within the actor's reach and not of people whom their own organisation keeps, latest first."""
    within = ids_beyond_host(actor)
    found = list(Emergency.objects.filter(stream__in=within).order_by("-asked_on", "-id")[:SHOWN])
    cases = case_names(one.stream for one in found)
    staff = staff_names({who for one in found for who in (one.by, one.second)} - {""})
    return [
        Line(one, cases.get(one.stream, ""), staff.get(one.by, ""), staff.get(one.second, ""), one.is_missed(today()))
        for one in found
    ]


def shown_to_person(case: str) -> list[Emergency]:
    """Those that opened the file, for the person themselves: but for what oversight withholds."""
    return [one for one in emergencies_of(case) if one.confirmed_at is not None and not one.withheld]
