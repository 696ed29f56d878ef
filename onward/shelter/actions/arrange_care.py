from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.events import Closes, Opens
from onward.cases.queries import case_for, check_opens
from onward.cases.rules import UNDER_AGE
from onward.journal.append import append, written
from onward.journal.compartments import CHILD
from onward.kit.dates import today
from onward.kit.ids import derived_id
from onward.shelter.events import InterimCareArranged
from onward.shelter.queries import care_for, open_matters, worker_of
from onward.shelter.rules import check_care, check_review

if TYPE_CHECKING:
    from onward.cases.models import Case
    from onward.shelter.events.safety import CareKind


@needs("shelter.arrange_care")
@transaction.atomic
def arrange_care(
    actor: Actor,
    *,
    case: str,
    arrangement: "CareKind",
    carer: str = "",
    place: str = "",
    decided_by: str,
    review_on: date,
    words: str = "",
    entry: str,
) -> None:
    """Say who cares for a child that is alone, who decided on it, and by when it is looked at again."""
    found = case_for(actor, case)
    check_opens(actor, found, CHILD)
    if written(entry):
        return
    adult = bool(carer) and case_for(actor, carer).age not in UNDER_AGE
    child = found.age in UNDER_AGE
    check_care(child=child, arrangement=arrangement, carer=carer, case=found.id, adult=adult, decided_by=decided_by)
    check_review(review_on, today=today())
    arranged = InterimCareArranged(
        arrangement=arrangement,
        carer=carer if arrangement == "carer" else "",
        place=place,
        decided_by=decided_by,
        review_on=review_on,
        words=words,
        by_name=actor.name,
        opens=(_looked_at_again(found, entry, review_on),),
        closes=_before(actor, found),
    )
    append(arranged, by=actor, stream=found.id, id=entry)


def _looked_at_again(case: "Case", entry: str, on: date) -> Opens:
    return Opens(
        id=derived_id(entry, "review"),
        kind="care",
        what="interim_care",
        holder=worker_of(case),
        norm=(on - today()).days,
        compartment=CHILD,
    )


def _before(actor: Actor, case: "Case") -> tuple[Closes, ...]:
    """What was owed of the arrangement before this one."""
    before = care_for(actor, case)
    still = {matter.id for matter in open_matters(case.id)}
    return (Closes(id=before.matter),) if before and before.matter in still else ()
