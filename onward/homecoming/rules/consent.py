"""Nothing goes to an outside body without consent for that body and those fields."""

from collections.abc import Collection, Iterable
from datetime import date

from django.utils.translation import gettext as _

from onward.kit.errors import RuleBroken


def is_live(*, withdrawn_on: date | None, until: date | None, today: date) -> bool:
    """Whether a consent still holds today."""
    return withdrawn_on is None and (until is None or today <= until)


def check_consent(*, body: str, fields: Collection[str], until: date | None, today: date, live: Iterable[str]) -> None:
    """A consent names one body that has none yet, at least one field, and does not end before it begins."""
    if not fields:
        raise RuleBroken(_("Choose at least one thing that they agree to be told."), "told")
    if until is not None and until < today:
        raise RuleBroken(_("This consent would already have ended."), "until")
    if body.casefold() in {name.casefold() for name in live}:
        raise RuleBroken(_("There is a consent for this body already; withdraw it first to change it."), "body")


def check_withdrawal(withdrawn_on: date | None) -> None:
    """A consent is withdrawn once. Nothing else stands in the way of withdrawing."""
    if withdrawn_on is not None:
        raise RuleBroken(_("This consent was withdrawn already."))


def check_asking(*, live: bool, checked: str, fields: Collection[str], consented: Collection[str]) -> None:
    """Asking needs a live consent for that body, two people who found it safe, and only the fields agreed to."""
    if not live:
        raise RuleBroken(_("There is no consent for this body, so it may not be told anything."), "consent")
    if checked != "safe":
        raise RuleBroken(_("Two people have not yet found it safe to ask this body."), "consent")
    if not fields:
        raise RuleBroken(_("Choose what the letter tells."), "told")
    if not set(fields) <= set(consented):
        raise RuleBroken(_("They did not agree that this body is told all of this."), "told")


def check_answer(before: str) -> None:
    """A body answers once; silence is no answer yet."""
    if before in ("confirmed", "refused"):
        raise RuleBroken(_("Their answer is recorded already; ask again first."), "asked")
