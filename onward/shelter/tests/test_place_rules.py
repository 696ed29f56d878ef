import pytest

from onward.kit.errors import RuleBroken
from onward.shelter.rules import Bed, Guest, check_change, check_here, check_places

QUIET = Guest("a", "Quiet Cedar", sex="woman", age="adult")
CLEAR = Guest("b", "Clear River", sex="woman", age="adult")
LONG = Guest("c", "Long Shore", sex="man", age="adult")
MOTHER = Guest("m", "Bright Field", family="f", sex="woman", age="adult")
SON = Guest("s", "Bright Stone", family="f", sex="man", age="child")
ALONE = Guest("k", "Still Harbour", sex="man", age="child")


def bed(name="1", block="A", **more):
    return Bed(id=block + name, name=name, block=block, block_name=f"Block {block}", **more)


def refused(wanted, others=()):
    with pytest.raises(RuleBroken) as broken:
        check_places(wanted, others)
    assert broken.value.field == "places"
    return broken.value.sentence


def test_an_open_free_place_is_given():
    check_places([(QUIET, bed())])


def test_a_taken_place_is_refused():
    assert refused([(QUIET, bed(free=False))]) == "1 is taken; choose another place."


def test_two_people_do_not_get_the_same_place():
    assert refused([(QUIET, bed()), (CLEAR, bed())]) == "1 is chosen twice; give each person one."


def test_a_closed_place_is_refused():
    assert refused([(QUIET, bed(closed=True))]) == "1 is closed; choose another place."


def test_a_block_for_men_refuses_a_woman():
    check_places([(LONG, bed(meant_for="men"))])
    assert refused([(QUIET, bed(meant_for="men"))]) == "Block A is for men; choose another block for Quiet Cedar."


def test_a_block_for_women_refuses_a_man():
    women = bed(meant_for="women")
    check_places([(QUIET, women)])
    assert refused([(LONG, women)]) == "Block A is for women; choose another block for Long Shore."


def test_a_block_for_women_takes_a_boy_with_his_mother():
    check_places([(MOTHER, bed("1", meant_for="women")), (SON, bed("2", meant_for="women"))])


def test_a_block_for_families_refuses_a_person_alone():
    assert "for families" in refused([(LONG, bed(meant_for="families"))])
    check_places([(MOTHER, bed("1", meant_for="families")), (SON, bed("2", meant_for="families"))])


def test_a_child_alone_sleeps_only_in_a_block_for_children():
    assert "is a child alone" in refused([(ALONE, bed())])
    check_places([(ALONE, bed(meant_for="children"))])


def test_a_strange_adult_does_not_make_a_child_accompanied():
    assert "Still Harbour is a child alone" in refused([(ALONE, bed("1")), (LONG, bed("2"))])


def test_a_child_sleeps_where_an_adult_of_the_family_sleeps_already():
    check_places([(SON, bed("2"))], [(MOTHER, bed("1"))])


def test_an_adult_sleeps_in_a_block_for_children_only_with_their_own_child():
    children = bed("1", meant_for="children")
    assert "is for children" in refused([(LONG, children)])
    check_places([(MOTHER, children), (SON, bed("2", meant_for="children"))])


def test_a_family_is_not_split_between_blocks():
    wanted = [(MOTHER, bed("1", "A")), (SON, bed("1", "B"))]
    assert refused(wanted) == "Bright Field, Bright Stone are one family: give them places in the same block."


def test_one_of_a_family_does_not_move_away_from_the_others():
    assert "are one family" in refused([(MOTHER, bed("1", "B"))], [(SON, bed("2", "A", meant_for="children"))])


def test_a_family_is_housed_together_or_not_yet():
    assert "house the family together" in refused([(MOTHER, bed())], [(SON, None)])


def test_a_person_elsewhere_gets_no_place():
    here = {"site": "x", "at": "x", "going": False, "ended": False}
    check_here("Quiet Cedar", **here)
    for wrong in ({"at": "y"}, {"going": True}, {"ended": True}):
        with pytest.raises(RuleBroken):
            check_here("Quiet Cedar", **{**here, **wrong})


def test_an_act_that_changes_nothing_is_refused():
    check_change([""], ["p"])
    for before, after in (([], []), (["p"], ["p"])):
        with pytest.raises(RuleBroken):
            check_change(before, after)
