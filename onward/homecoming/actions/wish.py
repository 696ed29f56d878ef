from datetime import date

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.queries import case_for
from onward.homecoming.actions.saying import Step
from onward.homecoming.events import WishRecorded, WishSaid, WishWithdrawn
from onward.homecoming.queries import Standing
from onward.homecoming.rules import check_wish, check_wish_stands
from onward.journal.append import written
from onward.kit.dates import today


@needs("homecoming.record_wish")
@transaction.atomic
def record_wish(
    actor: Actor,
    *,
    case: str,
    entry: str,
    after: str = "",
    on: date,
    wish: WishSaid,
    country: str = "",
    words: str = "",
    informed: str = "",
    language: str = "",
    interpreter: str = "",
) -> None:
    """Record what the resident wishes for themselves; it may change at any time, and nothing stands in the way."""
    found = case_for(actor, case)
    if written(entry):
        return
    step = Step(by=actor, case=found, entry=entry, after=after, on=on)
    step.check()
    check_wish(wish, country)
    event = WishRecorded(
        wish=wish,
        country=country.strip(),
        words=words,
        informed=informed,
        language=language,
        interpreter=interpreter,
    )
    before = Standing(found.id)
    another = bool(before.wish) and (before.wish, before.country) != (wish, event.country)
    facts = {"wish": wish} | ({"return": ""} if another else {})
    step.say(event, done=["heard"], undone=["return_checked"] if another else [], facts=facts)


@needs("homecoming.withdraw_wish")
@transaction.atomic
def withdraw_wish(
    actor: Actor,
    *,
    case: str,
    entry: str,
    after: str = "",
    on: date,
    words: str = "",
    language: str = "",
    interpreter: str = "",
) -> None:
    """Record that the resident took their wish back and said no other; no reason is asked."""
    found = case_for(actor, case)
    if written(entry):
        return
    step = Step(by=actor, case=found, entry=entry, after=after, on=on)
    _withdraw(step, WishWithdrawn(words=words, language=language, interpreter=interpreter))


@needs("homecoming.take_back_wish")
@transaction.atomic
def take_back_wish(actor: Actor, *, entry: str) -> None:
    """Take one's own wish back, at one's own page; nobody is asked for a reason, and no page is too old for it."""
    found = case_for(actor, actor.id)
    if not written(entry):
        _withdraw(Step(by=actor, case=found, entry=entry, after="", on=today()), WishWithdrawn())


def _withdraw(step: Step, event: WishWithdrawn) -> None:
    said = Standing(step.case.id).said
    step.check(not_before=said.said_on if said else None)
    check_wish_stands(said is not None)
    step.say(event, undone=["return_checked"], facts={"wish": "", "return": ""})
