"""Who is missed and when, and what must hold of a wish to move."""

from datetime import date

from django.utils.translation import gettext as _

from onward.kit.errors import RuleBroken

MISSED_AFTER = 5
"""Days without being seen, where a site says nothing else."""
MOST_DAYS = 60
FIND_OUT = 1
"""Days within which somebody finds out why a person is absent."""
MOVE_NORM = 7


def is_missed(*, seen: date, looked: date | None, limit: int, today: date) -> bool:
    """Whether somebody last seen (or arrived) on `seen` is missed. Never where nobody looked: that says nothing."""
    return limit > 0 and looked is not None and (today - seen).days > limit and (looked - seen).days > 0


def check_limit(days: int) -> None:
    """Refuse a limit that nobody could keep."""
    if not 0 <= days <= MOST_DAYS:
        raise RuleBroken(_("Give a number of days from 0 to %(most)d.") % {"most": MOST_DAYS}, "days")


def check_present(present: int) -> None:
    """Refuse a page on which nobody is ticked."""
    if not present:
        raise RuleBroken(_("Tick those who are here."), "present")


def check_scanned(known: int) -> None:
    """Refuse what is no card of anybody here."""
    if not known:
        raise RuleBroken(_("This is no card of anybody here."), "codes")


def check_absent(*, is_over: bool, became: str, words: str) -> None:
    """Refuse what is over already, and an absence that is known of without words."""
    if is_over:
        raise RuleBroken(_("This person is not looked for any more."), None)
    if became != "seen" and not words.strip():
        raise RuleBroken(_("Say what is known, and from whom."), "words")


def check_move_asked(*, ended: bool, is_open: bool) -> None:
    """Refuse a wish after the stay, and a second one while the first waits for its answer."""
    if ended:
        raise RuleBroken(_("The stay has ended."), None)
    if is_open:
        raise RuleBroken(_("This was asked already and is not answered yet."), None)


def check_move_answered(*, answered: bool, words: str) -> None:
    """Refuse a second answer, and one without a reason."""
    if answered:
        raise RuleBroken(_("This was answered already."), None)
    if not words.strip():
        raise RuleBroken(_("Say why; they read it on their own page."), "words")
