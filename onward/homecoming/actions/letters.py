from collections.abc import Sequence
from datetime import date

from django.db import transaction
from msgspec.structs import replace

from onward.access.rules import Actor, needs
from onward.cases.events import Closes, Holder, Opens
from onward.cases.queries import case_for
from onward.harmless import Harmless
from onward.homecoming.actions.nationality import CONFIRMED
from onward.homecoming.actions.saying import Step
from onward.homecoming.events import Asks, LetterSent, Reply, ReplyRecorded
from onward.homecoming.queries import Standing, one_of
from onward.homecoming.rules import (
    check_reply,
    check_wish_goes,
)
from onward.homecoming.rules.letters import LEADS_AWAY, NORM, NORMS, SETTLED, answer_to
from onward.journal.append import written


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
        check_wish_goes(standing.wish, standing.way)
        step.check_onward()
    step.check_told(standing, given, told)
    event = LetterSent(
        consent=consent,
        body=given.body,
        fields=tuple(told),
        asks=asks,
        reminds=pending.id if pending else "",
        words=words,
        reference=reference,
    )
    _send(step, event, owed_within=NORMS.get(asks, NORM))


def _send(step: Step, event: LetterSent, *, owed_within: int) -> None:
    """A first letter opens what is owed on it; a reminder says that they were asked again."""
    if event.reminds:
        step.say(replace(event, holds=step.owing(answer_to(event.reminds), "asked_again")))
        return
    writer = _writer(step.by)
    owed = Opens(id=answer_to(step.entry), kind="letter", what=event.asks, holder=writer, norm=owed_within)
    step.say(replace(event, opens=(owed,)))


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
    scan: Harmless | None = None,
) -> None:
    """Record what came back on a letter. Silence, or a question back, leaves the answer owed."""
    found = case_for(actor, case)
    if written(entry):
        return
    step = Step(by=actor, case=found, entry=entry, after=after, on=on)
    letter = one_of(Standing(found.id).letters, asked)
    step.check(not_before=letter.asked_on)
    check_reply(letter.answer)
    owed = step.owing(answer_to(letter.id), answer)
    settled = answer in SETTLED
    event = ReplyRecorded(
        asked=asked,
        answer=answer,
        words=words,
        scan=step.keep(scan, sealed="legal"),
        closes=tuple(Closes(id=one.id, outcome=_outcome(answer)) for one in owed) if settled else (),
        holds=() if settled else owed,
    )
    overruled = letter.about == "appeal" and answer == "granted"
    step.say(event, done=[CONFIRMED] if overruled else [], facts={"nationality": "confirmed"} if overruled else {})


def _writer(actor: Actor) -> Holder:
    """Who wrote follows it up: the body outside is named in the letter alone."""
    office = "liaison" if "liaison" in actor.roles else "case_worker"
    return Holder(kind="staff", id=actor.id, name=actor.name, office=office)


def _outcome(answer: str) -> str:
    return "refused" if answer == "refused" else "done"
