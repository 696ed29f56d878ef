"""Recording arrivals."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec
from django.db import transaction

from onward.access.queries import named_holder
from onward.access.rules import Actor, needs
from onward.cases.actions import Guard
from onward.cases.events import Holder, IdentityNoted, Opens
from onward.cases.queries import holder_within, new_case_name
from onward.cases.rules import age_fact, country_code
from onward.journal.append import append, written
from onward.journal.compartments import RECORD
from onward.kit.dates import now
from onward.kit.ids import derived_id, new_id
from onward.places.queries import names_of, site_for
from onward.reception.events import Arrived, NeedsNoted
from onward.reception.queries import cases_in_group
from onward.reception.rules import (
    NEEDS,
    OFFICES,
    THEN,
    Person,
    check_arrival,
    check_people,
    companions,
    in_family,
    needs_of,
    norm_of,
    unmet,
)
from onward.waiting.queries import review_owed, reviewer_at, way_after

PATHWAY = "default"
DONE = ("received",)


class Newcomer(msgspec.Struct, frozen=True, kw_only=True):
    """A case that is about to open: what the way needs to know of it."""

    id: str
    site: str
    custody: str
    pathway: str = PATHWAY
    case_worker: str = ""


@needs("reception.record_arrival")
@transaction.atomic
def record_arrival(
    actor: Actor,
    *,
    site: str,
    language: str,
    people: Sequence[Person] = (Person(),),
    happened_at: datetime | None = None,
    given: Sequence[str] = (),
    told: Sequence[str] = (),
    told_language: str = "",
    interpreter: bool = False,
    entry: str = "",
) -> Sequence[str]:
    """Record that people have arrived: a file, a case name, the first steps and urgent needs of each."""
    at = site_for(actor, site)
    entry = entry or new_id()
    if written(entry):
        return cases_in_group(entry)
    happened_at = happened_at or now()
    check_arrival(happened_at=happened_at, now=now())
    check_people(people)
    shared = {
        "group": entry,
        "language": language,
        "site": at.id,
        "custody": at.organisation,
        "given": tuple(given),
        "told": tuple(told),
        "told_language": (told_language or language) if told else "",
        "interpreter": interpreter,
    }
    return _open_files(actor, people, shared, happened_at=happened_at)


def _open_files(
    actor: Actor, people: Sequence[Person], shared: Mapping[str, Any], *, happened_at: datetime
) -> Sequence[str]:
    group = shared["group"]
    reviewer = reviewer_at(shared["site"], custody=shared["custody"])
    cases = tuple(derived_id(group, "case", str(number)) for number in range(len(people)))
    for number, person in enumerate(people):
        entry = derived_id(group, "arrived", str(number)) if number else group
        arrived = _arrived(people, number, cases, shared)
        arrived = _with_matters(actor, arrived, case=cases[number], entry=entry, reviewer=reviewer)
        append(arrived, by=actor, stream=cases[number], id=entry, happened_at=happened_at)
        _note_apart(actor, person, arrived, case=cases[number], entry=entry, happened_at=happened_at)
        _note_name(actor, person, case=cases[number], entry=derived_id(entry, "identity"))
        Guard(actor).child(cases[number])
    return cases


def _arrived(people: Sequence[Person], number: int, cases: Sequence[str], shared: Mapping[str, Any]) -> Arrived:
    person, custody = people[number], shared["custody"]
    return Arrived(
        **shared,
        position=number,
        case_name=new_case_name(cases[number]),
        sex=person.sex,
        age=person.age,
        with_whom=person.with_whom,
        needs=tuple(need for need in _needs(person) if NEEDS[need].within == RECORD),
        belongings=tuple(person.belongings),
        companions=tuple(cases[other] for other in companions(people, number)),
        family=derived_id(shared["group"], "family") if number in in_family(people) else "",
        # Nobody has said yet whether they may leave: that, by whom, and that no ground was given, is said at once.
        liberty_by=names_of([custody]).get(custody, ""),
        pathway=PATHWAY,
    )


def _with_matters(actor: Actor, arrived: Arrived, *, case: str, entry: str, reviewer: Holder) -> Arrived:
    newcomer = Newcomer(id=case, site=arrived.site, custody=arrived.custody)
    age = age_fact(arrived.age)
    way = way_after(newcomer, done=DONE, facts={"age": age} if age else {}, entry_id=entry)
    wanting = unmet(arrived.needs, arrived.given)
    holder = _holder_of_needs(actor, arrived.site) if wanting else Holder()
    opens = (_owed(entry, code, holder) for code in wanting)
    review = review_owed(entry, holder=reviewer, first=True)
    return msgspec.structs.replace(arrived, opens=(*way.opens, *opens, review), closes=way.closes, facts=way.facts)


def _needs(person: Person) -> tuple[str, ...]:
    return needs_of(person.needs, age=person.age, with_whom=person.with_whom)


def _note_apart(
    actor: Actor, person: Person, arrived: Arrived, *, case: str, entry: str, happened_at: datetime
) -> None:
    """Say what is needed of health or child protection where they alone read it, and who of them owes it."""
    for within, office in OFFICES.items():
        noted = tuple(need for need in _needs(person) if NEEDS[need].within == within)
        if noted:
            holder = holder_within(within, office, arrived.site, host=arrived.custody)
            owed = (*unmet(noted, arrived.given), *(THEN[need] for need in noted if need in THEN))
            opens = tuple(_owed(entry, need, holder) for need in owed)
            said, own = NeedsNoted(needs=noted, opens=opens), derived_id(entry, "needs", within)
            append(said, by=actor, stream=case, id=own, happened_at=happened_at, within=within)


def _owed(entry: str, need: str, holder: Holder) -> Opens:
    return Opens(id=derived_id(entry, "need", need), kind="need", what=need, holder=holder, norm=norm_of(need))


def _holder_of_needs(actor: Actor, site: str) -> Holder:
    manager = named_holder("site_manager", site)
    if manager is not None:
        return Holder(kind="staff", id=manager.id, name=manager.name, office="site_manager")
    return Holder(kind="staff", id=actor.id, name=actor.name, office="reception_officer")


def _note_name(actor: Actor, person: Person, *, case: str, entry: str) -> None:
    if person.name or person.nationality:
        names = (person.name,) if person.name else ()
        noted = IdentityNoted(names=names, nationality=country_code(person.nationality))
        append(noted, by=actor, stream=case, id=entry)
