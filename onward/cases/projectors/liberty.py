"""May the person leave, what was challenged, and what was answered."""

from datetime import date, timedelta
from typing import Any

from onward.cases.events import (
    CaseEvent,
    CaseOpenedEvent,
    ChallengeAnswered,
    ChallengeHeard,
    ChallengeWithdrawn,
    LibertyChallenged,
    LibertyRecorded,
)
from onward.cases.models import Case, Challenge, Liberty
from onward.journal.entries import Entry
from onward.journal.project import projector


@projector(CaseOpenedEvent)
def begin_liberty(event: CaseOpenedEvent, entry: Entry) -> None:
    """What was said of it on the first day; the organisation that has custody answers for it."""
    Liberty.objects.create(
        id=entry.id,
        number=1,
        may_leave=event.liberty_may_leave,
        since=entry.day,
        said_on=entry.day,
        by=event.liberty_by,
        organisation=event.custody,
        ground=event.liberty_ground,
    )


@projector(LibertyRecorded)
def keep_liberty(event: LibertyRecorded, entry: Entry) -> None:
    told_on = _day(event.told_on)
    said = {"may_leave": event.may_leave, "by": event.by, "ground": event.ground, "limits": event.limits}
    now: dict[str, Any] = {f"liberty_{field}": value for field, value in said.items()}
    Case.objects.filter(id=entry.stream).update(**now, liberty_told_on=told_on)
    Liberty.objects.create(
        id=entry.id,
        number=Liberty.objects.filter(stream=entry.stream).count() + 1,
        since=_day(event.since) or entry.day,
        said_on=entry.day,
        organisation=event.organisation,
        told_on=told_on,
        told_language=event.told_language,
        interpreter=event.interpreter,
        **said,
    )
    if event.may_leave == "yes":
        lifted = {"answer": "lifted", "answered_on": entry.day, "told_on": told_on, "closed_on": entry.day}
        Challenge.objects.filter(closed_on=None).update(**lifted)
    elif event.organisation:
        Challenge.objects.filter(closed_on=None, organisation="").update(organisation=event.organisation)


@projector(LibertyChallenged, opens=("record", "legal"))
def keep_challenge(event: LibertyChallenged, entry: Entry) -> None:
    case = Case.objects.get(id=entry.stream)
    order = Liberty.objects.filter(stream=entry.stream).order_by("-number").first()
    norm = next((opens.norm for opens in event.opens if opens.id == event.matter), None)
    Challenge.objects.create(
        id=entry.id,
        liberty=order.id if order else "",
        matter=event.matter,
        organisation=event.organisation,
        site=case.site,
        challenged_on=entry.day,
        noted_by=event.noted_by,
        review=event.review,
        found=event.found,
        words=event.words,
        due_on=None if norm is None else entry.day + timedelta(days=norm),
    )


@projector(ChallengeHeard)
def note_hearing(event: ChallengeHeard, entry: Entry) -> None:
    Challenge.objects.filter(id=event.challenge).update(
        heard_on=entry.day,
        heard_by=event.by,
        heard_language=event.language,
        heard_interpreter=event.interpreter,
    )


@projector(ChallengeAnswered, opens=("record", "legal"))
def note_answer(event: ChallengeAnswered, entry: Entry) -> None:
    Challenge.objects.filter(id=event.challenge).update(
        answer=event.answer,
        closed_on=entry.day,
        answered_on=entry.day,
        answered_by=event.by_name,
        reasons=event.reasons,
        told_on=_day(event.told_on),
        told_language=event.told_language,
        told_interpreter=event.interpreter,
    )


@projector(ChallengeWithdrawn)
def note_taken_back(event: ChallengeWithdrawn, entry: Entry) -> None:
    Challenge.objects.filter(id=event.challenge).update(closed_on=entry.day, withdrawn_on=entry.day)


@projector(CaseEvent)
def follow_challenge(event: CaseEvent, entry: Entry) -> None:
    """An open challenge goes where the person goes, and ends with the stay."""
    if event.moves is not None and event.moves.site:
        Challenge.objects.filter(closed_on=None).update(site=event.moves.site)
    if event.facts.get("ended"):
        Challenge.objects.filter(closed_on=None).update(closed_on=entry.day)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
