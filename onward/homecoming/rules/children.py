"""What protects a child, and whoever may be one: no step onward before two people have determined what is best."""

from django.utils.translation import gettext as _

from onward.homecoming.rules.words import DECISIONS, CheckState, in_words
from onward.kit.errors import RuleBroken

CHILDREN = ("child", "in_doubt")

GUARDED = frozenset(
    ("consented", "contact_checked", "nationality_asked", "return_checked", "exit_authorised", "departed")
)
"""The steps that only a determination opens. What comes from outside, an answer or a paper, is a fact at any time."""

PROTECTING = ("consented", "contact_checked")
"""Of these, what protects the child: it may be said before, and counts as a step once a determination stands."""

LEADS = {
    "join_family": ("with_family", "returned"),
    "return_cared": ("returned",),
    "other_country": ("third_country",),
    "local_life": ("local_life",),
    "stay": (),
    "adult": (),
}
"""Where each determination leads. One that somebody is an adult leads nowhere: it says so, and then nobody asks."""


def check_child(*, age: str, decision: str, ending: str) -> None:
    """Nobody who is a child, or may be one, takes a step onward but where two people found it best for them."""
    if age not in CHILDREN:
        return
    if not decision:
        raise RuleBroken(_("This is a child, or may be one: first, two people determine what is best for them."))
    if ending not in LEADS.get(decision, ()):
        said = in_words(decision, DECISIONS)
        raise RuleBroken(_("Two people determined something else for this child: %(decision)s.") % {"decision": said})


def check_passed_on(decision: str) -> None:
    """A child is passed on to nobody before two people determined what is best, nor against it."""
    if not decision:
        raise RuleBroken(_("This is a child, or may be one: first, two people determine what is best for them."))
    if not LEADS.get(decision, ()):
        said = in_words(decision, DECISIONS)
        raise RuleBroken(_("Two people determined something else for this child: %(decision)s.") % {"decision": said})


def agreed(*, first: str, second: str) -> CheckState:
    """What two determinations come to: one that counts only where both decide the same."""
    return CheckState.SAFE if first == second else CheckState.DISAGREED


def check_determination(*, decision: str, reasons: str, heard: str) -> None:
    """A determination has its reasons, and says what the child said."""
    if decision not in DECISIONS:
        raise RuleBroken(_("Choose what was determined."), "decision")
    if not reasons.strip():
        raise RuleBroken(_("Write why you judge so."), "reasons")
    if not heard.strip():
        raise RuleBroken(_("Write what the child said, in their words."), "heard")
