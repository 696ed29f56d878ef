"""Many residents: whole files, or what a list says of each."""

from collections.abc import Collection, Iterable
from datetime import date
from heapq import merge
from itertools import islice
from typing import NamedTuple, Protocol, TypeVar

from django.db.models import QuerySet

from onward.access.rules import Actor
from onward.cases.models import Case


class Listed(NamedTuple):
    """What a list says of a resident. Lists are long: this is read in half the time of a whole file's row."""

    id: str
    name: str
    site: str
    stage: str
    arrived_on: date
    ended_on: date | None


def cases_for(
    actor: Actor,
    *,
    after: str = "",
    site: str = "",
    stage: str = "",
    ended: bool | None = False,
    ids: Collection[str] | None = None,
    places: Collection[str] | None = None,
    unassigned: bool = False,
    size: int = 25,
) -> list[Case]:
    """Residents in the actor's reach, latest arrival first, `size` of them from the one after `after` on.

    `ended`: False for those who are here, True for those whose stay has ended, None for both.
    """
    wanted = _wanted(after=after, stage=stage, ended=ended)
    if ids is not None:
        wanted = wanted.filter(id__in=ids)
    if places is not None:
        wanted = wanted.filter(place__in=places)
    if unassigned:
        wanted = wanted.filter(case_worker="")
    return _first(((part[:size]) for part in _parts(actor, wanted, site)), size)


def listed_for(
    actor: Actor, *, after: str = "", site: str = "", stage: str = "", ended: bool | None = False, size: int = 25
) -> list[Listed]:
    """The same residents, as a list shows them."""
    parts = _parts(actor, _wanted(after=after, stage=stage, ended=ended), site)
    return _first((map(Listed._make, part.values_list(*Listed._fields)[:size]) for part in parts), size)


def _wanted(*, after: str, stage: str, ended: bool | None) -> QuerySet[Case]:
    wanted = Case.objects.order_by("-id")
    if after:
        wanted = wanted.filter(id__lt=after)
    if stage:
        wanted = wanted.filter(stage=stage)
    return wanted if ended is None else wanted.filter(ended_on__isnull=not ended)


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


Found = TypeVar("Found", bound=_HasId)


def _first(walks: Iterable[Iterable[Found]], size: int) -> list[Found]:
    # One walk along an index for each site, merged: an OR over sites would make SQLite sort the whole table.
    merged = merge(*walks, key=lambda found: found.id, reverse=True)
    return list(islice({found.id: found for found in merged}.values(), size))


def _parts(actor: Actor, wanted: QuerySet[Case], site: str) -> list[QuerySet[Case]]:
    if "resident" in actor.roles:
        return [wanted.filter(id=actor.id)]
    if site:
        return [wanted.filter(site=site) if actor.reaches(site) else wanted.filter(site=site, case_worker=actor.id)]
    if actor.everywhere:
        return [wanted]
    return [*(wanted.filter(site=one) for one in sorted(actor.sites)), wanted.filter(case_worker=actor.id)]
