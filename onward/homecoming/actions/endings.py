"""How a stay ends without an arrival: each said once, carefully, and nobody is hidden by it."""

from datetime import date

from django.db import transaction

from onward.access.queries import staff_for
from onward.access.rules import Actor, needs
from onward.cases.events import CardRevoked, Holder
from onward.cases.queries import card_of, case_for
from onward.homecoming.actions.ending import SOON, End
from onward.homecoming.events import Cause, Died, Disappeared, ForciblyTaken, Receiver, ResidentLeft, TransferSigned
from onward.homecoming.queries import Standing
from onward.homecoming.rules.endings import check_told, check_transfer
from onward.journal.append import append, written
from onward.kit.ids import derived_id

AT_ONCE = 0
CALLED = ("coordinator", "oversight")


@needs("homecoming.record_leaving")
@transaction.atomic
def record_leaving(
    actor: Actor, *, case: str, entry: str, after: str = "", on: date, whereto: str = "", words: str = ""
) -> None:
    """Record that the resident left by themselves; nobody asks them why, but a second person confirms it.

    Or a disappearance could be hidden behind one person's word.
    """
    end = End(by=actor, case=case_for(actor, case), entry=entry, after=after, on=on)
    if written(entry):
        return
    end.check()
    end.end(ResidentLeft(whereto=whereto, words=words), "left", end.second("left"))


@needs("homecoming.record_transfer")
@transaction.atomic
def record_transfer(
    actor: Actor,
    *,
    case: str,
    entry: str,
    after: str = "",
    on: date,
    to: Receiver,
    receiver: str,
    receipt: str,
    agreed: bool,
    office: str = "",
    received_by: str = "",
    words: str = "",
) -> None:
    """Record that another programme or an authority signed for the resident, who is in its care from that day."""
    end = End(by=actor, case=case_for(actor, case), entry=entry, after=after, on=on)
    if written(entry):
        return
    end.check()
    standing = Standing(case)
    check_transfer(to=to, agreed=agreed, return_state=standing.return_state, exit_state=standing.exit_state)
    end.check_passed_on(standing)
    signed = TransferSigned(
        to=to,
        receiver=receiver,
        receipt=receipt,
        agreed=agreed,
        office=office,
        received_by=received_by,
        words=words,
    )
    end.end(signed, "transferred")


@needs("homecoming.record_death")
@transaction.atomic
def record_death(
    actor: Actor,
    *,
    case: str,
    entry: str,
    after: str = "",
    on: date,
    cause: Cause = "",
    relatives_told: bool,
    told_whom: str = "",
    words: str = "",
) -> None:
    """Record that the resident died. A second person confirms it, relatives are told, and the card stops."""
    end = End(by=actor, case=case_for(actor, case), entry=entry, after=after, on=on)
    if written(entry):
        return
    end.check()
    check_told(told=relatives_told, whom=told_whom)
    owed = [end.second("died")]
    if not relatives_told:
        owed.append(end.owed("tell", "relatives", end.worker(), norm=SOON))
    died = Died(cause=cause, relatives_told=relatives_told, told_whom=told_whom, words=words)
    end.end(died, "died", *owed)
    if card := card_of(end.case):
        append(CardRevoked(card=card.id), by=actor, stream=case, id=derived_id(entry, "card"), cause=entry)


@needs("homecoming.record_disappearance")
@transaction.atomic
def record_disappearance(
    actor: Actor, *, case: str, entry: str, after: str = "", on: date, searcher: str, words: str = ""
) -> None:
    """Record when the resident was last seen; the stay ends that day, and a named person begins to search."""
    end = End(by=actor, case=case_for(actor, case), entry=entry, after=after, on=on)
    if written(entry):
        return
    end.check()
    member = staff_for(actor, searcher)
    holder = Holder(kind="staff", id=member.id, name=member.name)
    end.end(Disappeared(words=words), "disappeared", end.owed("search", "missing", holder, norm=SOON))


@needs("homecoming.record_taking")
@transaction.atomic
def record_taking(
    actor: Actor, *, case: str, entry: str, after: str = "", on: date, by_whom: str = "", words: str = ""
) -> None:
    """Record that somebody took the resident away by force; coordinator and oversight are called at once."""
    end = End(by=actor, case=case_for(actor, case), entry=entry, after=after, on=on)
    if written(entry):
        return
    end.check()
    calls = [end.owed("alarm", f"taken_{role}", end.office(role), norm=AT_ONCE) for role in CALLED]
    end.end(ForciblyTaken(by_whom=by_whom, words=words), "taken", *calls)
