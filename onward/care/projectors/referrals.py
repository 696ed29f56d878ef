"""How each referral stands, and what a site offers."""

from datetime import date, timedelta

from onward.care.events import (
    ReferralAccepted,
    ReferralDeclined,
    ReferralFinished,
    ReferralHeard,
    ReferralSent,
    ReferralWithdrawn,
    ServiceEnded,
    ServiceOffered,
)
from onward.care.models import Referral, Service
from onward.cases.events import CaseEvent
from onward.journal.compartments import FILE
from onward.journal.entries import Entry
from onward.journal.project import projector


@projector(ReferralSent, opens=FILE)
def keep_referral(event: ReferralSent, entry: Entry) -> None:
    Referral.objects.create(
        id=entry.id,
        stream=entry.stream,
        within=entry.within,
        what=event.what,
        to=event.to,
        told=event.told,
        urgency=event.urgency,
        gender=event.gender,
        shown=event.shown,
        sender=event.sender,
        by_name=event.by_name,
        sent_on=entry.day,
        state_on=entry.day,
        until=_until(event, entry),
    )


@projector(ReferralAccepted, opens=FILE)
def accept_referral(event: ReferralAccepted, entry: Entry) -> None:
    _now(event.referral, event, entry, state="accepted", words=event.words)


@projector(ReferralDeclined, opens=FILE)
def decline_referral(event: ReferralDeclined, entry: Entry) -> None:
    _now(event.referral, event, entry, state="declined", words=event.words, reason=event.reason)


@projector(ReferralFinished, opens=FILE)
def finish_referral(event: ReferralFinished, entry: Entry) -> None:
    _now(event.referral, event, entry, state="done", words=event.words)


@projector(ReferralHeard, opens=FILE)
def hear_referral(event: ReferralHeard, entry: Entry) -> None:
    _now(event.referral, event, entry, state="heard", words=event.words, helped=event.helped)


@projector(ReferralWithdrawn, opens=FILE)
def take_back_referral(event: ReferralWithdrawn, entry: Entry) -> None:
    _now(event.referral, event, entry, state="taken_back", words="")


def _now(referral: str, event: CaseEvent, entry: Entry, *, state: str, **said: str) -> None:
    # What was taken back stays so, whatever was said of it elsewhere meanwhile.
    standing = Referral.objects.filter(id=referral).exclude(state="taken_back")
    standing.update(state=state, state_on=entry.day, until=_until(event, entry), **said)


def _until(event: CaseEvent, entry: Entry) -> date | None:
    norms = [one.norm for one in event.opens if one.norm is not None]
    return entry.day + timedelta(days=min(norms)) if norms else None


@projector(ServiceOffered)
def keep_service(event: ServiceOffered, entry: Entry) -> None:
    """Keep the service as it was last said."""
    Service.objects.filter(id=event.service).delete()
    Service.objects.create(
        id=event.service,
        stream=entry.stream,
        name=event.name,
        sort=event.sort,
        contact=event.contact,
        hours=event.hours,
        where=event.where,
        women=event.women,
    )


@projector(ServiceEnded)
def end_service(event: ServiceEnded, entry: Entry) -> None:
    """Nobody is sent there any more."""
    Service.objects.filter(id=event.service, stream=entry.stream).update(over=True)
