"""The reviews of one stay."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec
from django.conf import settings

from onward.access.queries import staff_members_for
from onward.access.rules import Actor
from onward.access.rules.grants import REVIEWER
from onward.cases.queries import order_of, reads_words
from onward.journal import quick
from onward.kit.errors import NotFound
from onward.oversight.models import Review
from onward.waiting.queries import is_independent

if TYPE_CHECKING:
    from onward.access.models import Staff
    from onward.cases.models import Case

SHOWN = 3


class Reviews(msgspec.Struct, frozen=True, kw_only=True):
    """The reviews of one stay, the latest first; `due_on` where none is to come yet, though one is owed."""

    all: Sequence[Review]
    due_on: date | None

    @property
    def shown(self) -> Sequence[Review]:
        """The latest, for a page that has other things to show."""
        return self.all[:SHOWN]

    @property
    def open(self) -> Review | None:
        """The review that is owed."""
        return next((review for review in self.all if review.is_open), None)

    @property
    def decided(self) -> list[Review]:
        """What was found, latest first."""
        return [review for review in self.all if review.decided_on]


def reviews_of(actor: Actor, case: "Case") -> Reviews:
    """The reviews of a resident whom `case_for` gave; words and reasons only for them and who may read them."""
    rows = quick.rows(Review, stream=case.id, order=("-number", "-id"))
    said = [review for review in rows if review.words or review.reasons]
    if said and not reads_words(actor, case):
        for review in said:
            review.words = review.reasons = ""
    owed = not case.ended_on and not any(review.is_open for review in rows)
    return Reviews(all=rows, due_on=first_due(case) if owed else None)


def first_due(case: "Case") -> date:
    """When the first review of a stay is due at the latest."""
    return case.arrived_on + timedelta(days=settings.REVIEWS.first)


def open_review(case: "Case") -> Review:
    """The review that is owed to a resident now, the oldest if there are several. Raises NotFound."""
    rows = [review for review in quick.rows(Review, stream=case.id, order=("number", "id")) if review.is_open]
    if not rows:
        raise NotFound(case.id)
    return rows[0]


def review_for(case: "Case", number: int) -> Review:
    """One review of a resident by its number. Raises NotFound."""
    found = next((review for review in quick.rows(Review, stream=case.id) if review.number == number), None)
    if found is None:
        raise NotFound(str(number))
    return found


def to_tell(case: "Case") -> Review:
    """The latest decision that the resident has not been told. Raises NotFound."""
    rows = quick.rows(Review, stream=case.id, order=("-decided_on", "-number"))
    untold = [review for review in rows if review.decided_on and not review.told_on]
    if not untold:
        raise NotFound(case.id)
    return untold[0]


def hosts_of(case: "Case") -> tuple[str, ...]:
    """Who keeps a resident: whoever has custody, and whose order it is that they may not leave."""
    order = order_of(case)
    return tuple(dict.fromkeys(filter(None, (case.custody, order.organisation if order else ""))))


def reviewers_for(actor: Actor, case: "Case") -> "list[Staff]":
    """The reviewers of a resident's site who are independent of whoever keeps them, by name."""
    hosts = hosts_of(case)
    return [
        staff
        for staff in staff_members_for(actor, role=REVIEWER, site=case.site)
        if staff.id != case.case_worker and is_independent(staff.organisation, *hosts)
    ]
