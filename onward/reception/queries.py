"""Arrivals at the actor's own sites, and whether a person is known there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onward.access.rules import Actor
from onward.cases.queries import called_for, case_named, case_of_card_number
from onward.kit.errors import NotFound
from onward.reception.models import Arrival

if TYPE_CHECKING:
    from onward.cases.models import Case

MOST_FOUND = 10


def arrivals_for(actor: Actor, *, after: str = "", size: int = 25) -> list[Arrival]:
    """Arrivals at the actor's sites, latest recorded first, from the one after `after` on."""
    arrivals = Arrival.objects.order_by("-id")
    if not actor.everywhere:
        arrivals = arrivals.filter(site__in=actor.sites)
    return list((arrivals.filter(id__lt=after) if after else arrivals)[:size])


def arrival_group_for(actor: Actor, group: str) -> list[Arrival]:
    """Those who were recorded together, at a site of the actor. Raises NotFound."""
    together = [
        each for each in Arrival.objects.filter(group=group).order_by("position", "id") if actor.reaches(each.site)
    ]
    if not together:
        raise NotFound(group)
    return together


def arrival_of(actor: Actor, case: str) -> Arrival:
    """The arrival that opened a resident's file, at a site of the actor. Raises NotFound."""
    arrival = Arrival.objects.filter(stream=case).first()
    if arrival is None or not actor.reaches(arrival.site):
        raise NotFound(case)
    return arrival


def cases_in_group(group: str) -> Sequence[str]:
    """The cases that were opened together."""
    return tuple(Arrival.objects.filter(group=group).order_by("position", "id").values_list("stream", flat=True))


def look_first(actor: Actor, words: str) -> list["Case"]:
    """Residents of the actor's own sites with this case name, card number or name, in any script; never of another.

    A resident elsewhere is not found, exactly as nobody at all is not found: reception is no way to learn
    whether somebody is here. The look is to be noted first.
    """
    found = [case_named(actor, words), case_of_card_number(actor, words)]
    cases = [*filter(None, found), *called_for(actor, words, limit=MOST_FOUND)]
    return list({case.id: case for case in cases}.values())[:MOST_FOUND]
