"""Noting what somebody needs, on any day, and meeting it."""

from datetime import date

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.care.events import NeedMet, NeedNoted
from onward.care.queries import may_note, need_for
from onward.care.rules import ANTENATAL, NEEDS, URGENCIES, check_need, check_noting
from onward.cases.events import Closes, Opens
from onward.cases.queries import case_for, holder_within
from onward.journal.append import append, written
from onward.kit.dates import said_of, today
from onward.kit.ids import derived_id


@needs("care.note_need")
@transaction.atomic
def note_need(
    actor: Actor,
    *,
    case: str,
    what: str,
    urgency: str,
    on: date,
    note: str = "",
    due_month: str = "",
    entry: str,
) -> None:
    """Note a need where those who meet it read it, and nobody else; it is theirs from then on."""
    found = case_for(actor, case)
    if written(entry):
        return
    check_noting(
        what=what,
        urgency=urgency,
        on=on,
        today=today(),
        arrived_on=found.arrived_on,
        ended=found.ended_on is not None,
        may=may_note(actor, found),
        due_month=due_month,
    )
    need = NEEDS[what]
    holder = holder_within(need.within, need.office, found.site, host=found.host)
    opens = [
        Opens(id=derived_id(entry, "need"), kind="need", what=what, holder=holder, norm=URGENCIES[urgency].norm),
    ]
    if what == "pregnant":
        antenatal = derived_id(entry, "antenatal")
        opens.append(Opens(id=antenatal, kind="need", what="antenatal", holder=holder, norm=ANTENATAL))
    said = NeedNoted(what=what, urgency=urgency, note=note, due_month=due_month, by_name=actor.name, opens=tuple(opens))
    happened_at, precision = said_of(on)
    append(said, by=actor, stream=found.id, id=entry, happened_at=happened_at, precision=precision, within=need.within)


@needs("care.meet_need")
@transaction.atomic
def meet_need(actor: Actor, *, case: str, need: str, note: str = "", entry: str) -> None:
    """Note that what a resident needed was given or done."""
    owed = need_for(actor, case, need)
    if written(entry):
        return
    check_need(kind=owed.kind, is_open=owed.closed_on is None)
    met = NeedMet(need=owed.id, what=owed.what, note=note, by_name=actor.name, closes=(Closes(id=owed.id),))
    append(met, by=actor, stream=case, id=entry, within=owed.compartment)
