"""Emergencies follow what is said of them."""

from onward.emergency.events import FileOpened, OpeningAsked, OpeningConfirmed, OpeningRefused, OpeningReviewed
from onward.emergency.models import Emergency, Look
from onward.emergency.rules import review_due
from onward.journal.entries import Entry
from onward.journal.project import projector

SEALED = ("record", "legal")


@projector(OpeningAsked, opens=SEALED)
def keep_asked(event: OpeningAsked, entry: Entry) -> None:
    Emergency.objects.create(
        id=entry.id,
        stream=entry.stream,
        by=entry.author,
        organisation=event.organisation,
        roles=list(event.roles),
        site=event.site,
        custody=event.custody,
        reason=event.reason,
        asked_at=entry.recorded,
        asked_on=entry.recorded_on,
        matter=event.opens[0].id if event.opens else "",
    )


@projector(OpeningConfirmed)
def keep_confirmed(event: OpeningConfirmed, entry: Entry) -> None:
    Emergency.objects.filter(id=event.asked).update(
        second=entry.author,
        second_organisation=event.organisation,
        confirmed_at=entry.recorded,
        review=event.opens[0].id if event.opens else "",
        review_due=review_due(entry.recorded_on),
    )


@projector(OpeningRefused, opens=SEALED)
def keep_refused(event: OpeningRefused, entry: Entry) -> None:
    said = {"second": entry.author, "refused_on": entry.recorded_on, "words": event.words}
    Emergency.objects.filter(id=event.asked).update(**said)


@projector(FileOpened)
def keep_look(event: FileOpened, entry: Entry) -> None:
    Look.objects.create(id=entry.id, stream=entry.stream, asked=event.asked, by=entry.author, at=entry.recorded)


@projector(OpeningReviewed, opens=SEALED)
def keep_review(event: OpeningReviewed, entry: Entry) -> None:
    Emergency.objects.filter(id=event.asked).update(
        reviewed_by=entry.author,
        reviewed_on=entry.recorded_on,
        in_order=event.in_order,
        review_words=event.words,
        withheld=event.withheld,
    )
