from collections.abc import Sequence
from datetime import date

from django.db import transaction
from msgspec.structs import replace

from onward.access.rules import Actor, needs
from onward.cases.events import Holder
from onward.cases.queries import case_for
from onward.harmless import Harmless
from onward.homecoming.actions.saying import Step
from onward.homecoming.events import Answer, NationalityAnswered, NationalityAsked
from onward.homecoming.queries import Standing, one_of
from onward.homecoming.rules import Reached, check_answer, check_wish_goes, steps_anew, steps_kept
from onward.journal.append import written

CONFIRMED = "nationality_confirmed"


@needs("homecoming.ask_nationality")
@transaction.atomic
def ask_nationality(
    actor: Actor,
    *,
    case: str,
    entry: str,
    after: str = "",
    on: date,
    consent: str,
    told: Sequence[str],
    reference: str = "",
) -> None:
    """Ask a body to confirm the nationality, or remind it; what the letter tells is kept for the resident to read."""
    found = case_for(actor, case)
    if written(entry):
        return
    step = Step(by=actor, case=found, entry=entry, after=after, on=on)
    standing = Standing(found.id)
    given = one_of(standing.consents, consent)
    pending = next((inquiry for inquiry in standing.open_inquiries if inquiry.consent == consent), None)
    step.check(not_before=pending.asked_on if pending else given.given_on)
    check_wish_goes(standing.wish, standing.way)
    step.check_told(standing, given, told)
    event = NationalityAsked(
        consent=consent,
        body=given.body,
        fields=tuple(told),
        reminds=pending.id if pending else "",
        reference=reference,
    )
    if pending:
        step.say(event)
    else:
        _open_question(step, event, standing.reached(asked=True))


def _open_question(step: Step, event: NationalityAsked, reached: Reached) -> None:
    """From the first letter on the step of the answer is the body's; a reminder changes nothing of that."""
    body = Holder(kind="body", id=event.consent, name=event.body)
    step.say(
        replace(event, holds=step.holding(CONFIRMED, "asked_again", body)),
        done=["nationality_asked", *steps_kept(reached)],
        undone=steps_anew(reached),
        held_by={CONFIRMED: body},
    )


@needs("homecoming.record_answer")
@transaction.atomic
def record_answer(
    actor: Actor,
    *,
    case: str,
    entry: str,
    after: str = "",
    on: date,
    asked: str,
    answer: Answer,
    words: str = "",
    scan: Harmless | None = None,
) -> None:
    """Record what the body answered. A refusal or silence leaves the step open, held by that body."""
    found = case_for(actor, case)
    if written(entry):
        return
    step = Step(by=actor, case=found, entry=entry, after=after, on=on)
    inquiry = one_of(Standing(found.id).inquiries, asked)
    step.check(not_before=inquiry.asked_on)
    check_answer(inquiry.answer)
    confirmed = answer == "confirmed"
    body = Holder(kind="body", id=inquiry.consent, name=inquiry.body)
    event = NationalityAnswered(
        asked=asked,
        answer=answer,
        words=words,
        scan=step.keep(scan, sealed="legal"),
        holds=() if confirmed else step.holding(CONFIRMED, answer, body),
    )
    step.say(event, done=[CONFIRMED] if confirmed else [], facts={"nationality": answer})
