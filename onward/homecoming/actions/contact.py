from datetime import date

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.queries import case_for
from onward.homecoming.actions.saying import Step
from onward.homecoming.events import ContactChecked
from onward.homecoming.queries import Standing, one_of
from onward.homecoming.rules import (
    CheckState,
    check_contact_possible,
    check_judgement,
    check_second_person,
    outcome_of,
    steps_anew,
    steps_kept,
)
from onward.journal.append import written

STEP = "contact_checked"


@needs("homecoming.check_contact")
@transaction.atomic
def check_contact(
    actor: Actor,
    *,
    case: str,
    entry: str,
    after: str = "",
    on: date,
    consent: str,
    safe: bool,
    reasons: str,
    sources: str,
) -> None:
    """Judge whether asking a body is safe; the first of two people opens nothing, the second is somebody else."""
    found = case_for(actor, case)
    if written(entry):
        return
    step = Step(by=actor, case=found, entry=entry, after=after, on=on)
    standing = Standing(found.id)
    given = one_of(standing.consents, consent)
    step.check(not_before=given.given_on)
    check_contact_possible(live=given in standing.live, checked=standing.contact_state(consent))
    check_judgement(reasons=reasons, sources=sources)
    check = standing.contact_check(consent)
    outcome, first = CheckState.FIRST, ""
    if check is not None and check.state == CheckState.FIRST:
        check_second_person(first_by=check.first_by, by=actor.id)
        first, outcome = check.id, outcome_of(first=check.first_safe, second=safe)
    event = ContactChecked(
        consent=consent,
        safe=safe,
        first=first,
        organisation=actor.organisation,
        reasons=reasons,
        sources=sources,
    )
    reached = standing.reached(safe=consent)
    step.judge(event, STEP, outcome, done=steps_kept(reached), undone=steps_anew(reached))
