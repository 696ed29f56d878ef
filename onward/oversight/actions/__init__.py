"""What may be done about a review of stay. Each act finds, checks, then says one thing in the journal."""

from onward.oversight.actions.assigning import assign_reviewer
from onward.oversight.actions.deciding import decide_review, tell_decision
from onward.oversight.actions.holding import hold_review
from onward.oversight.actions.opening import open_reviews

__all__ = ["assign_reviewer", "decide_review", "hold_review", "open_reviews", "tell_decision"]
