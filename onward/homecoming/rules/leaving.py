"""Papers, the exit, the journey and what ends it."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from onward.kit.errors import RuleBroken


def check_paper(*, valid_until: date | None, today: date) -> None:
    """A paper that has run out takes nobody anywhere."""
    if valid_until is not None and valid_until < today:
        raise RuleBroken(_("This paper has run out."), "valid_until")


def check_exit(*, state: str, return_state: str) -> None:
    """An exit is decided while it is asked or refused, and only after the check that going is safe."""
    if state == "authorised":
        raise RuleBroken(_("This exit is authorised already."))
    if state not in ("asked", "refused") or return_state != "safe":
        raise RuleBroken(_("This exit is not asked of you."))


def check_departure(
    *,
    exit_state: str,
    return_state: str,
    departed_on: date | None,
    family: str,
    left_behind: Collection[str],
) -> None:
    """Leaving needs two people who found it safe, the authorised exit, and no family left behind by accident."""
    if departed_on is not None:
        raise RuleBroken(_("Their departure is recorded already."))
    if return_state != "safe":
        raise RuleBroken(_("Two people from two organisations have not found it safe to go."))
    if exit_state != "authorised":
        raise RuleBroken(_("The exit is not authorised."))
    if left_behind and family != "decided_apart":
        names = ", ".join(sorted(left_behind))
        raise RuleBroken(_("This would leave a family divided: %(names)s may not go yet.") % {"names": names})


def check_handover(departed_on: date | None, handed_over_on: date | None) -> None:
    """Only somebody who is on the way is handed over, and once."""
    if departed_on is None:
        raise RuleBroken(_("They have not departed yet."))
    if handed_over_on is not None:
        raise RuleBroken(_("The handover is recorded already."))


def check_turned_back(departed_on: date | None, *, said: bool = False) -> None:
    """Only somebody who is on the way comes back from it; it is said once."""
    if departed_on is None:
        raise RuleBroken(_("They have not departed yet."))
    if said:
        raise RuleBroken(_("It is said already that they are back. A second person says whether it is so."))


def check_back(*, said: bool, own: bool) -> None:
    """A second person says whether they are back, once a first has said it."""
    if not said:
        raise RuleBroken(_("Nobody has said that they are back."))
    if own:
        raise RuleBroken(_("You recorded it; somebody else has to confirm it."))


def check_nobody_back(*, said: bool) -> None:
    """Nobody has arrived of whom it is said that they are back, until a second person has said that they are not."""
    if said:
        raise RuleBroken(_("It is said that they are back. First, a second person says whether it is so."))


def check_confirmation(handed_over_on: date | None, *, departed_on: date | None = None, wish: str = "") -> None:
    """An arrival is confirmed after the handover; who goes to live nearby is handed over to nobody."""
    if handed_over_on is None and not (departed_on is not None and wish == "local_life"):
        raise RuleBroken(_("They have not been handed over yet."))
