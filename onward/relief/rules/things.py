"""What must hold of the rules by which something is given out."""

from django.utils.translation import gettext as _

from onward.kit.errors import RuleBroken

MOST_A_DAY = 20
LONGEST = 366 * 24


def check_thing(*, name: str, taken: bool, most: int, hours: int) -> None:
    """Refuse what has no name, or one that the site has already, and numbers that nobody means."""
    if not name.strip():
        raise RuleBroken(_("Say what it is called."), "name")
    if taken:
        raise RuleBroken(_("This site has something of that name already."), "name")
    if not 0 <= most <= MOST_A_DAY:
        raise RuleBroken(_("Give a number from 0 to %(most)d.") % {"most": MOST_A_DAY}, "most")
    if not 0 <= hours <= LONGEST:
        raise RuleBroken(_("A year is the longest."), "every")
