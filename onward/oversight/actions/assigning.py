"""Naming who holds a review."""

from django.db import transaction

from onward.access.queries import actor_from, staff_for
from onward.access.rules import Actor, needs
from onward.cases.events import Holder, Holds
from onward.cases.queries import case_for
from onward.journal.append import append, written
from onward.kit.ids import new_id
from onward.oversight.events import ReviewerAssigned
from onward.oversight.queries import hosts_of, open_review
from onward.oversight.rules import check_open, check_reviewer
from onward.waiting.queries import is_independent


@needs("oversight.assign_reviewer")
@transaction.atomic
def assign_reviewer(actor: Actor, *, case: str, reviewer: str, entry: str = "", after: str = "") -> None:
    """Name the person who holds the review of a stay: independent of whoever keeps the person."""
    file, entry = case_for(actor, case), entry or new_id()
    if written(entry):
        return
    check_open(ended_on=file.ended_on)
    review, staff = open_review(file), staff_for(actor, reviewer)
    check_reviewer(
        roles=staff.roles,
        left=staff.left_on is not None,
        reaches=actor_from(staff).reaches(file.site),
        independent=is_independent(staff.organisation, *hosts_of(file)),
        case_worker=staff.id == file.case_worker,
    )
    holder = Holder(kind="staff", id=staff.id, name=staff.name, office="reviewer")
    holds = (Holds(id=review.id, holder=holder),)
    assigned = ReviewerAssigned(review=review.id, reviewer=holder, holds=holds)
    append(assigned, by=actor, stream=file.id, id=entry, after=after)
