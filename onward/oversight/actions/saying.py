"""What every act about a review asks first, and how it says its one thing."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from onward.access.rules import Actor
from onward.cases.actions.saying import Saying
from onward.cases.events import CaseEvent
from onward.kit.dates import today
from onward.oversight.queries import hosts_of, open_review
from onward.oversight.rules import check_assigned, check_day, check_open, check_reviewer
from onward.waiting.queries import is_independent

if TYPE_CHECKING:  # a model is for its own app alone; its type is for everybody
    from onward.cases.models import Case
    from onward.oversight.models import Review


@dataclass(frozen=True, kw_only=True)
class Act:
    """One act about one resident's open review."""

    by: Actor
    case: "Case"
    on: date
    entry: str
    after: str = ""

    def own_review(self) -> "Review":
        """The open review, if it is the actor's to hold: theirs by name, and they are independent still."""
        review = open_review(self.case)
        check_open(ended_on=self.case.ended_on)
        check_assigned(reviewer=review.reviewer, name=review.reviewer_name, by=self.by.id)
        check_reviewer(
            roles=self.by.roles,
            left=False,
            reaches=self.by.reaches(self.case.site),
            independent=is_independent(self.by.organisation, *hosts_of(self.case)),
            case_worker=self.by.id == self.case.case_worker,
        )
        check_day(self.on, today=today(), not_before=review.held_on or review.opened_on)
        return review

    def say(self, event: CaseEvent, *, entry: str = "") -> None:
        """Append the event; `entry` for one that follows from the first."""
        after = "" if entry else self.after
        Saying(by=self.by, case=self.case.id, on=self.on, entry=entry or self.entry, after=after).say(event)
