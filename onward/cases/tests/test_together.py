import pytest

from onward.cases.actions import link_family, note_companion
from onward.cases.queries import companions_of, family_of
from onward.kit.errors import NotFound, RuleBroken
from onward.kit.ids import new_id
from tests.residents import arrive, seen


def test_a_family_is_one_whoever_is_linked_first(programme, cast):
    mother, son, aunt = (arrive(programme, cast.east) for _ in range(3))
    link_family(cast.sami, case=mother, other=son, relation="mother", other_relation="son")
    link_family(cast.sami, case=aunt, other=mother, relation="sister")
    assert {case.id for case in family_of(seen(mother))} == {son, aunt}
    assert (seen(mother).relation, seen(son).relation) == ("mother", "son")
    programme.check_rebuild()


def test_companions_are_read_from_both_files(programme, cast):
    one, two = arrive(programme, cast.east), arrive(programme, cast.east)
    three = arrive(programme, cast.east, companions=(one,))
    note_companion(cast.sami, case=one, other=two)
    note_companion(cast.sami, case=two, other=one)
    assert {case.id for case in companions_of(seen(one))} == {two, three}
    assert [case.id for case in companions_of(seen(two))] == [one]
    programme.check_rebuild()


def test_nobody_is_linked_to_themselves_or_to_another_site(programme, cast):
    one, elsewhere = arrive(programme, cast.east), arrive(programme, cast.west)
    for act in (link_family, note_companion):
        with pytest.raises(RuleBroken):
            act(cast.sami, case=one, other=one)
        with pytest.raises(NotFound):
            act(cast.sami, case=one, other=elsewhere)


def test_sent_twice_it_is_written_once(programme, cast):
    one, two = arrive(programme, cast.east), arrive(programme, cast.east)
    entry = new_id()
    link_family(cast.sami, case=one, other=two, entry=entry)
    family = seen(one).family
    link_family(cast.sami, case=one, other=two, entry=entry)
    assert seen(one).family == seen(two).family == family
