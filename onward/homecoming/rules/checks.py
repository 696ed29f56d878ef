"""Two-person checks: the first opens nothing, the second is somebody else, and only two that agree are enough."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from onward.homecoming.rules.words import CheckState
from onward.kit.errors import RuleBroken


def outcome_of(*, first: bool, second: bool, same: bool = True) -> CheckState:
    """What two judgements come to: `safe`, `unsafe`, or `disagreed`, which leaves the step open.

    `same`: whether they said the same of everything else that both have to agree on.
    """
    if first is not second or not same:
        return CheckState.DISAGREED
    return CheckState.SAFE if second else CheckState.UNSAFE


def check_contact_possible(*, live: bool, checked: str) -> None:
    """Only a living consent that is not yet found safe is checked."""
    if not live:
        raise RuleBroken(_("There is no consent for this body, so there is nothing to check."), "consent")
    if checked == "safe":
        raise RuleBroken(_("Two people have already found it safe to ask this body."), "consent")


def check_second_person(*, first_by: str, by: str) -> None:
    """Nobody is the second of themselves."""
    if first_by == by:
        raise RuleBroken(_("You made the first check; somebody else has to make the second."))


def check_second_organisation(*, first: str, second: str) -> None:
    """The two who judge a return belong to two organisations, both known."""
    if not second:
        raise RuleBroken(_("Your organisation is not known here, so you cannot make this check."))
    if first == second:
        raise RuleBroken(_("The first check came from your organisation; the second has to come from another."))


def check_judgement(*, reasons: str, sources: str, unnamed: bool = False) -> None:
    """A judgement has reasons and names its sources; who found somebody fit to travel is not left `unnamed`."""
    if not reasons.strip():
        raise RuleBroken(_("Write why you judge so."), "reasons")
    if not sources.strip():
        raise RuleBroken(_("Name what your judgement rests on."), "sources")
    if unnamed:
        raise RuleBroken(_("Write who found them fit to travel."), "fit_by")


def verdict(*answers: bool | None) -> bool:
    """Safe only where every question that was asked is answered so."""
    return all(answer is not False for answer in answers)


def check_best_interests(*, child: bool, said: bool | None, determined: bool) -> None:
    """A child, or whoever may be one, goes only after a determination, and each who judges says what follows of it."""
    if not child:
        return
    if not determined:
        raise RuleBroken(_("This is a child, or may be one: first, two people determine what is best for them."))
    if said is None:
        raise RuleBroken(_("Say whether the determination speaks for going."), "best_interests")


def check_return_possible(state: str) -> None:
    """What two people have found safe is not judged again while the wish stays the same."""
    if state == "safe":
        raise RuleBroken(_("Two people have already found it safe to go."))


def check_family(*, said: str, words: str, staying: Collection[str], going: Collection[str]) -> None:
    """Nobody leaves a family divided unless they decided it.

    `staying` and `going` are the case names of the family who are still here, by their own latest wish.
    """
    if said == "none_here" and (staying or going):
        names = ", ".join(sorted({*staying, *going}))
        raise RuleBroken(_("Their family is here: %(names)s.") % {"names": names}, "family")
    if said == "together" and staying:
        names = ", ".join(sorted(staying))
        raise RuleBroken(
            _("This would leave a family divided: %(names)s has not wished to go.") % {"names": names}, "family"
        )
    if said == "together" and not going:
        raise RuleBroken(_("No family of theirs is known here."), "family")
    if said == "decided_apart" and not words.strip():
        raise RuleBroken(_("Write how the family decided this, in their words."), "family_words")
