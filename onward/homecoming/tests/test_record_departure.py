import pytest

from onward.cases.queries import case_for
from onward.homecoming.tests.checks import ActTests
from onward.homecoming.tests.story import Story
from onward.kit.errors import RuleBroken
from onward.kit.ids import new_id


class TestRecordDeparture(ActTests):
    act, actor, before, kind, outsider = "record_departure", "lina", "exit", "departed", "sami"
    said = {"accompanied_by": "Two delegates", "papers_in_hand": True, "destination": "Paris"}
    wrong = {"papers_in_hand": "maybe"}


def test_the_place_is_free_from_then_on(story):
    story.until("depart")
    assert story.last().moves.place == ""
    assert case_for(story.cast.sami, story.case).ended_on is None


@pytest.mark.parametrize("step", ["papers", "go"])
def test_it_refuses_without_the_check_and_the_exit(story, step):
    story.until(step)
    with pytest.raises(RuleBroken):
        story.depart()


def test_a_refused_exit_is_no_exit(story):
    story.until("go")
    story.do("refuse_exit", story.cast.karim)
    with pytest.raises(RuleBroken, match="not authorised"):
        story.depart()


def test_nobody_departs_twice(story):
    story.until("depart")
    with pytest.raises(RuleBroken, match="already"):
        story.depart()


def test_no_family_is_left_behind_by_accident(programme, cast):
    family = new_id()
    one, other = (
        Story(programme, cast, name, family=family).until("papers") for name in ("Quiet Cedar", "Clear River")
    )
    for each in (one, other):
        each.go(family="together")
    one.exit()
    with pytest.raises(RuleBroken, match="Clear River"):
        one.depart()
    other.exit()
    one.depart()
    other.depart()


def test_a_family_that_decided_it_may_part(programme, cast):
    family = new_id()
    one = Story(programme, cast, "Quiet Cedar", family=family).until("papers")
    Story(programme, cast, "Clear River", family=family).wish(wish="not_to_return", country="")
    one.go(family="decided_apart", family_words="She stays, and wants me to go.")
    one.exit()
    one.depart()
    assert one.standing.journey is not None
