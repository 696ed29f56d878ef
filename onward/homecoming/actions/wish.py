from datetime import date

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.queries import case_for
from onward.homecoming.actions.saying import Step
from onward.homecoming.events import WishRecorded, WishSaid
from onward.homecoming.queries import Standing
from onward.homecoming.rules import check_wish
from onward.journal.append import written


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
    step.say(event, done=["heard"], undone=["return_checked"] if another else [], facts={"wish": wish})
