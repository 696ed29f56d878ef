"""What is on at a site, who follows it, and what its committee was promised."""

import secrets
from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from onward.access.queries import staff_for
from onward.access.rules import Actor, needs
from onward.journal.append import append, written
from onward.kit.dates import said_of, today
from onward.kit.ids import derived_id
from onward.places.queries import site_for
from onward.shelter.events import (
    CommitteeMinuted,
    FeedOpened,
    FeedStopped,
    OccasionCancelled,
    OccasionPlanned,
    PromiseAnswered,
)
from onward.shelter.events.diary import Promise
from onward.shelter.queries.diary import feed_for, feeds_of, promise_for, site_day_for
from onward.shelter.rules.diary import (
    Asked,
    check_any,
    check_meeting,
    check_nobody_named,
    check_occasion,
    check_on_time,
    check_promise,
)

if TYPE_CHECKING:
    from onward.shelter.events.diary import Audience, Occasion


@needs("shelter.plan_occasion")
@transaction.atomic
def plan_occasion(
    actor: Actor,
    *,
    site: str,
    sort: "Occasion",
    title: str,
    day: date,
    begins: time,
    minutes: int,
    times: int = 1,
    where: str = "",
    audience: "Audience" = "everybody",
    entry: str,
) -> None:
    """Put something on the calendar of a site: once, or on the same day of several weeks."""
    found = site_for(actor, site).id
    if written(entry):
        return
    check_occasion(title=title, where=where, day=day, today=today())
    planned = OccasionPlanned(
        sort=sort,
        title=title.strip(),
        days=tuple(day + timedelta(weeks=number) for number in range(times)),
        begins=begins.strftime("%H:%M"),
        minutes=minutes,
        where=where.strip(),
        audience=audience,
    )
    append(planned, by=actor, stream=found, id=entry)


@needs("shelter.cancel_occasion")
@transaction.atomic
def cancel_occasion(actor: Actor, *, occasion: str, reason: str = "", entry: str) -> None:
    """Call one day of it off."""
    found = site_day_for(actor, occasion)
    if written(entry):
        return
    check_on_time(found.cancelled)
    append(OccasionCancelled(occasion=found.id, reason=reason.strip()), by=actor, stream=found.stream, id=entry)


@needs("shelter.open_feed")
@transaction.atomic
def open_feed(actor: Actor, *, site: str, entry: str) -> None:
    """Make an address under which one follows the calendar of a site; nobody can guess it."""
    found = site_for(actor, site).id
    if not written(entry):
        append(FeedOpened(token=secrets.token_urlsafe(24)), by=actor, stream=found, id=entry)


@needs("shelter.stop_feed")
@transaction.atomic
def stop_feed(actor: Actor, *, feed: str, entry: str) -> None:
    """Stop such an address: it answers no more."""
    if written(entry):
        return
    found = feed_for(actor, feed)
    append(FeedStopped(feed=found.id), by=actor, stream=found.stream, id=entry)


@needs("shelter.stop_feeds")
@transaction.atomic
def stop_feeds(actor: Actor, *, staff: str, entry: str) -> None:
    """Stop every address under which a member of staff follows a calendar: of a telephone that was lost or taken."""
    found = feeds_of(actor, staff)
    if written(entry):
        return
    check_any(found)
    for number, one in enumerate(found):
        id_ = derived_id(entry, "feed", str(number)) if number else entry
        append(FeedStopped(feed=one.id), by=actor, stream=one.stream, id=id_)


@needs("shelter.note_meeting")
@transaction.atomic
def note_meeting(
    actor: Actor, *, site: str, on: date, topics: str, asked: str = "", promises: Sequence[Asked] = (), entry: str
) -> None:
    """Note what the residents' committee spoke of and was promised. Residents of the site read it."""
    found = site_for(actor, site).id
    if written(entry):
        return
    check_meeting(on=on, topics=topics, promises=promises, today=today())
    check_nobody_named(topics, "topics")
    check_nobody_named(asked, "asked")
    said = CommitteeMinuted(
        topics=topics.strip(), asked=asked.strip(), promises=tuple(_promise(actor, one) for one in promises)
    )
    at, precision = said_of(on)
    append(said, by=actor, stream=found, id=entry, happened_at=at, precision=precision)


def _promise(actor: Actor, said: Asked) -> Promise:
    check_nobody_named(said.words, "topics")
    holder = staff_for(actor, said.holder)
    return Promise(words=said.words.strip(), holder=holder.id, name=holder.name, due=said.due)


@needs("shelter.answer_promise")
@transaction.atomic
def answer_promise(actor: Actor, *, promise: str, kept: bool, words: str = "", entry: str) -> None:
    """Say what became of a promise to the committee."""
    found = promise_for(actor, promise)
    if written(entry):
        return
    check_promise(answered=found.answered_on is not None, words=words, kept=kept)
    check_nobody_named(words, "words")
    append(PromiseAnswered(promise=found.id, kept=kept, words=words.strip()), by=actor, stream=found.stream, id=entry)
