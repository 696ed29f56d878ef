"""Giving one to a person: by their card, for their family, at the help desk; and taking a wrong scan back.

Each opens with the write lock, so two counters that scan one card in the same moment are heard one after the other.
"""

from typing import TYPE_CHECKING

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.queries import case_for, case_of_scan
from onward.cases.rules import secret_of
from onward.journal.append import append, written
from onward.kit.ids import derived_id
from onward.relief.events import ServingWithdrawn, ThingServed
from onward.relief.queries import check_may_have, family_due, person_for, serving_for, thing_for, why_not
from onward.relief.rules import check_because, check_card, check_family, check_given, check_offered, stream_of

if TYPE_CHECKING:
    from onward.cases.models import Case
    from onward.relief.events import By
    from onward.relief.models import Thing


@needs("relief.serve_thing")
@transaction.atomic
def serve_thing(actor: Actor, *, thing: str, code: str, entry: str) -> str:
    """Give one to whoever's card this is, if the rules of the thing let them have it now. Returns the serving.

    Two cards may be scanned on one page before it is answered: the entry's id follows from the page's and the person.
    """
    found = thing_for(actor, thing)
    check_offered(found.ended_on)
    case = case_of_scan(actor, code)
    check_card(is_code=secret_of(code) is not None, known=case is not None)
    assert case is not None  # noqa: S101 - checked in the line above
    serving = derived_id(entry, "served", case.id)
    if not written(serving):
        check_may_have(found, case)
        _give(actor, found, case, by="card", entry=serving)
    return serving


@needs("relief.serve_family")
@transaction.atomic
def serve_family(actor: Actor, *, serving: str, entry: str) -> None:
    """Give theirs to the rest of the family of whoever was given one a moment ago, as far as each may have it."""
    first = serving_for(actor, serving)
    found = thing_for(actor, first.thing)
    if written(entry):
        return
    check_given(taken_back=first.taken_back)
    due = family_due(found, case_for(actor, first.case))
    check_family(offered=found.for_family, due=len(due))
    for place, one in enumerate(due):
        _give(actor, found, one, by="family", entry=derived_id(entry, one.id) if place else entry)


@needs("relief.serve_at_desk")
@transaction.atomic
def serve_at_desk(actor: Actor, *, case: str, thing: str, because: str = "", entry: str) -> None:
    """Give one at the help desk: to whoever has no card with them, or against a rule, with a reason."""
    person, found = person_for(actor, case), thing_for(actor, thing)
    if written(entry):
        return
    check_offered(found.ended_on)
    refused = why_not(found, person)
    check_because(refused=refused, because=because)
    _give(actor, found, person, by="desk", entry=entry, because=because.strip() if refused else "")


def _give(actor: Actor, thing: "Thing", case: "Case", *, by: "By", entry: str, because: str = "") -> None:
    served = ThingServed(case=case.id, thing=thing.id, site=thing.site, by=by, because=because, by_name=actor.name)
    append(served, by=actor, stream=stream_of(case.id), id=entry)


@needs("relief.take_back_serving")
@transaction.atomic
def take_back_serving(actor: Actor, *, serving: str, reason: str = "", entry: str) -> None:
    """Say that one was not given after all: the person may have it again."""
    found = serving_for(actor, serving)
    if written(entry):
        return
    check_given(taken_back=found.taken_back)
    said = ServingWithdrawn(serving=found.id, reason=reason.strip(), by_name=actor.name)
    append(said, by=actor, stream=found.stream, id=entry)
