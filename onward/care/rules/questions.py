"""What a question and an answer must be: plain values in, RuleBroken out."""

from django.utils.translation import gettext as _

from onward.kit.errors import RuleBroken

LONGEST = 4000
NORM = 3
"""Days within which a question is answered."""


def check_here(*, ended: bool) -> None:
    """Once a stay has ended, nobody reads what is asked at its page."""
    if ended:
        raise RuleBroken(_("Your stay here has ended. Nobody would read a question here."), "words")


def check_question(words: str) -> None:
    """A question says something."""
    if not words.strip():
        raise RuleBroken(_("Write the question."), "words")
    if len(words) > LONGEST:
        raise RuleBroken(_("This is too long; ask it in several questions."), "words")


def check_answer(words: str, *, answered_by: str, name: str) -> None:
    """An answer says something, comes once, and from somebody with a name."""
    if answered_by:
        raise RuleBroken(_("%(name)s has answered this question already.") % {"name": answered_by}, None)
    if not name:
        raise RuleBroken(_("Only somebody with a name answers a question."), None)
    if not words.strip():
        raise RuleBroken(_("Write the answer."), "words")
    if len(words) > LONGEST:
        raise RuleBroken(_("This is too long."), "words")
