from collections.abc import Sequence
from datetime import date

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.events import Closes, Holder, Opens
from onward.cases.queries import case_for
from onward.homecoming.actions.nationality import CONFIRMED
from onward.homecoming.actions.saying import Step
from onward.homecoming.events import Asks, LetterSent, RefusalAppealed, Reply, ReplyRecorded
from onward.homecoming.queries import Standing, one_of
from onward.homecoming.rules import (
    check_appeal,
    check_asking,
    check_reply,
    check_wish_goes,
    steps_anew,
    steps_kept,
)
from onward.homecoming.rules.letters import LEADS_AWAY, NORM, NORMS, SETTLED
from onward.journal.append import written
from onward.kit.ids import Id, derived_id


@needs("homecoming.send_letter")
@transaction.atomic
def send_letter(
    actor: Actor,
    *,
    case: str,
    entry: str,
    after: str = "",
    on: date,
    consent: str,
    asks: Asks,
    told: Sequence[str],
    words: str = "",
    reference: str = "",
) -> None:
    """Write to a body that the resident agreed to, or remind it; what the letter tells is theirs to read."""
    found = case_for(actor, case)
    if written(entry):
        return
    step = Step(by=actor, case=found, entry=entry, after=after, on=on)
    standing = Standing(found.id)
    given = one_of(standing.consents, consent)
    pending = next((one for one in standing.unsettled if (one.consent, one.about) == (consent, asks)), None)
    step.check(not_before=pending.asked_on if pending else given.given_on)
    if asks in LEADS_AWAY:
        check_wish_goes(standing.wish)
    check_asking(
        live=given in standing.live,
        checked=standing.contact_state(consent),
        fields=told,
        consented=given.fields,
    )
    owes = Opens(id=_answer_to(entry), kind="letter", what=asks, holder=_writer(actor), norm=NORMS.get(asks, NORM))
    event = LetterSent(
        consent=consent,
        body=given.body,
        fields=tuple(told),
        asks=asks,
        reminds=pending.id if pending else "",
        words=words,
        reference=reference,
        opens=() if pending else (owes,),
        holds=step.owing(_answer_to(pending.id), "asked_again") if pending else (),
    )
    step.say(event)


@needs("homecoming.record_reply")
@transaction.atomic
def record_reply(
    actor: Actor,
    *,
    case: str,
    entry: str,
    after: str = "",
    on: date,
    asked: str,
    answer: Reply,
    words: str = "",
) -> None:
    """Record what came back on a letter. Silence, or a question back, leaves the answer owed."""
    found = case_for(actor, case)
    if written(entry):
        return
    step = Step(by=actor, case=found, entry=entry, after=after, on=on)
    letter = one_of(Standing(found.id).letters, asked)
    step.check(not_before=letter.asked_on)
    check_reply(letter.answer)
    owed = step.owing(_answer_to(letter.id), answer)
    settled = answer in SETTLED
    event = ReplyRecorded(
        asked=asked,
        answer=answer,
        words=words,
        closes=tuple(Closes(id=one.id, outcome=_outcome(answer)) for one in owed) if settled else (),
        holds=() if settled else owed,
    )
    overruled = letter.about == "appeal" and answer == "granted"
    step.say(event, done=[CONFIRMED] if overruled else [], facts={"nationality": "confirmed"} if overruled else {})


@needs("homecoming.appeal_refusal")
@transaction.atomic
def appeal_refusal(
    actor: Actor,
    *,
    case: str,
    entry: str,
    after: str = "",
    on: date,
    asked: str,
    consent: str,
    told: Sequence[str],
    ground: str,
    counsel: str = "",
    reference: str = "",
) -> None:
    """Take a refusal, or silence, on the nationality to somebody who can overrule it; their answer is then owed."""
    found = case_for(actor, case)
    if written(entry):
        return
    step = Step(by=actor, case=found, entry=entry, after=after, on=on)
    standing = Standing(found.id)
    refused, given = one_of(standing.inquiries, asked), one_of(standing.consents, consent)
    step.check(not_before=refused.answered_on)
    check_wish_goes(standing.wish)
    check_appeal(answer=refused.answer, pending=refused not in standing.appealable)
    check_asking(
        live=given in standing.live,
        checked=standing.contact_state(consent),
        fields=told,
        consented=given.fields,
    )
    body = Holder(kind="body", id=consent, name=given.body)
    event = RefusalAppealed(
        asked=asked,
        consent=consent,
        body=given.body,
        fields=tuple(told),
        ground=ground,
        counsel=counsel,
        reference=reference,
        opens=(Opens(id=_answer_to(entry), kind="appeal", what="nationality", holder=body, norm=NORM),),
        holds=step.holding(CONFIRMED, "appealed", body),
    )
    reached = standing.reached(asked=True)
    # An appeal asks again: whoever decides on it now owes the answer.
    done = ["appealed", "nationality_asked", *steps_kept(reached)]
    step.say(event, done=done, undone=steps_anew(reached), held_by={CONFIRMED: body})


def _answer_to(letter: str) -> Id:
    """The matter of the answer that is owed on a letter."""
    return derived_id(letter, "answer")


def _writer(actor: Actor) -> Holder:
    """Who wrote follows it up: the body outside is named in the letter alone."""
    office = "liaison" if "liaison" in actor.roles else "case_worker"
    return Holder(kind="staff", id=actor.id, name=actor.name, office=office)


def _outcome(answer: str) -> str:
    return "refused" if answer == "refused" else "done"
