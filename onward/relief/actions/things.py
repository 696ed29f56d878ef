"""Saying what a site gives out, and by which rules."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.journal.append import append, written
from onward.kit.ids import derived_id
from onward.places.queries import site_for
from onward.relief.events import ThingChanged, ThingEnded, ThingOffered
from onward.relief.queries import thing_for, things_at
from onward.relief.rules import check_offered, check_thing

if TYPE_CHECKING:
    from onward.relief.events import Sort


@needs("relief.add_thing")
@transaction.atomic
def add_thing(
    actor: Actor,
    *,
    site: str,
    entry: str,
    name: str,
    sort: "Sort" = "meal",
    most: int = 1,
    hours: int = 0,
    excludes: Collection[str] = (),
    here_only: bool = True,
    for_family: bool = False,
) -> str:
    """Say that a site gives out a meal or a thing, and by which rules. Returns the thing."""
    found, thing = site_for(actor, site).id, derived_id(entry, "thing")
    if written(entry):
        return thing
    said = ThingOffered(
        site=found,
        name=name.strip(),
        sort=sort,
        most=most,
        hours=hours,
        excludes=_there(found, excludes),
        here_only=here_only,
        for_family=for_family,
    )
    check_thing(name=name, taken=_taken(found, name), most=most, hours=hours)
    append(said, by=actor, stream=thing, id=entry)
    return thing


@needs("relief.change_thing")
@transaction.atomic
def change_thing(
    actor: Actor,
    *,
    thing: str,
    entry: str,
    after: str = "",
    name: str,
    sort: "Sort",
    most: int,
    hours: int,
    excludes: Collection[str],
    here_only: bool,
    for_family: bool,
) -> None:
    """Give it out under another name, or by other rules."""
    found = thing_for(actor, thing)
    if written(entry):
        return
    check_offered(found.ended_on)
    check_thing(name=name, taken=_taken(found.site, name, but=thing), most=most, hours=hours)
    said = ThingChanged(
        site=found.site,
        name=name.strip(),
        sort=sort,
        most=most,
        hours=hours,
        excludes=_there(found.site, excludes, but=thing),
        here_only=here_only,
        for_family=for_family,
    )
    append(said, by=actor, stream=found.id, id=entry, after=after)


def _taken(site: str, name: str, *, but: str = "") -> bool:
    return any(one.name.casefold() == name.strip().casefold() and one.id != but for one in things_at(site))


def _there(site: str, things: Collection[str], *, but: str = "") -> tuple[str, ...]:
    known = {one.id for one in things_at(site)} - {but}
    return tuple(sorted(known & set(things)))


@needs("relief.end_thing")
@transaction.atomic
def end_thing(actor: Actor, *, thing: str, entry: str) -> None:
    """Give it out no longer."""
    found = thing_for(actor, thing)
    if written(entry):
        return
    check_offered(found.ended_on)
    append(ThingEnded(), by=actor, stream=found.id, id=entry)
