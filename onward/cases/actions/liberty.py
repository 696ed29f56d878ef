"""May the person leave: the order, the challenge, the hearing, the answer."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from msgspec.structs import replace

from onward.access.rules import Actor, needs
from onward.cases.actions.saying import Saying
from onward.cases.events import (
    ChallengeAnswer,
    ChallengeAnswered,
    ChallengeHeard,
    ChallengeWithdrawn,
    Closes,
    Holds,
    LibertyChallenged,
    LibertyRecorded,
    MayLeave,
    Opens,
)
from onward.cases.queries import (
    answers_challenge,
    case_for,
    challenge_for,
    challenge_of,
    liberty_of,
    order_of,
)
from onward.cases.rules import (
    CHALLENGE_NORM,
    check_challenge,
    check_challenge_answer,
    check_hearing,
    check_liberty,
    check_on,
    check_stay,
    check_taking_back,
    check_told,
)
from onward.journal.append import append, written
from onward.kit.dates import today
from onward.kit.ids import derived_id, new_id

if TYPE_CHECKING:  # a model is for its own app's queries and projectors; its type is for everybody
    from onward.cases.models import Case


@needs("cases.record_liberty")
@transaction.atomic
def record_liberty(
    actor: Actor,
    *,
    case: str,
    may_leave: MayLeave,
    by: str = "",
    ground: str = "",
    limits: str = "",
    since: date | None = None,
    organisation: str = "",
    told_on: date | None = None,
    told_language: str = "",
    interpreter: str = "",
    entry: str = "",
    after: str = "",
) -> None:
    """Record whether the person may leave, since when, by whose order and on what ground; none given is an answer."""
    file = case_for(actor, case)
    check_liberty(may_leave=may_leave, by=by, limits=limits, told_on=told_on, since=since, today=today())
    recorded = LibertyRecorded(
        may_leave=may_leave,
        by=by,
        ground=ground,
        limits=limits if may_leave == "limits" else "",
        since=since.isoformat() if since else "",
        organisation=organisation,
        **_told(told_on, told_language, interpreter),
    )
    append(_with_challenge(recorded, actor, file), by=actor, stream=file.id, id=entry, after=after)


def _with_challenge(recorded: LibertyRecorded, actor: Actor, file: "Case") -> LibertyRecorded:
    """A challenge that nobody could answer finds its officer; one of an order that is no more is closed."""
    challenge = liberty_of(actor, file).open_challenge
    if challenge is None:
        return recorded
    if recorded.may_leave == "yes":
        return replace(recorded, closes=(Closes(id=challenge.matter),))
    if challenge.organisation or not recorded.organisation:
        return recorded
    return replace(recorded, holds=(Holds(id=challenge.matter, holder=answers_challenge(file, recorded.organisation)),))


@needs("cases.challenge_liberty")
@transaction.atomic
def challenge_liberty(actor: Actor, *, case: str, words: str = "", entry: str) -> None:
    """Challenge, on one's own page, the order under which one may not leave; its officer owes an answer."""
    _challenge(actor, case, words=words, language=actor.language, noted_by="", on=today(), entry=entry)


@needs("cases.note_challenge")
@transaction.atomic
def note_challenge(
    actor: Actor,
    *,
    case: str,
    words: str = "",
    language: str = "",
    on: date | None = None,
    review: str = "",
    found: str = "",
    entry: str = "",
    after: str = "",
) -> None:
    """Note that a person challenges the order aloud, or that a review of stay did not agree with it."""
    _challenge(
        actor,
        case,
        words=words,
        language=language,
        noted_by=actor.name,
        on=on or today(),
        review=review,
        found=found,
        entry=entry or new_id(),
        after=after,
    )


def _challenge(actor: Actor, case: str, *, on: date, entry: str, after: str = "", **said: str) -> None:
    file = case_for(actor, case)
    if written(entry):
        return
    check_stay(file.ended_on)
    check_on(on, today=today(), not_before=file.arrived_on)
    challenge, order = liberty_of(actor, file).open_challenge, order_of(file)
    check_challenge(
        may_leave=order.may_leave if order else "not_said",
        open_since=challenge.challenged_on if challenge else None,
    )
    organisation = order.organisation if order else ""
    matter = Opens(
        id=derived_id(entry, "challenge"),
        kind="challenge",
        what="challenge",
        holder=answers_challenge(file, organisation),
        norm=CHALLENGE_NORM,
    )
    challenged = LibertyChallenged(
        matter=matter.id,
        organisation=organisation,
        opens=(matter,),
        **_trimmed(said),
    )
    Saying(by=actor, case=file.id, on=on, entry=entry, after=after).say(challenged)


@needs("cases.take_back_challenge")
@transaction.atomic
def take_back_challenge(actor: Actor, *, entry: str) -> None:
    """Take back, on one's own page, one's challenge of the order: nobody asks why, and it may be challenged anew."""
    file, challenge = case_for(actor, actor.id), challenge_of(actor, actor.id)
    if written(entry):
        return
    check_stay(file.ended_on)
    check_taking_back(closed=challenge.closed, of_review=bool(challenge.review))
    taken = ChallengeWithdrawn(challenge=challenge.id, closes=(Closes(id=challenge.matter, outcome="withdrawn"),))
    Saying(by=actor, case=file.id, on=today(), entry=entry).say(taken)


def _trimmed(said: dict[str, str]) -> dict[str, Any]:
    return {field: words.strip() for field, words in said.items()}


@needs("cases.hear_challenge")
@transaction.atomic
def hear_challenge(
    actor: Actor,
    *,
    case: str,
    on: date,
    by: str,
    language: str = "",
    interpreter: str = "",
    entry: str = "",
    after: str = "",
) -> None:
    """Note that the person was heard on their challenge."""
    file, challenge = case_for(actor, case), challenge_of(actor, case)
    if entry and written(entry):
        return
    check_stay(file.ended_on)
    check_hearing(by=by, closed=challenge.closed)
    check_on(on, today=today(), not_before=challenge.challenged_on)
    heard = ChallengeHeard(challenge=challenge.id, by=by.strip(), language=language, interpreter=interpreter)
    Saying(by=actor, case=file.id, on=on, entry=entry, after=after).say(heard)


@needs("cases.answer_challenge")
@transaction.atomic
def answer_challenge(
    actor: Actor,
    *,
    case: str,
    on: date,
    answer: ChallengeAnswer,
    reasons: str = "",
    limits: str = "",
    told_on: date | None = None,
    told_language: str = "",
    interpreter: str = "",
    entry: str = "",
    after: str = "",
) -> None:
    """Answer a challenge to an order of one's own organisation; what it changes holds from that day."""
    challenge, file = challenge_for(actor, case), case_for(actor, case)
    entry = entry or new_id()
    if written(entry):
        return
    check_stay(file.ended_on)
    check_challenge_answer(answer=answer, limits=limits, closed=challenge.closed)
    check_on(on, today=today(), not_before=challenge.challenged_on)
    check_told(told_on, today=today(), not_before=on)
    told = _told(told_on, told_language, interpreter)
    answered = ChallengeAnswered(
        challenge=challenge.id,
        answer=answer,
        by_name=actor.name,
        reasons=reasons.strip(),
        closes=(Closes(id=challenge.matter),),
        **told,
    )
    Saying(by=actor, case=file.id, on=on, entry=entry, after=after).say(answered)
    if answer != "upheld":
        changed = _changed(file, actor, limits=limits.strip() if answer == "changed" else "", since=on, told=told)
        Saying(by=actor, case=file.id, on=on, entry=derived_id(entry, "liberty"), cause=entry).say(changed)


def _told(told_on: date | None, language: str, interpreter: str) -> dict[str, Any]:
    if told_on is None:
        return {}
    return {"told_on": told_on.isoformat(), "told_language": language, "interpreter": interpreter}


def _changed(file: "Case", actor: Actor, *, limits: str, since: date, told: dict[str, Any]) -> LibertyRecorded:
    """What now holds: within limits, still by whose order and on which ground it was; or free to leave."""
    order = order_of(file)
    return LibertyRecorded(
        may_leave="limits" if limits else "yes",
        limits=limits,
        ground=order.ground if order and limits else "",
        by=order.by if order and order.by else actor.name,
        organisation=actor.organisation,
        since=since.isoformat(),
        **told,
    )
