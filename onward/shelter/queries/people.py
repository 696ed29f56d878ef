"""Residents as the rules of shelter see them."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from onward.access.queries import actor_of_staff, staff_names
from onward.access.rules.compartments import offices_that_open
from onward.access.rules.grants import SPECIALISTS
from onward.cases.events import Holder, Holds
from onward.cases.queries import case_names, companions_of, family_of, holder_within, office_holder
from onward.cases.rules import UNDER_AGE
from onward.journal.compartments import RECORD
from onward.shelter.models import Transfer
from onward.shelter.queries.safety import care_of
from onward.shelter.rules import Guest, Traveller
from onward.waiting.queries import is_independent, matters_of, review_passed_on

if TYPE_CHECKING:
    from onward.cases.models import Case
    from onward.waiting.models import Matter


def families_of(cases: Iterable["Case"]) -> list["Case"]:
    """The members of these people's families, themselves included, each once."""
    members: dict[str, Case] = {}
    for case in cases:
        if case.id not in members:
            members |= {member.id: member for member in (case, *family_of(case))}
    return list(members.values())


def party_of(case: "Case") -> tuple[list["Case"], list["Case"]]:
    """Who moves with `case`: its family at the same site; and the companions there, who need not."""
    others = {other.id: other for other in (*families_of([case]), *companions_of(case)) if other.id != case.id}
    away = going(others)
    here = [o for o in others.values() if o.site == case.site and o.ended_on is None and o.id not in away]
    kin = [other for other in here if case.family and other.family == case.family]
    return [case, *kin], [other for other in here if other not in kin]


def going(people: Collection[str]) -> set[str]:
    """Those of `people` who are on the road."""
    return set(Transfer.objects.filter(stream__in=people, state="under_way").values_list("stream", flat=True))


def guests(cases: Collection["Case"]) -> list[Guest]:
    """These people as guests of a block: sex and age as far as they were noted, who cares for a child, who walks badly.

    For the rules: what they make of it is not for all to know.
    """
    care = care_of([case.id for case in cases])
    return [
        Guest(
            case.id,
            case.name,
            family=case.family,
            sex=case.sex,
            age="child" if case.age in UNDER_AGE else "",
            accessible=any(matter.what == "cannot_walk" for matter in open_matters(case.id)),
            care=care.get(case.id, ""),
            housed=case.place != "",
        )
        for case in cases
    ]


def travellers(cases: Collection["Case"]) -> list[Traveller]:
    """These people as travellers."""
    on_the_road = going([case.id for case in cases])
    return [
        Traveller(
            case.id,
            case.name,
            site=case.site,
            family=case.family,
            going=case.id in on_the_road,
            ended=case.ended_on is not None,
        )
        for case in cases
    ]


def name_of(case: str) -> str:
    """The name of a case that a transfer has already shown to the actor."""
    return case_names([case]).get(case, "")


OFFICES = ("site_manager", "reception_officer")
"""Who owes what a site owes: its manager, or where it has none whoever receives there."""


def site_holder(site: str) -> Holder:
    """The person who holds what a site owes; nobody when no office there has a person behind it."""
    holders = (office_holder(office, site) for office in OFFICES)
    return next((holder for holder in holders if holder.id), Holder(office=OFFICES[0]))


def worker_of(case: "Case") -> Holder:
    """The case worker, who holds what is sealed from the site; nobody while there is none."""
    name = staff_names([case.case_worker]).get(case.case_worker, "") if case.case_worker else ""
    if not name:
        return Holder(office="case_worker")
    return Holder(kind="staff", id=case.case_worker, name=name, office="case_worker")


def custody_holder(site: str, custody: str) -> Holder:
    """The person who decides for the organisation that has custody; nobody when it named none."""
    return office_holder("custody_officer", site, organisation=custody)


def passed_on(case: str, *, site: str, custody: str) -> list[Holds]:
    """What passes into other hands when a person reaches `site`, in `custody`: all that their site or custody owes,
    and a review whose reviewer may no longer hold it."""
    here, over = site_holder(site), custody_holder(site, custody)
    holders = {"site_manager": here, "reception_officer": here, "custody_officer": over}
    matters = open_matters(case)
    reviews = [review_passed_on(matter, site=site, custody=custody) for matter in matters if matter.kind == "review"]
    owed = [
        Holds(id=matter.id, holder=holders[matter.office])
        for matter in matters
        if matter.office in holders
        and matter.kind not in ("transfer", "expected")
        and matter.holder_id != holders[matter.office].id
    ]
    return [*owed, *filter(None, reviews)]


def closed_passed_on(case: str, *, site: str, custody: str) -> list[tuple["Matter", Holder]]:
    """What specialists owe in closed compartments, and who of them owes it from now on: whoever goes on reaching the
    person keeps it; else the officer of the new site, or nobody, and never one of those who have custody now."""
    passed = []
    for matter in open_matters(case):
        if matter.office in SPECIALISTS and matter.compartment != RECORD:
            holder = actor_of_staff(matter.holder_id)
            opens = not holder.roles.isdisjoint(offices_that_open(matter.compartment))
            if not (opens and holder.reaches(site) and is_independent(holder.organisation, custody)):
                heir = holder_within(matter.compartment, matter.office, site, host=custody)
                if heir.id != matter.holder_id:
                    passed.append((matter, heir))
    return passed


def open_matters(case: str) -> list["Matter"]:
    """What is owed to a person and not yet done."""
    return [matter for matter in matters_of(case) if matter.closed_on is None]


def place_needs(case: str) -> list["Matter"]:
    """The open needs of a place, of a person who came from another site."""
    return [matter for matter in open_matters(case) if matter.kind == "need" and matter.what == "place"]
