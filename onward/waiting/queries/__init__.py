"""Reading what is owed, whose each day was, and why somebody waits."""

from onward.waiting.queries.accounts import Days, Part, Share, account_for, days_for, stood_for
from onward.waiting.queries.clocks import (
    clocks_for,
    clocks_stand_still,
    date_is_sure,
    escalated_for,
    ladder,
    last_run,
    run_is_due,
    told_of,
)
from onward.waiting.queries.drawn import DrawnWay, drawn_ways
from onward.waiting.queries.hands import veiled
from onward.waiting.queries.lists import (
    MOST_COUNTED,
    Owed,
    count_matters,
    held_by,
    matter_for,
    matter_to_explain,
    matters_for,
    owed_from,
)
from onward.waiting.queries.matters import matters_of, open_step
from onward.waiting.queries.pictures import StageMark, StepMark, WayPicture, explanation_for, way_of
from onward.waiting.queries.present import Present, next_due, present_steps
from onward.waiting.queries.reviews import is_independent, review_owed, review_passed_on, reviewer_at
from onward.waiting.queries.titles import office_words, stage_words, step_title, title_of, way_words
from onward.waiting.queries.usual import Rest, Usual, rest_of
from onward.waiting.queries.ways import CaseLike, State, way_after, way_named, way_state

__all__ = [
    "MOST_COUNTED",
    "CaseLike",
    "Days",
    "DrawnWay",
    "Owed",
    "Part",
    "Present",
    "Rest",
    "Share",
    "StageMark",
    "State",
    "StepMark",
    "Usual",
    "WayPicture",
    "account_for",
    "clocks_for",
    "clocks_stand_still",
    "count_matters",
    "date_is_sure",
    "days_for",
    "drawn_ways",
    "escalated_for",
    "explanation_for",
    "held_by",
    "is_independent",
    "ladder",
    "last_run",
    "matter_for",
    "matter_to_explain",
    "matters_for",
    "matters_of",
    "next_due",
    "office_words",
    "open_step",
    "owed_from",
    "present_steps",
    "rest_of",
    "review_owed",
    "review_passed_on",
    "reviewer_at",
    "run_is_due",
    "stage_words",
    "step_title",
    "stood_for",
    "title_of",
    "told_of",
    "veiled",
    "way_after",
    "way_named",
    "way_of",
    "way_state",
    "way_words",
]
