"""Correcting and withdrawing what was said. Nothing is lost: the first words stay in the journal."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from onward.cases.events import CaseEvent, CaseOpenedEvent, LibertyRecorded
from onward.cases.rules.liberty import check_order
from onward.journal.entries import Entry
from onward.journal.events import Event
from onward.kit.errors import RuleBroken


def can_be_corrected(event: Event | None) -> bool:
    """Plain words that may be said again; what was sealed is noted anew instead."""
    return isinstance(event, CaseEvent) and not event.final and not event.compartments


def can_be_withdrawn(event: Event | None) -> bool:
    """What may be taken back: neither what is final nor the arrival, on which the whole file stands."""
    return isinstance(event, CaseEvent) and not event.final and not isinstance(event, CaseOpenedEvent)


def check_correction(
    wrong: Entry, *, happened_at: datetime | None, now: datetime, by: str, roles: Collection[str]
) -> None:
    """May this entry be said again, corrected, by this person?"""
    _check_author(wrong, by=by, roles=roles)
    if not isinstance(wrong.event, CaseEvent) or wrong.event.final:
        raise RuleBroken(_("This entry cannot be corrected."))
    if not can_be_corrected(wrong.event):
        raise RuleBroken(_("This was sealed. Note it anew instead: the latest stands."))
    if happened_at is not None and happened_at > now:
        raise RuleBroken(_("This cannot have happened in the future."), "happened_at")


def check_said_again(event: Event) -> None:
    """What a correction says keeps the rule that it was first said by."""
    if isinstance(event, LibertyRecorded):
        check_order(may_leave=event.may_leave, by=event.by, limits=event.limits)


def is_anothers_seal(wrong: Entry, *, by: str, of_host: bool) -> bool:
    """Whether somebody else sealed here what staff of whoever keeps the person may not read: nor take back."""
    return of_host and wrong.author != by and wrong.event is not None and bool(wrong.event.compartments)


def check_withdrawal(wrong: Entry, *, by: str, roles: Collection[str], why: str, of_host: bool) -> None:
    """May this entry be taken back by this person?"""
    _check_author(wrong, by=by, roles=roles)
    sealed = is_anothers_seal(wrong, by=by, of_host=of_host)
    if not isinstance(wrong.event, CaseEvent) or wrong.event.final or sealed:
        raise RuleBroken(_("This entry cannot be withdrawn."))
    if not can_be_withdrawn(wrong.event):
        raise RuleBroken(_("The arrival opened this file and cannot be withdrawn. Correct it instead."))
    if not why.strip():
        raise RuleBroken(_("Say why it is withdrawn."), "why")


def check_unconfirmed(wrong: Entry, said: Iterable[Entry]) -> None:
    """What a second person has confirmed is not taken back by one."""
    asked = {one.id for one in wrong.event.opens if one.kind == "confirm"} if isinstance(wrong.event, CaseEvent) else ()
    closed = {one.id for entry in said if isinstance(entry.event, CaseEvent) for one in entry.event.closes}
    if not closed.isdisjoint(asked):
        raise RuleBroken(_("A second person has confirmed this. It cannot be withdrawn any more."))


def _check_author(wrong: Entry, *, by: str, roles: Collection[str]) -> None:
    if wrong.author == wrong.stream:
        raise RuleBroken(_("The resident wrote this. Their own words stay as they are."))
    # A check by a second person, or a refusal, must not vanish at the hand of whom it does not suit.
    if wrong.author != by and "coordinator" not in roles:
        raise RuleBroken(_("Only the person who wrote this, or a coordinator, may change it."))
