"""Passing a need on, and following it until somebody asked whether it helped."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from msgspec.structs import replace

from onward.access.rules import Actor, needs
from onward.care.events import (
    Declined,
    Gender,
    Helped,
    ReferralAccepted,
    ReferralDeclined,
    ReferralFinished,
    ReferralHeard,
    ReferralSent,
    ReferralWithdrawn,
)
from onward.care.queries import looked_for_elsewhere, may_refer, open_matters, referral_for, services_at
from onward.care.rules import (
    ELSEWHERE,
    HELPED,
    NEEDS,
    SERVICE,
    URGENCIES,
    check_answer_to_it,
    check_said_on,
    check_sending,
    check_state,
)
from onward.cases.events import CaseEvent, Closes, Holder, Opens
from onward.cases.queries import case_for
from onward.journal.append import append, written
from onward.journal.compartments import CHILD, GBV
from onward.kit.dates import said_of, today
from onward.kit.ids import derived_id

if TYPE_CHECKING:  # a model is for its own app's queries and projectors; its type is for everybody
    from onward.care.models import Referral


@needs("care.send_referral")
@transaction.atomic
def send_referral(
    actor: Actor,
    *,
    case: str,
    what: str,
    urgency: str,
    agreed: bool,
    service: str = "",
    body: str = "",
    told: str = "",
    gender: Gender = "",
    shown: bool = False,
    entry: str,
) -> None:
    """Pass a need to a service of the site or a body outside: only what, and because, the person said so."""
    found = case_for(actor, case)
    if written(entry):
        return
    named = next((one.name for one in services_at(found.site) if one.id == service), "")
    to, ended = named or body.strip(), found.ended_on is not None
    may = may_refer(actor, found)
    check_sending(what=what, may=may, to=to, urgency=urgency in URGENCIES, agreed=agreed, ended=ended)
    within = NEEDS[what].within
    elsewhere = looked_for_elsewhere(found.id, what=what, within=within)
    sent = ReferralSent(
        what=what,
        to=to,
        service=service if named else "",
        told=told,
        urgency=urgency,
        gender=gender,
        shown=shown or within not in (GBV, CHILD),
        sender=actor.id,
        by_name=actor.name,
        opens=(_asked(entry, what, to, urgency),),
        closes=tuple(Closes(id=one) for one in elsewhere),
    )
    append(sent, by=actor, stream=found.id, id=entry, within=within)


def _asked(entry: str, what: str, to: str, urgency: str) -> Opens:
    holder, norm = Holder(kind="body", name=to), URGENCIES[urgency].answer
    return Opens(id=derived_id(entry, "answer"), kind="referral", what=what, holder=holder, norm=norm)


@needs("care.answer_referral")
@transaction.atomic
def answer_referral(
    actor: Actor,
    *,
    referral: str,
    accepted: bool,
    on: date,
    days: int | None = None,
    reason: Declined = "other",
    words: str = "",
    entry: str,
) -> None:
    """Note what whoever was asked said: they will, within so many days; or they will not, and why."""
    found = referral_for(actor, referral)
    if written(entry):
        return
    check_state(found.state, ("sent",))
    check_said_on(on=on, since=found.state_on, today=today())
    check_answer_to_it(accepted=accepted, reason=reason)
    if accepted:
        norm = SERVICE if days is None else days
        owed = _owes(found, "service", Holder(kind="body", name=found.to), norm)
        _say(actor, found, ReferralAccepted(referral=found.id, words=words, norm=norm, opens=owed), on, entry)
    else:
        owed = _owes(found, "elsewhere", _sender(found), ELSEWHERE)
        _say(actor, found, ReferralDeclined(referral=found.id, reason=reason, words=words, opens=owed), on, entry)


@needs("care.finish_referral")
@transaction.atomic
def finish_referral(actor: Actor, *, referral: str, on: date, words: str = "", entry: str) -> None:
    """Note that what was asked for was done; whoever sent it asks the person within a week whether it helped."""
    found = referral_for(actor, referral)
    if written(entry):
        return
    check_state(found.state, ("sent", "accepted"))
    check_said_on(on=on, since=found.state_on, today=today())
    owed = _owes(found, "helped", _sender(found), HELPED)
    _say(actor, found, ReferralFinished(referral=found.id, words=words, opens=owed), on, entry)


@needs("care.ask_helped")
@transaction.atomic
def ask_helped(
    actor: Actor, *, referral: str, helped: Helped, on: date, words: str = "", anew: bool = False, entry: str
) -> None:
    """Note what the person says of it; where it did not help, somewhere else is looked for."""
    found = referral_for(actor, referral)
    if written(entry):
        return
    check_state(found.state, ("done",))
    check_said_on(on=on, since=found.state_on, today=today())
    owed = _owes(found, "elsewhere", _sender(found), ELSEWHERE) if anew else ()
    _say(actor, found, ReferralHeard(referral=found.id, helped=helped, words=words, anew=anew, opens=owed), on, entry)


@needs("care.withdraw_referral")
@transaction.atomic
def withdraw_referral(actor: Actor, *, referral: str, entry: str) -> None:
    """Take a referral back because the person says so; no reason is asked or kept."""
    _take_back(actor, referral, entry)


@needs("care.take_back_referral")
@transaction.atomic
def take_back_referral(actor: Actor, *, referral: str, entry: str) -> None:
    """Take back one's own referral, at one's own page."""
    _take_back(actor, referral, entry)


def _take_back(actor: Actor, referral: str, entry: str) -> None:
    found = referral_for(actor, referral)
    if written(entry):
        return
    check_state(found.state, ("sent", "accepted", "declined", "done"))
    closes = tuple(Closes(id=one, outcome="withdrawn") for one in open_matters(found))
    said = ReferralWithdrawn(referral=found.id, by_name=actor.name, closes=closes)
    append(said, by=actor, stream=found.stream, id=entry, within=found.within)


def _sender(referral: "Referral") -> Holder:
    return Holder(kind="staff", id=referral.sender, name=referral.by_name, office=NEEDS[referral.what].office)


def _owes(referral: "Referral", label: str, holder: Holder, norm: int) -> tuple[Opens, ...]:
    return (Opens(id=derived_id(referral.id, label), kind=label, what=referral.what, holder=holder, norm=norm),)


def _say(actor: Actor, referral: "Referral", said: CaseEvent, on: date, entry: str) -> None:
    """Say it where the referral lives, and close what was owed until now."""
    said = replace(said, closes=tuple(Closes(id=one) for one in open_matters(referral)))
    happened_at, precision = said_of(on)
    append(
        said,
        by=actor,
        stream=referral.stream,
        id=entry,
        happened_at=happened_at,
        precision=precision,
        within=referral.within,
    )
