from datetime import date, timedelta

import pytest

from onward.homecoming import events, rules
from onward.homecoming.rules import words
from onward.kit.errors import RuleBroken

TODAY = date(2026, 11, 23)
YESTERDAY = TODAY - timedelta(days=1)
TOMORROW = TODAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("codes", "literal"),
    [(words.WISHES, events.WishSaid), (words.ANSWERS, events.Answer), (words.FAMILIES, events.FamilySaid)],
)
def test_every_code_has_words(codes, literal):
    assert set(codes) == set(literal.__args__)


def test_a_stay_that_has_ended_takes_no_step():
    rules.check_open(None)
    with pytest.raises(RuleBroken):
        rules.check_open(TODAY)


@pytest.mark.parametrize(
    ("on", "not_before"), [(TOMORROW, None), (date(2026, 1, 1), None), (date(2026, 11, 1), YESTERDAY)]
)
def test_a_day_lies_between_the_step_before_and_today(on, not_before):
    rules.check_day(TODAY, arrived_on=date(2026, 7, 3), today=TODAY, not_before=not_before)
    with pytest.raises(RuleBroken) as broken:
        rules.check_day(on, arrived_on=date(2026, 7, 3), today=TODAY, not_before=not_before)
    assert broken.value.field == "on"


@pytest.mark.parametrize("wish", ["", "local_life", "not_yet", "not_to_return"])
def test_nothing_leads_away_against_their_wish(wish):
    with pytest.raises(RuleBroken):
        rules.check_wish_goes(wish)


@pytest.mark.parametrize("wish", ["home", "family_elsewhere", "third_country"])
def test_a_wish_to_go_says_where(wish):
    rules.check_wish_goes(wish)
    rules.check_wish(wish, "France")
    with pytest.raises(RuleBroken):
        rules.check_wish(wish, " ")


def test_a_consent_lives_until_it_is_withdrawn_or_runs_out():
    assert rules.is_live(withdrawn_on=None, until=None, today=TODAY)
    assert rules.is_live(withdrawn_on=None, until=TODAY, today=TODAY)
    assert not rules.is_live(withdrawn_on=None, until=YESTERDAY, today=TODAY)
    assert not rules.is_live(withdrawn_on=TODAY, until=None, today=TODAY)


@pytest.mark.parametrize(
    ("body", "fields", "until"),
    [
        ("The consulate", [], None),
        ("The consulate", ["names"], YESTERDAY),
        ("the CONSULATE of France", ["names"], None),
    ],
)
def test_a_consent_is_whole_and_not_given_twice(body, fields, until):
    with pytest.raises(RuleBroken):
        rules.check_consent(body=body, fields=fields, until=until, today=TODAY, live=["The consulate of France"])


@pytest.mark.parametrize(
    "wrong",
    [
        {"live": False},
        {"checked": ""},
        {"checked": "first"},
        {"checked": "unsafe"},
        {"checked": "disagreed"},
        {"fields": []},
        {"fields": ["names", "whereabouts"]},
    ],
)
def test_asking_takes_consent_two_people_and_only_what_was_agreed(wrong):
    right = {"live": True, "checked": "safe", "fields": ["names"], "consented": ["names", "birth"]}
    rules.check_asking(**right)
    with pytest.raises(RuleBroken):
        rules.check_asking(**{**right, **wrong})


def test_only_two_who_agree_are_enough():
    assert rules.outcome_of(first=True, second=True) == "safe"
    assert rules.outcome_of(first=False, second=False) == "unsafe"
    assert rules.outcome_of(first=True, second=False) == "disagreed"
    assert rules.outcome_of(first=False, second=True) == "disagreed"
    assert rules.outcome_of(first=True, second=True, same=False) == "disagreed"


def test_nobody_is_the_second_of_themselves():
    rules.check_second_person(first_by="a", by="b")
    with pytest.raises(RuleBroken):
        rules.check_second_person(first_by="a", by="a")


@pytest.mark.parametrize(("first", "second"), [("a", "a"), ("a", ""), ("", "")])
def test_a_return_is_judged_by_two_organisations(first, second):
    rules.check_second_organisation(first="a", second="b")
    with pytest.raises(RuleBroken):
        rules.check_second_organisation(first=first, second=second)


def test_a_judgement_names_reasons_and_sources():
    rules.check_judgement(reasons="calm there", sources="a lawyer")
    with pytest.raises(RuleBroken, match="why"):
        rules.check_judgement(reasons=" ", sources="a lawyer")
    with pytest.raises(RuleBroken, match="rests"):
        rules.check_judgement(reasons="calm there", sources="")


def test_one_no_is_enough_and_what_was_not_asked_counts_for_nothing():
    assert rules.verdict(True, True, None)
    assert not rules.verdict(True, False, None)
    with pytest.raises(RuleBroken):
        rules.check_judgement(reasons="calm there", sources="a lawyer", unnamed=True)


@pytest.mark.parametrize(
    ("said", "written", "staying", "going"),
    [
        ("none_here", "", ["Clear River"], []),
        ("none_here", "", [], ["Clear River"]),
        ("together", "", ["Clear River"], []),
        ("together", "", ["Clear River"], ["Calm Hill"]),
        ("together", "", [], []),
        ("decided_apart", " ", ["Clear River"], []),
    ],
)
def test_no_family_is_left_divided_unless_they_decided_it(said, written, staying, going):
    with pytest.raises(RuleBroken) as broken:
        rules.check_family(said=said, words=written, staying=staying, going=going)
    assert broken.value.field in ("family", "family_words")


def test_a_family_goes_together_or_parts_by_its_own_decision():
    rules.check_family(said="none_here", words="", staying=[], going=[])
    rules.check_family(said="together", words="", staying=[], going=["Clear River"])
    rules.check_family(said="decided_apart", words="Her mother stays, they both want it.", staying=["A"], going=[])


@pytest.mark.parametrize(
    ("state", "return_state"), [("", "safe"), ("lapsed", "safe"), ("authorised", "safe"), ("asked", "disagreed")]
)
def test_an_exit_is_decided_while_it_is_asked(state, return_state):
    rules.check_exit(state="asked", return_state="safe")
    rules.check_exit(state="refused", return_state="safe")
    with pytest.raises(RuleBroken):
        rules.check_exit(state=state, return_state=return_state)


@pytest.mark.parametrize(
    "wrong",
    [
        {"return_state": "first"},
        {"exit_state": "asked"},
        {"exit_state": "refused"},
        {"departed_on": TODAY},
        {"left_behind": ["Clear River"]},
        {"left_behind": ["Clear River"], "family": "together"},
    ],
)
def test_leaving_needs_safety_leave_and_a_whole_family(wrong):
    right = {
        "exit_state": "authorised",
        "return_state": "safe",
        "departed_on": None,
        "family": "none_here",
        "left_behind": [],
    }
    rules.check_departure(**right)
    rules.check_departure(**{**right, "left_behind": ["Clear River"], "family": "decided_apart"})
    with pytest.raises(RuleBroken):
        rules.check_departure(**{**right, **wrong})


def test_the_journey_keeps_its_order():
    rules.check_handover(TODAY, None)
    rules.check_confirmation(TODAY)
    for departed_on, handed_over_on in ((None, None), (TODAY, TODAY)):
        with pytest.raises(RuleBroken):
            rules.check_handover(departed_on, handed_over_on)
    with pytest.raises(RuleBroken):
        rules.check_confirmation(None)


def test_the_next_step_comes_first():
    stands = {
        "ended": False, "wish": "", "going": False, "consents": 0, "to_check": 0, "askable": 0, "unanswered": 0,
        "confirmed": False, "papers": 0, "to_weigh": True, "exit_state": "", "departed": False, "handed_over": False,
    }  # fmt: skip
    order = [
        ({}, "record_wish"),
        ({"wish": "home", "going": True}, "record_consent"),
        ({"consents": 1, "to_check": 1}, "check_contact"),
        ({"to_check": 0, "askable": 1}, "ask_nationality"),
        ({"unanswered": 1}, "record_answer"),
        ({"unanswered": 0, "confirmed": True}, "record_papers"),
        ({"papers": 1}, "check_return"),
        ({"unsafe": True}, "choose_pathway"),
        ({"unsafe": False, "to_weigh": False, "exit_state": "authorised"}, "record_departure"),
        ({"departed": True}, "record_handover"),
        ({"handed_over": True}, "confirm_arrival"),
    ]
    for change, act in order:
        stands |= change
        assert rules.next_steps(rules.Stands(**stands))[0] == act
    ended = rules.Stands(**{**stands, "ended": True})
    assert rules.next_steps(ended) == rules.other_acts(ended) == []
    assert rules.other_acts(rules.Stands(**stands)) == [
        "record_wish",
        "withdraw_wish",
        "withdraw_consent",
        "send_letter",
        "record_civil_paper",
        "record_turned_back",
    ]
