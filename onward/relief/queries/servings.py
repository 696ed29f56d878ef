"""What one person was given, and whether they may have one now.

Read by the counter, which is answered yes or no; by the help desk and oversight, but never of whom their own
organisation keeps; and by the person.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from onward.access.rules import Actor, may
from onward.cases.queries import case_for, case_names, family_of, knows_of, of_host
from onward.kit.dates import now, start_of, today
from onward.kit.errors import NotFound, RuleBroken
from onward.relief.models import Serving, Thing
from onward.relief.queries.things import things_at
from onward.relief.rules import (
    SHOWN_DAYS,
    Had,
    Terms,
    check_collected,
    check_due,
    check_offered,
    check_person,
    stream_of,
)
from onward.relief.rules.words import BY
from onward.waiting.queries import matters_of

if TYPE_CHECKING:
    from onward.cases.models import Case

EXCEPTIONS = 200


class Given(NamedTuple):
    """One that a person was given, for whoever may know. `because`: why, though a rule said no."""

    id: str
    name: str
    at: datetime
    how: str
    by_name: str
    because: str
    taken_back: bool
    who: str = ""
    case: str = ""


class Standing(NamedTuple):
    """Of one thing: why the person may not have it now, or nothing."""

    thing: Thing
    refused: str


def person_for(actor: Actor, case: str) -> "Case":
    """A resident whose meals and things the actor may know: never one whom their own organisation keeps."""
    found = case_for(actor, case)
    if of_host(actor, found):
        raise NotFound(case)
    return found


def check_may_have(thing: Thing, case: "Case", *, by_family: bool = False) -> None:
    """Whether this person may have one now. Raises RuleBroken with the one sentence that is said at the counter."""
    check_offered(thing.ended_on)
    check_person(ended=case.ended_on is not None, here_only=thing.here_only, here=case.site == thing.site)
    if by_family and thing.here_only:
        check_collected(looked_for=_looked_for(case.id))
    others = {one.id: one for one in things_at(thing.site, ended=True)}
    either = {one.id for one in others.values() if thing.id in one.excluded} | thing.excluded
    terms = Terms(thing.id, thing.name, thing.most, thing.hours, either)
    names = {one.id: one.name for one in others.values()}
    check_due(terms, _had(case.id, hours=thing.hours), now=now(), names=names)


def why_not(thing: Thing, case: "Case", *, by_family: bool = False) -> str:
    """Why this person may not have one now; nothing if they may."""
    try:
        check_may_have(thing, case, by_family=by_family)
    except RuleBroken as broken:
        return str(broken.sentence)
    return ""


def _looked_for(case: str) -> bool:
    return any(one.kind == "absence" and one.closed_on is None for one in matters_of(case))


def _had(case: str, *, hours: int) -> list[Had]:
    since = min(start_of(today()), now() - timedelta(hours=hours))
    rows = Serving.objects.filter(stream=stream_of(case), at__gte=since, taken_back=False)
    return [Had(*row) for row in rows.values_list("thing", "at", "on")]


def standings_of(case: "Case") -> list[Standing]:
    """All that the site of a person gives out, and whether they may have it now."""
    return [Standing(one, why_not(one, case)) for one in things_at(case.site)]


def family_due(thing: Thing, case: "Case") -> list["Case"]:
    """The others of a family who may have one now and stay at the same site."""
    if not thing.for_family:
        return []
    others = [one for one in family_of(case) if one.site == thing.site and one.ended_on is None]
    return [one for one in others if not why_not(thing, one, by_family=True)]


def given_to(case: str) -> list[Given]:
    """What a person was given in the last days, the latest first: for themselves, or after `person_for`."""
    since = start_of(today()) - timedelta(days=SHOWN_DAYS - 1)
    rows = list(Serving.objects.filter(stream=stream_of(case), at__gte=since).order_by("-at", "-id"))
    return list(_named(rows))


def _named(rows: Iterable[Serving]) -> Iterable[Given]:
    rows = list(rows)
    names = dict(Thing.objects.filter(id__in={one.thing for one in rows}).values_list("id", "name"))
    who = case_names(one.case for one in rows)
    for one in rows:
        how = str(BY.get(one.by, ""))
        yield Given(
            one.id,
            names.get(one.thing, ""),
            one.at,
            how,
            one.by_name,
            one.because,
            one.taken_back,
            who.get(one.case, ""),
            one.case,
        )


def serving_for(actor: Actor, serving: str) -> Serving:
    """One that the actor gave today; or, at the help desk, one of a person they may know of."""
    found = Serving.objects.filter(id=serving).first()
    if found is None or not actor.reaches(found.site):
        raise NotFound(serving)
    if not (found.staff == actor.id and found.on == today()):
        if not may(actor, "relief.see_person"):
            raise NotFound(serving)
        person_for(actor, found.case)
    return found


def served_by(actor: Actor, serving: str) -> Serving | None:
    """One that the actor gave a moment ago, for the answer on their page."""
    return Serving.objects.filter(id=serving, staff=actor.id, on=today(), taken_back=False).first()


def exceptions_for(actor: Actor) -> list[Given]:
    """What help desks gave though a rule said no, the latest first; none of people kept by the actor's own."""
    since = start_of(today()) - timedelta(days=SHOWN_DAYS - 1)
    found = Serving.objects.filter(at__gte=since).exclude(because="")
    if not actor.everywhere:
        found = found.filter(site__in=actor.sites)
    # Who may know of whom is asked before the list is cut: what one may not read pushes nothing off it.
    knows = knows_of(actor, set(found.values_list("case", flat=True)))
    known = [case for case, about in knows.items() if not about.of_host]
    return list(_named(found.filter(case__in=known).order_by("-at", "-id")[:EXCEPTIONS]))
