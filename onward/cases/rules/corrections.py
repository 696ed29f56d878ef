"""Correcting and withdrawing what was said. Nothing is lost: the first words stay in the journal."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from onward.cases.events import CardIssued, CaseOpenedEvent, IdentityOpened
from onward.journal.events import Event, Withdrawn
from onward.kit.errors import RuleBroken

FOR_EVER = (IdentityOpened, CardIssued)
"""Logs of what was done with a key: a second thought does not undo them."""


def can_be_corrected(event: Event | None) -> bool:
    """Plain words that may be said again; what was sealed is noted anew instead."""
    return event is not None and not isinstance(event, FOR_EVER) and not event.compartments


def can_be_withdrawn(event: Event | None) -> bool:
    """What may be taken back: neither a log nor the arrival, on which the whole file stands."""
    return event is not None and not isinstance(event, (*FOR_EVER, CaseOpenedEvent, Withdrawn))


def check_correction(event: Event | None, *, author: str, actor: str, roles: Collection[str]) -> None:
    """May this entry be said again, corrected?"""
    _check_author(author=author, actor=actor, roles=roles)
    if event is None or isinstance(event, FOR_EVER):
        raise RuleBroken(_("This entry cannot be corrected."))
    if not can_be_corrected(event):
        raise RuleBroken(_("This was sealed. Note it anew instead: the latest stands."))


def check_withdrawal(event: Event | None, *, author: str, actor: str, roles: Collection[str], why: str) -> None:
    """May this entry be taken back?"""
    _check_author(author=author, actor=actor, roles=roles)
    if event is None or isinstance(event, FOR_EVER):
        raise RuleBroken(_("This entry cannot be withdrawn."))
    if not can_be_withdrawn(event):
        raise RuleBroken(_("The arrival opened this file and cannot be withdrawn. Correct it instead."))
    if not why.strip():
        raise RuleBroken(_("Say why it is withdrawn."), "why")


def _check_author(*, author: str, actor: str, roles: Collection[str]) -> None:
    # A check by a second person, or a refusal, must not vanish at the hand of whom it does not suit.
    if author != actor and "coordinator" not in roles:
        raise RuleBroken(_("Only the person who wrote this, or a coordinator, may change it."))
