from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from msgspec.structs import replace

from onward.access.rules import Actor, needs
from onward.cases.queries import case_for
from onward.homecoming.actions.saying import EXIT_STEP, Step
from onward.homecoming.events import FamilySaid, ReturnChecked
from onward.homecoming.queries import Standing, relatives_for
from onward.homecoming.rules import (
    CheckState,
    check_best_interests,
    check_family,
    check_judgement,
    check_return_possible,
    check_second_organisation,
    check_second_person,
    check_wish_goes,
    outcome_of,
    verdict,
)
from onward.journal.append import written

if TYPE_CHECKING:
    from onward.homecoming.models import Check

STEP = "return_checked"
RETURN = {CheckState.SAFE: {"return": "safe"}, CheckState.UNSAFE: {"return": "unsafe"}}
"""What two judgements that agree tell of the return."""


@needs("homecoming.check_return")
@transaction.atomic
def check_return(
    actor: Actor,
    *,
    case: str,
    entry: str,
    after: str = "",
    on: date,
    safe_there: bool,
    not_refouled: bool,
    family: FamilySaid,
    fit_to_travel: bool,
    reasons: str,
    sources: str,
    family_words: str = "",
    fit_by: str = "",
    best_interests: bool | None = None,
) -> None:
    """Judge whether going is safe, each question by itself; two people of two organisations, sources named."""
    found = case_for(actor, case)
    if written(entry):
        return
    step = Step(by=actor, case=found, entry=entry, after=after, on=on)
    said = ReturnChecked(
        safe=verdict(safe_there, not_refouled, fit_to_travel, best_interests),
        safe_there=safe_there,
        not_refouled=not_refouled,
        best_interests=best_interests,
        fit_to_travel=fit_to_travel,
        fit_by=fit_by,
        family=family,
        family_words=family_words,
        organisation=actor.organisation,
        reasons=reasons,
        sources=sources,
    )
    _judge(step, Standing(found.id), said)


def _judge(step: Step, standing: Standing, said: ReturnChecked) -> None:
    first = standing.open_return_check
    step.check(not_before=first.first_on if first else None)
    check_wish_goes(standing.wish, standing.way)
    check_return_possible(standing.return_state)
    unnamed = said.fit_to_travel and not said.fit_by.strip()
    check_judgement(reasons=said.reasons, sources=said.sources, unnamed=unnamed)
    check_best_interests(child=standing.is_child, said=said.best_interests, determined=standing.determined)
    _check_divided(step.by, standing.case, said.family, said.family_words)
    outcome = _weigh(step.by, first, safe=said.safe, family=said.family)
    event = replace(said, first=first.id if first else "")
    step.judge(event, STEP, outcome, done=[], undone=[EXIT_STEP], facts=RETURN.get(outcome, {}))


def _weigh(actor: Actor, first: "Check | None", *, safe: bool, family: str) -> CheckState:
    check_second_organisation(first=first.first_organisation if first else "", second=actor.organisation)
    if first is None:
        return CheckState.FIRST
    check_second_person(first_by=first.first_by, by=actor.id)
    return outcome_of(first=first.first_safe, second=safe, same=family == first.family)


def _check_divided(actor: Actor, case: str, family: str, words: str) -> None:
    relatives = relatives_for(actor, case)
    check_family(
        said=family,
        words=words,
        staying=[relative.name for relative in relatives if not relative.going],
        going=[relative.name for relative in relatives if relative.going],
    )
