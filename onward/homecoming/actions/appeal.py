from collections.abc import Sequence
from datetime import date

from django.db import transaction
from msgspec.structs import replace

from onward.access.rules import Actor, needs
from onward.cases.events import Holder, Opens
from onward.cases.queries import case_for
from onward.homecoming.actions.nationality import CONFIRMED
from onward.homecoming.actions.saying import Step
from onward.homecoming.events import RefusalAppealed
from onward.homecoming.queries import Standing, one_of
from onward.homecoming.rules import check_appeal, check_wish_goes, steps_anew, steps_kept
from onward.homecoming.rules.letters import NORM, answer_to
from onward.journal.append import written


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
    check_wish_goes(standing.wish, standing.way)
    check_appeal(answer=refused.answer, pending=refused not in standing.appealable)
    step.check_told(standing, given, told)
    event = RefusalAppealed(
        asked=asked,
        consent=consent,
        body=given.body,
        fields=tuple(told),
        ground=ground,
        counsel=counsel,
        reference=reference,
    )
    _say(step, event, standing)


def _say(step: Step, event: RefusalAppealed, standing: Standing) -> None:
    """An appeal asks again: whoever decides on it now owes the answer."""
    body, reached = Holder(kind="body", id=event.consent, name=event.body), standing.reached(asked=True)
    owed = Opens(id=answer_to(step.entry), kind="appeal", what="nationality", holder=body, norm=NORM)
    step.say(
        replace(event, opens=(owed,), holds=step.holding(CONFIRMED, "appealed", body)),
        done=["appealed", "nationality_asked", *steps_kept(reached)],
        undone=steps_anew(reached),
        held_by={CONFIRMED: body},
    )
