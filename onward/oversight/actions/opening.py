"""Giving every stay that goes on its review."""

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.queries import case_for
from onward.journal.append import append
from onward.journal.node import this_node
from onward.kit.dates import Precision, start_of
from onward.kit.ids import derived_id
from onward.oversight.events import ReviewOpened
from onward.oversight.queries import without_review
from onward.waiting.queries import review_owed, reviewer_at

AT_ONCE = 200


@needs("oversight.open_reviews")
def open_reviews(actor: Actor) -> int:
    """Give a review to every stay that has none to come. Run by the clocks: safe to miss and to repeat."""
    opened, last = 0, ""
    while cases := without_review(actor, after=last, size=AT_ONCE):
        for case in cases:
            _open(actor, case)
        opened, last = opened + len(cases), cases[-1]
    return opened


@transaction.atomic
def _open(actor: Actor, case: str) -> None:
    file = case_for(actor, case)
    entry = derived_id(file.id, "review", this_node(), file.version)
    reviewer = reviewer_at(file.site, custody=file.custody, case_worker=file.case_worker)
    review = review_owed(entry, holder=reviewer, first=True)
    append(
        ReviewOpened(review=review.id, site=file.site, opens=(review,)),
        by=actor,
        stream=file.id,
        id=entry,
        happened_at=start_of(file.arrived_on),
        precision=Precision.DAY,
    )
