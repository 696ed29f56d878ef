"""Assessing what is best for a child now."""

from datetime import date

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.access.rules.grants import CHILD_OFFICER
from onward.care.actions.searching import Search
from onward.care.events import ChildAssessed, Verified, WithWhom
from onward.care.queries import assessments_owed, found_adult
from onward.care.rules import AGAIN, APART, NO_ONE, Relative, check_assessment
from onward.cases.events import Closes, Holder, Opens
from onward.cases.queries import case_for, check_opens
from onward.journal.append import append, written
from onward.journal.compartments import CHILD
from onward.kit.dates import said_of, today
from onward.kit.ids import derived_id


@needs("care.assess_child")
@transaction.atomic
def assess_child(
    actor: Actor,
    *,
    case: str,
    on: date,
    with_whom: WithWhom,
    caregiver: str = "",
    relation: str = "",
    verified: Verified = "no",
    heard: str = "",
    advised: str = "",
    search: Relative = NO_ONE,
    entry: str,
) -> None:
    """Say with whom a child is and what is best for them now; on one without parents, somebody looks in again."""
    found = case_for(actor, case)
    check_opens(actor, found, CHILD)
    if written(entry):
        return
    adult, words = found_adult(found.id), {"caregiver": caregiver, "heard": heard, "advised": advised}
    check_assessment(with_whom=with_whom, found_adult=adult, on=on, since=found.arrived_on, today=today(), **words)
    assessed = ChildAssessed(
        with_whom=with_whom,
        caregiver=caregiver,
        heard=heard,
        advised=advised,
        relation=relation,
        verified=verified,
        by_name=actor.name,
        opens=(_again(actor, entry),) if with_whom in APART else (),
        closes=tuple(Closes(id=one) for one in assessments_owed(found.id)),
    )
    at, precision = said_of(on)
    append(assessed, by=actor, stream=found.id, id=entry, happened_at=at, precision=precision, within=CHILD)
    Search(by=actor, case=found, entry=entry).say(search, language=found.language)


def _again(actor: Actor, entry: str) -> Opens:
    holder = Holder(kind="staff", id=actor.id, name=actor.name, office=CHILD_OFFICER)
    return Opens(id=derived_id(entry, "again"), kind="assessment", what="look_in", holder=holder, norm=AGAIN)
