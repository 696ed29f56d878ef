"""The pages of reviews of stay: all of them, those of one stay, and one short page for each act."""

from onward.oversight.views.acts import assign_reviewer, decide_review, hold_review, tell_decision
from onward.oversight.views.lists import see_review, see_reviews

__all__ = ["assign_reviewer", "decide_review", "hold_review", "see_review", "see_reviews", "tell_decision"]
