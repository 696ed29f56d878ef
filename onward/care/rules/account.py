"""What is asked of the account of a journey."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from onward.kit.errors import RuleBroken


def check_account(*, words: str, on: date, since: date, today: date) -> None:
    """It says something, told on a day of the stay."""
    if not words.strip():
        raise RuleBroken(_("Write what they told, in their words."), "words")
    if not since <= on <= today:
        raise RuleBroken(_("Give a day of their stay until today."), "on")


def check_injuries(*, injuries: str, agreed: bool) -> bool:
    """Whether injuries become a need: only because the person wants it."""
    if injuries.strip() and not agreed:
        raise RuleBroken(_("They must want health staff to know: tick it, or leave this empty."), "care")
    if agreed and not injuries.strip():
        raise RuleBroken(_("Write what health staff should know."), "injuries")
    return agreed


def check_leave(lawyer: str, lawyers: Collection[str]) -> None:
    """Leave is given to a lawyer who is here, and taken back from one who has it."""
    if lawyer not in lawyers:
        raise RuleBroken(_("Choose the lawyer."), "lawyer")
