"""What a review found, and telling the person."""

from datetime import date

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.actions import note_challenge
from onward.cases.events import Closes, Holder
from onward.cases.queries import case_for, liberty_of
from onward.journal.append import written
from onward.kit.dates import today
from onward.kit.ids import derived_id
from onward.oversight.actions.saying import Act
from onward.oversight.events import Decision, DecisionTold, ReviewDecided
from onward.oversight.queries import to_tell
from onward.oversight.rules import check_decided, check_told, found_of
from onward.waiting.queries import review_owed


@needs("oversight.decide_review")
@transaction.atomic
def decide_review(
    actor: Actor,
    *,
    case: str,
    on: date,
    decision: Decision,
    reasons: str,
    limits: str = "",
    told_on: date | None = None,
    told_language: str = "",
    interpreter: str = "",
    entry: str,
    after: str = "",
) -> None:
    """Say what a review found. What holds is still the order of whoever has custody, who then owes an answer to it."""
    act = Act(by=actor, case=case_for(actor, case), on=on, entry=entry, after=after)
    if written(entry):
        return
    review = act.own_review()
    check_decided(held_on=review.held_on, decision=decision, limits=limits, reasons=reasons)
    if told_on:
        check_told(decided_on=on, told_on=None, on=told_on, today=today())
    over = decision != "not_decided"
    holder = Holder(kind="staff", id=actor.id, name=actor.name, office="reviewer")
    decided = ReviewDecided(
        review=review.id,
        decision=decision,
        limits=limits.strip() if decision == "limits" else "",
        by_name=actor.name,
        reasons=reasons.strip(),
        closes=(Closes(id=review.id),) if over else (),
        opens=(review_owed(entry, holder=holder),) if over else (),
    )
    act.say(decided)
    _ask_custody(act, decision, review.id)
    if told_on:
        told = DecisionTold(review=review.id, language=told_language, interpreter=interpreter)
        Act(by=actor, case=act.case, on=told_on, entry=derived_id(entry, "told")).say(told)


def _ask_custody(act: Act, decision: str, review: str) -> None:
    """A finding that goes further than the order is put to whoever gave it, as a challenge is."""
    liberty = liberty_of(act.by, act.case)
    found = found_of(decision, may_leave=liberty.now.may_leave if liberty.now else "not_said")
    if found and liberty.open_challenge is None:
        entry = derived_id(act.entry, "challenge")
        note_challenge(act.by, case=act.case.id, on=act.on, review=review, found=found, entry=entry)


@needs("oversight.tell_decision")
@transaction.atomic
def tell_decision(
    actor: Actor, *, case: str, on: date, language: str = "", interpreter: str = "", entry: str, after: str = ""
) -> None:
    """Say that the person was told what a review found: when, in which language, through whom."""
    act = Act(by=actor, case=case_for(actor, case), on=on, entry=entry, after=after)
    if written(entry):
        return
    review = to_tell(act.case)
    check_told(decided_on=review.decided_on, told_on=review.told_on, on=on, today=today())
    act.say(DecisionTold(review=review.id, language=language, interpreter=interpreter.strip()))
