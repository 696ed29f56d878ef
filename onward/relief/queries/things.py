"""What a site gives out, and how many it gave: for those who serve, and those who order food. Never whom."""

from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Count

from onward.access.rules import Actor
from onward.cases.queries import count_present
from onward.journal.reading import version
from onward.kit.errors import NotFound
from onward.places.queries import site_for
from onward.relief.models import Serving, Thing

DAYS = 14


class Offered(NamedTuple):
    """A thing, and how many of it were given today."""

    thing: Thing
    today: int


class Counts(NamedTuple):
    """How many of each thing a site gave on each of its last days; and how many people it has."""

    site: str
    name: str
    here: int
    things: list[Thing]
    days: list[tuple[date, list[tuple[str, int]]]]


def thing_for(actor: Actor, thing: str) -> Thing:
    """One thing of a site in the actor's reach, with the `version` that a page shows."""
    found = Thing.objects.filter(id=thing).first()
    if found is None or not actor.reaches(found.site):
        raise NotFound(thing)
    found.version = version(found.id)
    return found


def things_at(site: str, *, ended: bool = False) -> list[Thing]:
    """What a site gives out, meals first, by name; with what it gave out once, if asked."""
    found = Thing.objects.filter(site=site)
    return list((found if ended else found.filter(ended_on=None)).order_by("sort", "name", "id"))


def offered_at(site: str, *, day: date) -> list[Offered]:
    """What a site gives out, with how many it gave on a day."""
    things = things_at(site)
    given = _given([one.id for one in things], day)
    return [Offered(one, given.get((one.id, day), 0)) for one in things]


def given_on(thing: str, day: date) -> int:
    """How many of a thing were given on a day."""
    return Serving.objects.filter(thing=thing, on=day, taken_back=False).count()


def counts_for(actor: Actor, site: str, *, day: date) -> Counts:
    """The last days of a site, the latest first: headcounts, and nothing else."""
    found = site_for(actor, site)
    given = _given([one.id for one in things_at(site, ended=True)], day - timedelta(days=DAYS - 1))
    seen = {thing for thing, _on in given}
    things = [one for one in things_at(site, ended=True) if one.ended_on is None or one.id in seen]
    days = [day - timedelta(days=number) for number in range(DAYS)]
    rows = [(on, [(one.name, given.get((one.id, on), 0)) for one in things]) for on in days]
    return Counts(site, found.name, count_present(actor, site=site), things, rows)


def _given(things: list[str], since: date) -> dict[tuple[str, date], int]:
    given = Serving.objects.filter(thing__in=things, on__gte=since, taken_back=False)
    return {(thing, on): many for thing, on, many in given.values_list("thing", "on").annotate(many=Count("id"))}
