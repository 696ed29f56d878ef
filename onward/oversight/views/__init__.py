"""The screens of reviews: across residents, of one stay, and the short forms; and of what oversight is told."""

from onward.oversight.views.acts import assign_reviewer, decide_review, hold_review, tell_decision
from onward.oversight.views.feeding import name_key, note_interview, see_feed, take_answers, write_feed
from onward.oversight.views.lists import see_review, see_reviews

__all__ = [
    "assign_reviewer",
    "decide_review",
    "hold_review",
    "name_key",
    "note_interview",
    "see_feed",
    "see_review",
    "see_reviews",
    "take_answers",
    "tell_decision",
    "write_feed",
]
