"""The resident's own pages: in with a card, what is known, a question, and out again."""

from onward.door.views.entering import leave, month, sign_in
from onward.door.views.own import (
    ask_question,
    challenge_liberty,
    see_way,
    take_back_challenge,
    take_back_consent,
    take_back_wish,
)

__all__ = [
    "ask_question",
    "challenge_liberty",
    "leave",
    "month",
    "see_way",
    "sign_in",
    "take_back_challenge",
    "take_back_consent",
    "take_back_wish",
]
