"""Which places are held."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet

from onward.access.rules import Actor
from onward.cases.queries import case_names, family_ids
from onward.kit.dates import today
from onward.places.queries import closed_places_for, place_for
from onward.shelter.models import Held, Lodging, Transfer

OFFERED = 100


class Hold(NamedTuple):
    """One place that is held: for `people` (a resident and their family), or else for whoever has no place yet."""

    place: str
    case: str
    people: frozenset[str]
    until: date
    reason: str
    by_name: str


def _live() -> QuerySet[Held]:
    return Held.objects.filter(until__gte=today())


def _told(rows: QuerySet[Held]) -> dict[str, Hold]:
    found = list(rows)
    families = family_ids({row.held_for for row in found} - {""})
    return {
        row.place: Hold(
            row.place,
            row.held_for,
            frozenset({row.held_for, families.get(row.held_for, "")} - {""}),
            row.until,
            row.reason,
            row.by_name,
        )
        for row in found
    }


def holds_at(site: str) -> dict[str, Hold]:
    """The places of a site that are held today."""
    return _told(_live().filter(stream=site))


def holds_on(places: Collection[str]) -> dict[str, Hold]:
    """Those of these places that are held today."""
    return _told(_live().filter(place__in=places))


def held_places(site: str) -> set[str]:
    """The ids of the places of a site that are held today, taken or not."""
    return set(_live().filter(stream=site).values_list("place", flat=True))


def held_within(actor: Actor) -> int:
    """How many empty places within the actor's reach are held today."""
    rows = _live() if actor.everywhere else _live().filter(stream__in=actor.sites)
    held = set(rows.values_list("place", flat=True))
    if not held:
        return 0
    usable = held - closed_places_for(actor)
    return len(usable - set(Lodging.objects.filter(place__in=usable).values_list("place", flat=True)))


def hold_for(actor: Actor, place: str) -> tuple[str, str, Hold | None]:
    """The site and name of a place within reach, and how it is held, if it is."""
    found = place_for(actor, place)
    return found.site, found.name, holds_on([place]).get(place)


def may_be_held_for(actor: Actor, site: str) -> list[tuple[str, str]]:
    """For whom a place can be held: who is at the site without one, and who is on the road to it."""
    if not actor.reaches(site):
        return []
    here = Lodging.objects.filter(site=site, waits_since__isnull=False).values_list("id", flat=True)
    road = Transfer.objects.filter(to_site=site, state="under_way").values_list("stream", flat=True)
    names = case_names([*here[:OFFERED], *road[:OFFERED]])
    return sorted(names.items(), key=lambda one: one[1])
