"""Residents as the rules of shelter see them."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from onward.access.queries import named_holder
from onward.cases.events import Holder
from onward.cases.queries import case_names, companions_of, family_of
from onward.shelter.models import Transfer
from onward.shelter.rules import Guest, Traveller
from onward.waiting.queries import matters_of

if TYPE_CHECKING:
    from onward.cases.models import Case
    from onward.waiting.models import Matter

CHILD_AGES = frozenset({"baby", "child", "youth"})


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


def guests(cases: Iterable["Case"]) -> list[Guest]:
    """These people as guests of a block: sex and age as far as they were noted."""
    return [
        Guest(case.id, case.name, family=case.family, sex=case.sex, age="child" if case.age in CHILD_AGES else "")
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
    for office in OFFICES:
        staff = named_holder(office, site)
        if staff is not None:
            return Holder(kind="staff", id=staff.id, name=staff.name, office=office)
    return Holder(office=OFFICES[0])


def owed_by_site(case: str) -> list["Matter"]:
    """What the site where a person is owes them: it passes to the next site with them."""
    return [m for m in matters_of(case) if m.office in OFFICES and m.kind != "transfer" and m.closed_on is None]


def place_needs(case: str) -> list["Matter"]:
    """The open needs of a place, of a person who came from another site."""
    return [m for m in matters_of(case) if m.kind == "need" and m.what == "place" and m.closed_on is None]
