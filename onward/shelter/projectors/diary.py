"""From entries to what is on at a site, who follows it, and what its committee was promised."""

from datetime import time

from onward.journal.entries import Entry
from onward.journal.project import projector
from onward.kit.ids import derived_id
from onward.shelter.events import (
    CommitteeMinuted,
    FeedOpened,
    FeedStopped,
    OccasionCancelled,
    OccasionPlanned,
    PromiseAnswered,
)
from onward.shelter.models import CalendarFeed, Meeting, Promised, SiteDay

NO_TOKEN = ""
"""Of a feed that was stopped: no address leads to it."""


@projector(OccasionPlanned)
def keep_days(event: OccasionPlanned, entry: Entry) -> None:
    """A row for each day."""
    for number, day in enumerate(event.days):
        SiteDay.objects.create(
            id=derived_id(entry.id, str(number)),
            stream=entry.stream,
            sort=event.sort,
            title=event.title,
            day=day,
            begins=time.fromisoformat(event.begins),
            minutes=event.minutes,
            where=event.where,
            audience=event.audience,
        )


@projector(OccasionCancelled)
def cancel_day(event: OccasionCancelled, entry: Entry) -> None:  # noqa: ARG001 - every projector takes both
    """It does not take place."""
    SiteDay.objects.filter(id=event.occasion).update(cancelled=True)


@projector(FeedOpened)
def keep_feed(event: FeedOpened, entry: Entry) -> None:
    """It answers from now on."""
    CalendarFeed.objects.create(
        id=entry.id, stream=entry.stream, by=entry.author, token=event.token, since=entry.recorded_on
    )


@projector(FeedStopped)
def drop_feed(event: FeedStopped, entry: Entry) -> None:  # noqa: ARG001 - every projector takes both
    """It answers no more."""
    CalendarFeed.objects.filter(id=event.feed).update(stopped=True, token=NO_TOKEN)


@projector(CommitteeMinuted)
def keep_meeting(event: CommitteeMinuted, entry: Entry) -> None:
    """The meeting, and a row for each promise."""
    Meeting.objects.create(id=entry.id, stream=entry.stream, on=entry.day, topics=event.topics, asked=event.asked)
    for number, one in enumerate(event.promises):
        Promised.objects.create(
            id=derived_id(entry.id, "promise", str(number)),
            stream=entry.stream,
            meeting=entry.id,
            words=one.words,
            holder=one.holder,
            holder_name=one.name,
            made_on=entry.day,
            due_on=one.due,
        )


@projector(PromiseAnswered)
def answer_promise(event: PromiseAnswered, entry: Entry) -> None:
    """What became of it."""
    Promised.objects.filter(id=event.promise).update(answered_on=entry.day, kept=event.kept, answer=event.words)
