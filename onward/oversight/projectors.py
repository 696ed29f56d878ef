"""Reviews follow the matters that are opened, held and closed; what oversight is told follows its own entries."""

from datetime import timedelta

from onward.cases.events import CaseEvent, CaseOpenedEvent, Opens
from onward.journal.entries import Entry
from onward.journal.project import projector
from onward.oversight.events import (
    AnswersTaken,
    DecisionTold,
    FeedSealed,
    KeyNamed,
    ReviewDecided,
    ReviewHeld,
    ReviewOpened,
)
from onward.oversight.models import FeedState, OversightKey, Review


@projector(CaseEvent)
def keep_reviews(event: CaseEvent, entry: Entry) -> None:
    for opens in event.opens:
        if opens.kind == "review":
            _open(opens, event, entry)
    for holds in event.holds:
        held = {"reviewer": holds.holder.id, "reviewer_name": holds.holder.name}
        Review.objects.filter(id=holds.id).update(**held)
    for closes in event.closes:
        Review.objects.filter(id=closes.id).update(closed_on=entry.day)
    if event.moves is not None and event.moves.site:
        Review.objects.filter(closed_on=None).update(site=event.moves.site)
    if event.facts.get("ended"):
        Review.objects.filter(closed_on=None).update(closed_on=entry.day)


def _open(opens: Opens, event: CaseEvent, entry: Entry) -> None:
    before = list(Review.objects.filter(stream=entry.stream).order_by("-number")[:1])
    Review.objects.create(
        id=opens.id,
        number=before[0].number + 1 if before else 1,
        site=_site(event) or (before[0].site if before else ""),
        opened_on=entry.day,
        due_on=entry.day + timedelta(days=opens.norm or 0),
        reviewer=opens.holder.id,
        reviewer_name=opens.holder.name,
    )


def _site(event: CaseEvent) -> str:
    return event.site if isinstance(event, CaseOpenedEvent | ReviewOpened) else ""


@projector(ReviewHeld, opens=("record", "legal"))
def note_held(event: ReviewHeld, entry: Entry) -> None:
    Review.objects.filter(id=event.review).update(
        held_on=entry.day,
        heard=event.heard,
        language=event.language,
        interpreter=event.interpreter,
        without=event.without,
        held_by=event.by_name,
        words=event.words,
    )


@projector(ReviewDecided, opens=("record", "legal"))
def note_decided(event: ReviewDecided, entry: Entry) -> None:
    Review.objects.filter(id=event.review).update(
        decision=event.decision,
        limits=event.limits,
        decided_on=entry.day,
        decided_by=event.by_name,
        reasons=event.reasons,
        told_on=None,
        told_language="",
        told_interpreter="",
    )


@projector(DecisionTold)
def note_told(event: DecisionTold, entry: Entry) -> None:
    Review.objects.filter(id=event.review).update(
        told_on=entry.day, told_language=event.language, told_interpreter=event.interpreter
    )


@projector(KeyNamed)
def keep_key(event: KeyNamed, entry: Entry) -> None:
    OversightKey.objects.create(
        id=entry.id,
        name=event.name,
        address=event.address,
        recipient=event.recipient,
        public=event.public,
        fingerprint=event.fingerprint,
        compared_with=event.compared_with,
        named_on=entry.day,
        number=entry.number,
    )
    # Who holds another key has read nothing yet.
    FeedState.objects.filter(id=entry.stream).update(read=0, upto=0, taken=0)


@projector(FeedSealed)
def count_feed(event: FeedSealed, entry: Entry) -> None:
    FeedState.objects.get_or_create(id=entry.stream)
    FeedState.objects.filter(id=entry.stream).update(written=event.number, written_on=entry.day)


@projector(AnswersTaken)
def count_answers(event: AnswersTaken, entry: Entry) -> None:
    FeedState.objects.get_or_create(id=entry.stream)
    FeedState.objects.filter(id=entry.stream).update(
        taken=event.number, taken_on=entry.day, read=event.read, upto=event.upto
    )
