from datetime import date

from django.db import transaction
from msgspec.structs import replace

from onward.access.rules import Actor, needs
from onward.cases.queries import case_for
from onward.homecoming.actions.saying import WAITS, Step
from onward.homecoming.events import BestInterestsDetermined, Decision
from onward.homecoming.queries import Standing
from onward.homecoming.rules import CheckState, agreed, check_determination, check_second_person
from onward.journal.append import written

STEP = "best_interests_determined"


@needs("homecoming.determine_best_interests")
@transaction.atomic
def determine_best_interests(
    actor: Actor,
    *,
    case: str,
    entry: str,
    after: str = "",
    on: date,
    decision: Decision,
    reasons: str,
    heard: str,
) -> None:
    """Determine what is best for a child; the first of two people opens nothing, the second is somebody else."""
    found = case_for(actor, case)
    if written(entry):
        return
    step = Step(by=actor, case=found, entry=entry, after=after, on=on)
    standing = Standing(found.id)
    first = standing.open_determination
    step.check(not_before=first.first_on if first else None)
    check_determination(decision=decision, reasons=reasons, heard=heard)
    outcome = CheckState.FIRST
    if first is not None:
        check_second_person(first_by=first.first_by, by=actor.id)
        outcome = agreed(first=first.decision, second=decision)
    event = BestInterestsDetermined(decision=decision, first=first.id if first else "", reasons=reasons, heard=heard)
    if outcome is not CheckState.SAFE:
        step.say(replace(event, holds=step.holding(STEP, WAITS[outcome])))
    elif decision == "stay":
        step.say(replace(event, holds=step.holding(STEP, "stays_for_now")))
    else:
        facts = {"age": "adult"} if decision == "adult" else {}
        # What was agreed to and found safe to ask meanwhile counts from now on.
        done = [STEP, *(["consented"] if standing.live else []), *(["contact_checked"] if standing.askable else [])]
        step.say(event, done=done, facts=facts, decided=decision)
