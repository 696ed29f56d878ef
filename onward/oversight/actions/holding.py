"""Holding a review: the person is heard."""

from datetime import date

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.events import Holder, Holds
from onward.cases.queries import case_for
from onward.journal.append import written
from onward.oversight.actions.saying import Act
from onward.oversight.events import Heard, ReviewHeld, Without
from onward.oversight.rules import check_hearing


@needs("oversight.hold_review")
@transaction.atomic
def hold_review(
    actor: Actor,
    *,
    case: str,
    on: date,
    heard: Heard,
    language: str = "",
    interpreter: str = "",
    without: Without = "",
    words: str = "",
    entry: str,
    after: str = "",
) -> None:
    """Say that a review was held: the day on which the person was heard and through whom, or why they were not."""
    act = Act(by=actor, case=case_for(actor, case), on=on, entry=entry, after=after)
    if written(entry):
        return
    review = act.own_review()
    check_hearing(heard=heard, interpreter=interpreter, without=without)
    spoken = heard == "heard"
    holder = Holder(kind="staff", id=actor.id, name=actor.name, office="reviewer")
    held = ReviewHeld(
        review=review.id,
        heard=heard,
        language=language if spoken else "",
        interpreter=interpreter.strip() if spoken else "",
        without=without if spoken else "",
        by_name=actor.name,
        words=words.strip(),
        holds=() if review.reviewer else (Holds(id=review.id, holder=holder),),
    )
    act.say(held)
