"""What is on at a site, who follows it, and what its committee was promised; for whoever works or stays there."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from onward.access.queries import actor_of_staff, staff_for
from onward.access.rules import RESIDENT, Actor
from onward.access.rules.grants import COORDINATOR
from onward.cases.queries import sites_of
from onward.kit.dates import today
from onward.kit.errors import NotFound
from onward.places.queries import names_of, site_for
from onward.shelter.models import CalendarFeed, Meeting, Promised, SiteDay

SHOWN = 24


class Minutes(NamedTuple):
    """A meeting of the committee, with what was promised then."""

    on: date
    topics: str
    asked: str
    promises: Sequence[Promised]


class Feed(NamedTuple):
    """An address that the actor made for themselves."""

    id: str
    token: str
    since: date


def check_there(actor: Actor, site: str) -> str:
    """The site, for whoever works there, or stays there themselves; 404 for all others."""
    if RESIDENT in actor.roles:
        if sites_of([actor.id]).get(actor.id) != site:
            raise NotFound(site)
        return site
    return site_for(actor, site).id


def site_days_between(actor: Actor, site: str, first: date, last: date) -> list[SiteDay]:
    """What is on at a site from one day until another, in order."""
    found = SiteDay.objects.filter(stream=check_there(actor, site), day__range=(first, last), cancelled=False)
    return list(found.order_by("day", "begins", "id"))


def site_day_for(actor: Actor, occasion: str) -> SiteDay:
    """One day of something that is on at a site within reach."""
    found = SiteDay.objects.filter(id=occasion).first()
    if found is None:
        raise NotFound(occasion)
    check_there(actor, found.stream)
    return found


def feeds_for(actor: Actor, site: str) -> list[Feed]:
    """The addresses under which the actor follows the calendar of a site."""
    rows = CalendarFeed.objects.filter(stream=site_for(actor, site).id, by=actor.id, stopped=False).order_by("id")
    return [Feed(row.id, row.token, row.since) for row in rows]


def feed_for(actor: Actor, feed: str) -> CalendarFeed:
    """One of them."""
    found = CalendarFeed.objects.filter(id=feed, by=actor.id).first()
    if found is None:
        raise NotFound(feed)
    return found


def feeds_of(actor: Actor, staff: str) -> list[CalendarFeed]:
    """The addresses that a member of staff within the actor's reach follows; who has left has none that answers."""
    return list(CalendarFeed.objects.filter(by=staff_for(actor, staff).id, stopped=False).order_by("id"))


def follower_of(token: str) -> tuple[Actor, str]:
    """Who follows which site under this address, with what they may do today; 404 for an address that does not answer.

    Whoever left, or works there no longer, follows it no longer.
    """
    found = CalendarFeed.objects.filter(token=token).first() if token else None
    if found is None:
        raise NotFound(token)
    actor = actor_of_staff(found.by)
    site_for(actor, found.stream)
    return actor, found.stream


def meetings_for(actor: Actor, site: str) -> list[Minutes]:
    """What the committee of a site spoke of and was promised, the latest first."""
    meetings = list(Meeting.objects.filter(stream=check_there(actor, site)).order_by("-on", "-id")[:SHOWN])
    promises: dict[str, list[Promised]] = {one.id: [] for one in meetings}
    for row in Promised.objects.filter(meeting__in=list(promises)).order_by("id"):
        promises[row.meeting].append(row)
    return [Minutes(one.on, one.topics, one.asked, promises[one.id]) for one in meetings]


def promise_for(actor: Actor, promise: str) -> Promised:
    """One promise to a committee: for whoever made it, and whoever coordinates."""
    found = Promised.objects.filter(id=promise).first()
    if found is None:
        raise NotFound(promise)
    site_for(actor, found.stream)
    if actor.id != found.holder and COORDINATOR not in actor.roles:
        raise NotFound(promise)
    return found


def promises_owed(actor: Actor, *, size: int) -> list[tuple[Promised, str]]:
    """What the actor promised committees and has not answered, with the site; to coordinate, of all what is late."""
    owed = Promised.objects.filter(answered_on=None)
    own = list(owed.filter(holder=actor.id).order_by("due_on", "id")[:size])
    if COORDINATOR in actor.roles:
        late = owed.filter(due_on__lt=today()).exclude(holder=actor.id)
        late = late if actor.everywhere else late.filter(stream__in=actor.sites)
        own += list(late.order_by("due_on", "id")[:size])
    names = names_of({row.stream for row in own})
    return [(row, names.get(row.stream, "")) for row in own]
