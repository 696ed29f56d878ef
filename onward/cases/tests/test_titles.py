"""What a file's history says is said in words, and so in every language."""

from onward.cases.events import CaseEvent
from onward.cases.queries.history import UNSAID
from onward.cases.queries.titles import FIELDS, TITLES, code_words, title_of
from onward.journal.events import EVENTS

KINDS = {
    kind: event
    for kind, event in EVENTS.items()
    if issubclass(event, CaseEvent) and event.__module__.startswith("onward.")
}

UNSHOWN = {
    *("asked", "convoy", "before", "block", "challenge", "review", "screening"),
    *("case_worker", "companions", "custody", "exit", "first", "from_site", "group"),
    *("hash", "matter", "need", "noted_by", "organisation", "other", "question", "reminds", "site", "staff"),
    *("to_custody", "to_site", "together", "transfer", "apart", "carer", "parted"),
    *("in_order", "withheld", "incident", "opening", "opening"),
    *("child", "best_interests", "fit_to_travel", "not_refouled", "papers_in_hand", "safe", "safe_there"),
    *("referral", "sender", "service", "shown", "lawyer"),
    *("mother", "relatives_told", "visit", "about", "expected", "proposed", "sought"),
}
"""Fields that hold ids, or yes and no: the history leaves them out."""


def test_every_kind_of_entry_has_a_title() -> None:
    assert set(KINDS) <= set(TITLES)


def test_every_field_that_shows_has_words() -> None:
    shown = {
        field
        for event in KINDS.values()
        for field in event.__struct_fields__
        if field not in UNSAID and field not in event.compartments
    }
    assert shown <= set(FIELDS) | UNSHOWN


def test_codes_are_said_in_the_words_of_the_app_that_wrote_them() -> None:
    assert str(code_words("homecoming.wish_recorded", "wish")["home"]) == "To go home"
    assert str(code_words("care.need_met", "what")["unwell"]) == "Unwell"
    assert "unwell" in code_words("waiting.block_declared", "what")
    assert str(code_words("reception.arrived", "needs")["hurt"]) == "Hurt"
    assert not code_words("care.question_asked", "words")


def test_a_kind_from_a_later_version_is_called_by_its_own_name() -> None:
    assert title_of("later.moon_seen") == "Moon seen"
