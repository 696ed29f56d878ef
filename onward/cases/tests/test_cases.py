import pytest

from onward.cases import queries
from onward.cases.actions import assign_case_worker, record_liberty
from onward.cases.events import FamilyJoined, Holder, Move
from onward.cases.queries import case_for, case_named, case_names, cases_for, count_present, new_case_name
from onward.kit.errors import NotFound
from onward.names import pick
from tests.cast import resident
from tests.residents import arrive, seen


def test_a_case_is_found_at_its_site_by_its_worker_and_by_its_resident(programme, cast):
    case = arrive(programme, cast.east)
    for actor in (cast.sami, cast.cora, cast.nadia, resident(case)):
        assert case_for(actor, case).id == case
    for actor in (cast.omar, cast.rosa, resident("0" * 32)):
        with pytest.raises(NotFound):
            case_for(actor, case)


def test_a_case_worker_keeps_reach_of_a_case_that_moved(programme, cast):
    case = arrive(programme, cast.east)
    assign_case_worker(cast.salma, case=case, worker=cast.sami.id)
    programme.say(FamilyJoined(family="f" * 32, moves=Move(site=cast.west)), stream=case)
    assert case_for(cast.sami, case).site == cast.west
    assert case in [found.id for found in cases_for(cast.sami)]
    with pytest.raises(NotFound):
        case_for(cast.salma, case)


def test_the_version_is_the_last_entry_even_after_a_correction(programme, cast):
    case = arrive(programme, cast.east)
    record_liberty(cast.sami, case=case, may_leave="yes")
    version = case_for(cast.sami, case).version
    record_liberty(cast.sami, case=case, may_leave="no", by="x", after=version)
    assert case_for(cast.sami, case).version != version


def test_lists_walk_by_key_without_gap_or_repeat(programme, cast):
    cases = [arrive(programme, site) for site in (cast.east, cast.west, cast.east, cast.east, cast.west)]
    walked, after = [], ""
    while page := cases_for(cast.lina, after=after, size=2):
        walked += [case.id for case in page]
        after = walked[-1]
    assert walked == sorted(cases, reverse=True)
    assert {case.id for case in cases_for(cast.sami)} == {cases[0], cases[2], cases[3]}
    assert cases_for(cast.sami, site=cast.west) == []
    assert len(cases_for(cast.cora)) == 5 == count_present(cast.cora)
    assert [case.id for case in cases_for(resident(cases[1]))] == [cases[1]]


def test_who_has_gone_is_listed_apart(programme, cast):
    gone = arrive(programme, cast.east, facts={"ended": "returned"})
    assert cases_for(cast.sami) == []
    assert [case.id for case in cases_for(cast.sami, ended=True)] == [gone]


def test_a_case_name_is_found_by_those_within_reach(programme, cast):
    case = arrive(programme, cast.east, case_name="Quiet Cedar")
    assert case_named(cast.sami, "  quiet   CEDAR ").id == case
    assert case_named(cast.omar, "Quiet Cedar") is None
    assert case_names([case, "x"]) == {case: "Quiet Cedar"}


def test_case_names_are_drawn_again_when_taken_and_numbered_when_crowded(programme, cast, monkeypatch):
    taken = pick("lot")
    arrive(programme, cast.east, case_name=taken)
    monkeypatch.setattr(queries.cases, "pick", lambda _lot: taken)
    assert new_case_name("another") == f"{taken} 2"


def test_a_holder_without_a_person_is_nobody():
    assert Holder(office="case_worker").kind == "nobody"


def test_it_takes_few_questions_to_list(programme, cast, django_assert_max_num_queries):
    for _number in range(3):
        arrive(programme, cast.east)
    with django_assert_max_num_queries(2):
        cases_for(cast.sami)
    case = seen(cases_for(cast.sami)[0].id)
    with django_assert_max_num_queries(2):
        case_for(cast.sami, case.id)
