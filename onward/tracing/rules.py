"""Who decides that two files are of one person, and when relatives may be told."""

from django.utils.translation import gettext as _

from onward.kit.errors import RuleBroken

SAME, RELATIVE = "same", "relative"
"""What two files may be about."""
CONFIRM_WITHIN = 7
"""Days in which a second person should say whether two files are of one person."""


def check_why(words: str) -> None:
    """A ground in words."""
    if sum(sign.isalpha() for sign in words) < 5:
        raise RuleBroken(_("Say in a few words why."), "words")


def check_second(*, by: str, actor: str, decided: bool) -> None:
    """Two people, once."""
    if decided:
        raise RuleBroken(_("It has been decided already."))
    if by == actor:
        raise RuleBroken(_("It takes a second person: you said so yourself."))


def check_new(*, linked: bool) -> None:
    """Not linked, and not proposed, already."""
    if linked:
        raise RuleBroken(_("Somebody has said so already."))


def check_standing(*, parted: bool) -> None:
    """There is a link, or a proposal, to undo."""
    if parted:
        raise RuleBroken(_("They are not linked any more."))


def check_tell(*, both: bool, told: bool) -> None:
    """Both agreed, before either is told anything."""
    if told:
        raise RuleBroken(_("They have been told already."))
    if not both:
        raise RuleBroken(
            _("Both must have agreed first. Everybody is asked the same question: never ask because of a search.")
        )
