"""Saying that a screening began and that it ended; never what was asked or found."""

from datetime import date

from django.db import transaction

from onward.access.queries import staff_for
from onward.access.rules import Actor, needs
from onward.cases.actions.saying import Saying
from onward.cases.events import Closes, Holder, Opens, ScreeningBegun, ScreeningEnded, ScreeningResult
from onward.cases.queries import case_for, screening_for, step_of
from onward.cases.rules import SCREENING_NORM, check_on, check_screener, check_screening_ends, check_stay
from onward.journal.append import written
from onward.kit.dates import today
from onward.kit.ids import derived_id, new_id


@needs("cases.begin_screening")
@transaction.atomic
def begin_screening(
    actor: Actor,
    *,
    case: str,
    on: date,
    staff: str = "",
    body: str = "",
    blocks: bool = False,
    entry: str = "",
    after: str = "",
) -> None:
    """Say that somebody began to screen a person; it may hold up the present step, whose days are then theirs."""
    file, entry = case_for(actor, case), entry or new_id()
    if written(entry):
        return
    check_stay(file.ended_on)
    check_on(on, today=today(), not_before=file.arrived_on)
    screening = Opens(
        id=derived_id(entry, "screening"),
        kind="screening",
        what="screening",
        holder=_screener(actor, staff, body),
        norm=SCREENING_NORM,
        blocks=step_of(file) if blocks else "",
    )
    begun = ScreeningBegun(screening=screening.id, by=screening.holder, opens=(screening,))
    Saying(by=actor, case=file.id, on=on, entry=entry, after=after).say(begun)


def _screener(actor: Actor, staff: str, body: str) -> Holder:
    member = staff_for(actor, staff) if staff else None
    check_screener(staff=staff, body=body, left=member is not None and member.left_on is not None)
    if member is not None:
        return Holder(kind="staff", id=member.id, name=member.name)
    return Holder(kind="body", name=" ".join(body.split()))


@needs("cases.end_screening")
@transaction.atomic
def end_screening(
    actor: Actor, *, case: str, screening: str, on: date, result: ScreeningResult, entry: str = "", after: str = ""
) -> None:
    """Say that a screening ended, with its result code."""
    file, found = case_for(actor, case), screening_for(actor, case, screening)
    if entry and written(entry):
        return
    check_stay(file.ended_on)
    check_screening_ends(ended_on=found.ended_on)
    check_on(on, today=today(), not_before=found.begun_on)
    ended = ScreeningEnded(screening=found.id, result=result, closes=(Closes(id=found.id),))
    Saying(by=actor, case=file.id, on=on, entry=entry, after=after).say(ended)
