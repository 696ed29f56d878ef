"""What is a person's own: it says something, and who reads it is theirs to say."""

from django.utils.translation import gettext as _

from onward.kit.errors import RuleBroken


def check_talk(words: str) -> None:
    """A note says something."""
    if not words.strip():
        raise RuleBroken(_("Write what you want to keep of the talk."), "words")


def check_goal(words: str) -> None:
    """A goal is said in words."""
    if not words.strip():
        raise RuleBroken(_("Write what you want to reach."), "words")


def check_reader(*, of_host: bool, left: bool) -> None:
    """Nobody who works for whoever keeps a person reads what is their own, nor who no longer works here."""
    if left:
        raise RuleBroken(_("They do not work here any more."), "staff")
    if of_host:
        raise RuleBroken(_("They work for those who keep you here. What is your own is not for them."), "staff")
