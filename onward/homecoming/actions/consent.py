from collections.abc import Sequence
from datetime import date

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.queries import case_for
from onward.homecoming.actions.saying import Step
from onward.homecoming.events import ConsentGiven, ConsentWithdrawn
from onward.homecoming.queries import Standing, one_of
from onward.homecoming.rules import check_consent, check_withdrawal, steps_anew, steps_kept
from onward.journal.append import written
from onward.kit.dates import today


@needs("homecoming.record_consent")
@transaction.atomic
def record_consent(
    actor: Actor,
    *,
    case: str,
    entry: str,
    after: str = "",
    on: date,
    body: str,
    told: Sequence[str],
    purpose: str = "",
    language: str = "",
    interpreter: str = "",
    until: date | None = None,
) -> None:
    """Record that the resident agrees that one named body is told these things, and nothing else."""
    found = case_for(actor, case)
    if written(entry):
        return
    step = Step(by=actor, case=found, entry=entry, after=after, on=on)
    standing = Standing(found.id)
    step.check()
    body = " ".join(body.split())
    check_consent(body=body, fields=told, until=until, today=today(), live=[consent.body for consent in standing.live])
    event = ConsentGiven(
        body=body,
        fields=tuple(told),
        purpose=purpose,
        language=language,
        interpreter=interpreter,
        until=until,
    )
    reached = standing.reached(given=True)
    step.say(event, done=["consented", *steps_kept(reached)], undone=steps_anew(reached))


@needs("homecoming.withdraw_consent")
@transaction.atomic
def withdraw_consent(
    actor: Actor, *, case: str, entry: str, after: str = "", on: date, consent: str, words: str = ""
) -> None:
    """Record that the resident took a consent back; no reason is asked."""
    found = case_for(actor, case)
    if written(entry):
        return
    _withdraw(Step(by=actor, case=found, entry=entry, after=after, on=on), consent, words)


@needs("homecoming.take_back_consent")
@transaction.atomic
def take_back_consent(actor: Actor, *, entry: str, consent: str) -> None:
    """Take one's own consent back, at one's own page; nobody is asked for a reason, and no page is too old for it."""
    found = case_for(actor, actor.id)
    if not written(entry):
        _withdraw(Step(by=actor, case=found, entry=entry, after="", on=today()), consent)


def _withdraw(step: Step, consent: str, words: str = "") -> None:
    standing = Standing(step.case.id)
    given = one_of(standing.consents, consent)
    step.check(not_before=given.given_on)
    check_withdrawal(given.withdrawn_on)
    reached = standing.reached(withdrawn=consent)
    event = ConsentWithdrawn(consent=consent, words=words)
    step.say(event, done=steps_kept(reached), undone=steps_anew(reached))
