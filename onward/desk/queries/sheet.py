"""How far the journal reaches, to be printed and kept by somebody."""

from datetime import date

import msgspec

from onward.access.rules import Actor, needs
from onward.journal import clock, head
from onward.journal.witness import code_of


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on the daily sheet: the last entry that was signed, and the code by which it is known again."""

    number: int = 0
    recorded_on: date | None = None
    code: str = ""


@needs("desk.see_daily_sheet")
def daily_sheet_for(actor: Actor) -> Sheet:  # noqa: ARG001 - the same for everybody who may see it
    """Today's sheet; empty before anything was signed, or where the journal does not agree with its head."""
    said = head.read()
    if said is None or head.standing() not in head.SOUND:
        return Sheet()
    return Sheet(number=said.number, recorded_on=clock.date_of(said.recorded_at), code=code_of(said))
