"""The few rules of an emergency.

1. Two people of two organisations agree: neither works for whoever keeps the person, or under the same umbrella, nor
   one under the other's. The second is a coordinator, a reviewer or oversight, with reach at that site.
2. It opens one file, to whoever asked, for half an hour: who they are, health, and what concerns a child. Never what
   is sealed of gender-based violence, complaints or the account of the journey.
3. Nothing of it outlives a change: of the asker's roles or organisation, of the site, of who has custody.
4. Oversight reviews it within seven days, never one of the two; where nobody else of oversight is there, a reviewer or
   coordinator of a third organisation stands in, and where there is none, it stays unreviewed and is shown so. While a
   review is missing at a site, oversight is the second person there.
"""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from onward.access.rules.grants import OVERSIGHT
from onward.journal.compartments import CHILD, HEALTH, IDENTITY
from onward.kit.errors import RuleBroken

OPENS = frozenset({IDENTITY, HEALTH, CHILD})
"""What an emergency opens, and nothing else."""
MINUTES = timedelta(minutes=30)
LOOK = timedelta(minutes=5)
"""For so long one look is shown; then it is looked again, and said again."""
LAPSES = timedelta(hours=2)
"""So long a second person can agree; then it is asked anew."""
REVIEW_DAYS = 7
MOST_A_DAY = 5


def is_lapsed(asked_at: datetime, now: datetime) -> bool:
    """Whether it was asked too long ago for anybody to agree."""
    return now - asked_at > LAPSES


def is_over(confirmed_at: datetime | None, now: datetime) -> bool:
    """Whether it opens nothing, any more or yet."""
    return confirmed_at is None or now - confirmed_at >= MINUTES


def review_due(confirmed_on: date) -> date:
    """The last day of its review."""
    return confirmed_on + timedelta(days=REVIEW_DAYS)


def check_asked(
    *, reason: str, here: bool, independent: bool, opened: Collection[str], pending: bool, running: bool, today: int
) -> None:
    """Of somebody who is here, with a reason, once at a time, and by whoever could not open it anyway."""
    if sum(sign.isalpha() for sign in reason) < 10:
        raise RuleBroken(_("Say what happened and what you need to know."), "reason")
    if not here:
        raise RuleBroken(_("They are not here now: there is no emergency here that this could help."))
    if not independent:
        raise RuleBroken(_("Nobody of the organisation that has custody, or that it belongs to, can ask for this."))
    if set(opened) >= OPENS:
        raise RuleBroken(_("You may open all of this without it."))
    if pending:
        raise RuleBroken(_("This was asked a moment ago: a second person decides."))
    if running:
        raise RuleBroken(_("It is open to you now."))
    if today >= MOST_A_DAY:
        raise RuleBroken(_("You have asked %(count)d times today. Call oversight.") % {"count": MOST_A_DAY})


def check_pending(*, settled: bool, lapsed: bool) -> None:
    """Still to be decided."""
    if settled:
        raise RuleBroken(_("A second person has decided already."))
    if lapsed:
        raise RuleBroken(_("This was asked too long ago. It has to be asked anew."))


def check_second(*, same: bool, related: bool, independent: bool, missed: bool, roles: Collection[str]) -> None:
    """Another person of another organisation; oversight, where a review is missing."""
    if same:
        raise RuleBroken(_("You asked for it; somebody else has to agree."))
    if related:
        raise RuleBroken(_("Somebody of another organisation has to agree, under no umbrella with the first."))
    if not independent:
        raise RuleBroken(_("Nobody of the organisation that has custody, or that it belongs to, can agree to this."))
    if missed and OVERSIGHT not in roles:
        raise RuleBroken(
            _("An earlier emergency at this site was never reviewed: until it is, oversight has to agree.")
        )


def check_unchanged(*, same: bool) -> None:
    """Who asked, and where the person is, are as they were."""
    if not same:
        raise RuleBroken(_("Things have changed since this was asked. It has to be asked anew."))


def check_open(*, over: bool) -> None:
    """Within the half hour."""
    if over:
        raise RuleBroken(_("The half hour is over. If you still need it, ask again."))


def check_review(
    *, took_part: bool, entitled: bool, confirmed: bool, reviewed: bool, words: str, in_order: bool
) -> None:
    """Once, by somebody who took no part; what was not in order is said in words."""
    if not confirmed:
        raise RuleBroken(_("Nothing was opened: there is nothing to review."))
    if reviewed:
        raise RuleBroken(_("It has been reviewed already."))
    if took_part:
        raise RuleBroken(_("You were one of the two: somebody else reviews it."))
    if not entitled:
        raise RuleBroken(
            _("Oversight reviews it; where its only person took part, somebody of a third organisation does.")
        )
    if not in_order and sum(sign.isalpha() for sign in words) < 5:
        raise RuleBroken(_("Say what was not in order."), "words")
