from datetime import date, timedelta

import pytest
from django.utils import translation

from onward.cases.actions import (
    correct_entry,
    issue_card,
    note_identity,
    open_identity,
    record_liberty,
    withdraw_entry,
)
from onward.cases.queries import find_for, history_for
from onward.journal import reading
from onward.kit.dates import now, today
from onward.kit.errors import NotFound, RuleBroken
from tests.residents import arrive, seen


@pytest.fixture
def case(programme, cast):
    case = arrive(programme, cast.east, by=cast.sami)
    note_identity(cast.sami, case=case, names=("Amina",))
    record_liberty(cast.sami, case=case, may_leave="no", by="site comand")
    return case


def last(case):
    return reading.effective(case)[-1].id


def test_a_correction_stands_and_the_first_words_stay(programme, cast, case):
    correct_entry(cast.sami, case=case, corrects=last(case), said={"by": "site command"}, why="spelling")
    assert seen(case).liberty_by == "site command"
    states = [said.state for said in history_for(cast.sami, seen(case))]
    assert states == ["", "", "corrected", "correction"]
    assert [found.id for found in find_for(cast.sami, "amina")] == [case]
    programme.check_rebuild()


def test_a_moment_is_corrected_and_the_stay_with_it(programme, cast, case):
    arrival = reading.effective(case)[0].id
    correct_entry(cast.sami, case=case, corrects=arrival, happened_at=now() - timedelta(days=2), why="paper list")
    assert seen(case).arrived_on == today() - timedelta(days=2)
    with pytest.raises(RuleBroken):
        correct_entry(cast.sami, case=case, corrects=arrival, happened_at=now() + timedelta(days=1))


def test_a_withdrawn_entry_stands_no_more(programme, cast, case):
    withdraw_entry(cast.sami, case=case, withdraws=last(case), why="another person's")
    assert seen(case).liberty_may_leave == "not_said"
    assert [said.state for said in history_for(cast.sami, seen(case))][2:] == ["withdrawn", "withdrawal"]
    programme.check_rebuild()


def test_what_makes_no_sense_is_refused(programme, cast, case):
    with pytest.raises(RuleBroken):
        correct_entry(cast.sami, case=case, corrects=last(case), said={"may_leave": "perhaps"})
    with pytest.raises(NotFound):
        correct_entry(cast.sami, case=case, corrects="0" * 32)
    other = arrive(programme, cast.east)
    with pytest.raises(NotFound):
        withdraw_entry(cast.sami, case=case, withdraws=last(other), why="x")


def test_only_its_author_or_a_coordinator_may_change_an_entry(programme, cast, case):
    record_liberty(cast.salma, case=case, may_leave="yes")
    with pytest.raises(RuleBroken):
        withdraw_entry(cast.sami, case=case, withdraws=last(case), why="I do not like it")
    withdraw_entry(cast.cora, case=case, withdraws=last(case), why="agreed with Salma")
    assert seen(case).liberty_may_leave == "no"


def test_logs_arrivals_and_sealed_words_are_kept(programme, cast, case):
    arrival, noted = (entry.id for entry in reading.effective(case)[:2])
    with pytest.raises(RuleBroken):
        withdraw_entry(cast.sami, case=case, withdraws=arrival, why="x")
    with pytest.raises(RuleBroken):
        correct_entry(cast.sami, case=case, corrects=noted, said={"sex": "man"})
    opening = open_identity(cast.sami, case=case, reason="for a test")
    issue_card(cast.salma, case=case)
    for kept in (opening, last(case)):
        with pytest.raises(RuleBroken):
            withdraw_entry(cast.cora, case=case, withdraws=kept, why="x")


def test_history_tells_what_was_said_and_never_what_is_sealed(programme, cast, case):
    told = history_for(cast.sami, seen(case))
    assert [(said.title, said.by) for said in told[1:]] == [
        ("Names and nationality noted (sealed)", "Sami"),
        ("May the person leave: recorded", "Sami"),
    ]
    assert ("By order of", "site comand") in told[2].lines
    assert "Amina" not in str(told)


def test_history_says_days_as_its_reader_does(programme, cast, case):
    record_liberty(cast.sami, case=case, may_leave="no", by="site command", told_on=date(2020, 8, 17))
    with translation.override("ar"):
        told = history_for(cast.sami, seen(case))[-1].lines
    assert any("17 آب 2020" in words for _label, words in told)
