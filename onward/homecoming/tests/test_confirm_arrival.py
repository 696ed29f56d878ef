import pytest

from onward.cases.queries import case_for
from onward.homecoming.queries import acts_for
from onward.homecoming.tests.checks import ActTests
from onward.kit.dates import today
from onward.kit.errors import RuleBroken


class TestConfirmArrival(ActTests):
    act, actor, before, kind, outsider = "confirm_arrival", "sami", "handover", "arrival_confirmed", "karim"
    said = {"confirmed_by": "family", "words": "She is with us."}
    wrong = {"confirmed_by": "the neighbours"}


@pytest.mark.parametrize(
    ("wish", "ended"), [("home", "returned"), ("family_elsewhere", "with_family"), ("third_country", "third_country")]
)
def test_the_stay_ends_as_they_wished(story, wish, ended):
    story.wish(wish=wish)
    for step in story.STEPS[1:]:
        getattr(story, step)()
    case = case_for(story.cast.sami, story.case)
    assert (case.ended_on, case.ended_how) == (today(), ended)


def test_it_refuses_before_the_handover(story):
    story.until("depart")
    with pytest.raises(RuleBroken, match="not been handed over"):
        story.arrive()


def test_after_it_nothing_more_is_recorded(story):
    story.until("arrive")
    assert acts_for(story.cast.sami, case_for(story.cast.sami, story.case)) == (None, [])
    for act in (story.wish, story.papers, story.arrive):
        with pytest.raises(RuleBroken, match="ended"):
            act()


def test_the_whole_way_is_the_same_after_a_rebuild(story, programme):
    story.until("arrive")
    programme.check_rebuild()
