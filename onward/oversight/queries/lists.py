"""Reviews across residents: what is due, missed, held and decided, for those who watch over it."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import msgspec
from django.db.models import Count, F, Q, QuerySet

from onward.access.rules import Actor
from onward.cases.queries import case_names, ids_within
from onward.kit.dates import place_in, today
from onward.oversight.models import Review
from onward.places.queries import names_of

RECENT = timedelta(days=30)
SHOWN = ("missed", "due", "held", "decided")


class Line(msgspec.Struct, frozen=True):
    """One review, and whose it is."""

    review: Review
    case_name: str
    site: str


class AtSite(msgspec.Struct, frozen=True, kw_only=True):
    """How many reviews of a site are missed, due, held without a decision, decided in the last thirty days."""

    site: str
    missed: int
    due: int
    held: int
    decided: int


def _wanted(day: date) -> Mapping[str, Q]:
    still = Q(closed_on=None)
    return {
        "missed": still & Q(held_on=None, due_on__lt=day),
        "due": still & Q(held_on=None, due_on__gte=day),
        "held": still & Q(held_on__isnull=False),
        "decided": Q(decided_on__gte=day - RECENT, closed_on__isnull=False),
    }


def _within(actor: Actor) -> QuerySet[Review]:
    return Review.objects.all() if actor.everywhere else Review.objects.filter(site__in=actor.sites)


def counts_for(actor: Actor) -> list[AtSite]:
    """How the reviews stand at each site within reach, by name."""
    wanted = _wanted(today())
    recent = Q(closed_on=None) | wanted["decided"]
    counts: dict[str, Any] = {name: Count("id", filter=which) for name, which in wanted.items()}
    rows: list[Any] = list(_within(actor).filter(recent).values("site").annotate(**counts).order_by("site"))
    names = names_of(row["site"] for row in rows)
    told = [
        AtSite(
            site=names.get(row["site"], ""),
            missed=row["missed"],
            due=row["due"],
            held=row["held"],
            decided=row["decided"],
        )
        for row in rows
    ]
    return sorted(told, key=lambda one: one.site)


def count_reviews(actor: Actor, shown: str, *, at_most: int) -> int:
    """How many reviews there are of one of the lists, at the actor's sites."""
    return _within(actor).filter(_wanted(today())[shown])[:at_most].count()


def reviews_for(actor: Actor, shown: str, *, after: str = "", size: int = 25) -> list[Line]:
    """Reviews at the actor's sites: those missed the longest first, then by day."""
    found = _within(actor).filter(_wanted(today())[shown])
    order = "-decided_on" if shown == "decided" else "due_on"
    day, last = place_in(after)
    if day:
        field = order.lstrip("-")
        beyond = "lt" if shown == "decided" else "gt"
        found = found.filter(Q(**{f"{field}__{beyond}": day}) | Q(**{field: day, "id__gt": last}))
    rows = list(found.order_by(F(order.lstrip("-")).desc() if shown == "decided" else order, "id")[:size])
    for review in rows:
        review.words = review.reasons = ""
    names, sites = case_names(review.stream for review in rows), names_of(review.site for review in rows)
    return [Line(review, names.get(review.stream, ""), sites.get(review.site, "")) for review in rows]


def without_review(actor: Actor, *, after: str, size: int) -> list[str]:
    """Residents who are here and have no review to come: their case ids in order, from the one after `after` on."""
    have = Review.objects.filter(closed_on=None).values("stream")
    here = ids_within(actor).filter(ended_on=None, id__gt=after)
    return list(here.exclude(id__in=have).order_by("id")[:size])
