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


def refused(wanted, others=(), **more):
    with pytest.raises(RuleBroken) as broken:
        check_places(wanted, others, **more)
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


def test_a_child_alone_sleeps_only_where_interim_care_is_arranged():
    assert "arrange interim care" in refused([(ALONE, bed())])
    assert "arrange interim care first" in refused([(ALONE, bed(meant_for="children"))])
    supervised, cared = ALONE._replace(care="supervised"), ALONE._replace(care="c")
    check_places([(supervised, bed(meant_for="children"))])
    assert "choose a block for children" in refused([(supervised, bed())])
    check_places([(cared, bed("1")), (LONG, bed("2"))])
    check_places([(cared, bed("1"))], blocks={"c": "A"})
    assert "whoever cares for them sleeps" in refused([(cared, bed("1", "B")), (LONG, bed("2"))])


def test_who_walks_badly_gets_a_place_that_they_can_reach():
    slow = QUIET._replace(accessible=True)
    check_places([(slow, bed())])
    check_places([(slow, bed(accessible="yes"))])
    assert "can reach and use" in refused([(slow, bed(accessible="no"))])


def test_who_is_kept_apart_does_not_sleep_in_the_same_block():
    assert "is kept apart from somebody" in refused([(QUIET, bed())], apart={"a": {"c"}}, blocks={"c": "A"})
    assert "kept apart" in refused([(QUIET, bed("1")), (LONG, bed("2"))], apart={"a": {"c"}})
    check_places([(QUIET, bed())], apart={"a": {"c"}}, blocks={"c": "B"})


def test_who_may_not_know_is_told_the_same_of_every_rule():
    said = {
        refused([(LONG, bed(meant_for="women"))], knows=False, because="Let me"),
        refused([(LONG, bed(meant_for="families"))], knows=False),
        refused([(LONG, bed(meant_for="children"))], knows=False),
        refused([(LONG._replace(accessible=True), bed(accessible="no"))], knows=False),
        refused([(LONG._replace(age="child"), bed())], knows=False),
        refused([(LONG, bed())], knows=False, apart={"c": {"a"}}, blocks={"a": "A"}, because="Let me"),
    }
    assert said == {"Block A is not suitable for Long Shore; choose another block."}


def test_who_may_know_sets_a_rule_aside_with_a_reason_and_it_is_named():
    wanted = [(LONG, bed("1", meant_for="women")), (ALONE, bed("2"))]
    assert check_places(wanted, because="One night, the river rises.") == ("women", "child_alone")
    assert check_places([(LONG, bed())], because="Not needed") == ()
    assert "is for women" in refused(wanted, because="  ")


def test_a_family_is_parted_only_if_they_ask():
    wanted = [(MOTHER, bed("1", "A")), (LONG._replace(family="f"), bed("1", "B"))]
    assert "are one family" in refused(wanted, because="I say so")
    assert check_places(wanted, parted=True) == ()


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
