"""What may be done about a review of stay, and to tell oversight. Each act finds, checks, then says one thing."""

from onward.oversight.actions.assigning import assign_reviewer
from onward.oversight.actions.deciding import decide_review, tell_decision
from onward.oversight.actions.feeding import list_items, name_key, take_answers, write_feed
from onward.oversight.actions.holding import hold_review
from onward.oversight.actions.opening import open_reviews

__all__ = [
    "assign_reviewer",
    "decide_review",
    "hold_review",
    "list_items",
    "name_key",
    "open_reviews",
    "take_answers",
    "tell_decision",
    "write_feed",
]
