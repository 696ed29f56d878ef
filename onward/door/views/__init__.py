"""The resident's own pages: in with a card, what is known, a question, and out again."""

from onward.door.views.courses import allow_reading, answer_course, fetch_certificate, stop_reading, write_goal
from onward.door.views.entering import leave, month, sign_in
from onward.door.views.erasing import ask_own_erasure, take_back_erasure
from onward.door.views.given import see_given
from onward.door.views.helping import open_account, see_help, shut_account, take_back_referral
from onward.door.views.locking import lock
from onward.door.views.notice import see_notice
from onward.door.views.own import (
    ask_move,
    ask_question,
    challenge_liberty,
    see_way,
    take_back_challenge,
    take_back_consent,
    take_back_wish,
)
from onward.door.views.relatives import (
    agree_own_telling,
    end_own_search,
    end_own_telling,
    see_relatives,
    seek_own_relative,
)
from onward.door.views.site import see_calendar, see_committee
from onward.door.views.telling import answers, keep_words, paper, tell_oversight

__all__ = [
    "agree_own_telling",
    "allow_reading",
    "answer_course",
    "answers",
    "ask_move",
    "ask_own_erasure",
    "ask_question",
    "challenge_liberty",
    "end_own_search",
    "end_own_telling",
    "fetch_certificate",
    "keep_words",
    "leave",
    "lock",
    "month",
    "open_account",
    "paper",
    "see_calendar",
    "see_committee",
    "see_given",
    "see_help",
    "see_notice",
    "see_relatives",
    "see_way",
    "seek_own_relative",
    "shut_account",
    "sign_in",
    "stop_reading",
    "take_back_challenge",
    "take_back_consent",
    "take_back_erasure",
    "take_back_referral",
    "take_back_wish",
    "tell_oversight",
    "write_goal",
]
