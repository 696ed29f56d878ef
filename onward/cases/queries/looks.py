"""How often somebody looked for a person by a name: what the quota counts, and what oversight is told."""

from datetime import date, timedelta

import msgspec
from django.db.models import Count

from onward.access.queries import staff_names
from onward.access.rules import Actor
from onward.cases.models import Look
from onward.kit.dates import now, today

TOLD_FOR = timedelta(days=7)


class BeyondQuota(msgspec.Struct, frozen=True, kw_only=True):
    """That somebody, on a day, looked for more names than one person may, in so many hours of it."""

    by: str
    day: date
    hours: int


def looks_within_the_hour(actor: Actor) -> tuple[int, bool]:
    """For how many names the actor has looked within the last hour, and whether more was refused to them."""
    mine = list(
        Look.objects.filter(stream=actor.id, at__gt=now() - timedelta(hours=1)).values_list("beyond", flat=True)
    )
    return mine.count(False), any(mine)


def look_of(actor: Actor, entry: str) -> Look | None:
    """What was written of an earlier look in the same form."""
    return Look.objects.filter(id=entry, stream=actor.id).first()


def looks_beyond_for(actor: Actor) -> list[BeyondQuota]:
    """Who at the actor's sites looked for more names than one person may, within a week; latest first."""
    beyond = Look.objects.filter(beyond=True, day__gt=today() - TOLD_FOR).order_by()
    if not actor.everywhere:
        beyond = beyond.filter(site__in=actor.sites)
    days = list(beyond.values("stream", "day").annotate(many=Count("id")))
    staff = staff_names({one["stream"] for one in days})
    told = [BeyondQuota(by=staff.get(one["stream"], ""), day=one["day"], hours=one["many"]) for one in days]
    return sorted(told, key=lambda one: (one.day, one.by), reverse=True)
