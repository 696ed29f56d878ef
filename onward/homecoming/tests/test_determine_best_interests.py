import pytest

from onward.cases.actions import note_identity
from onward.homecoming.tests.checks import ActTests
from onward.homecoming.tests.story import Story
from onward.journal.reading import history
from onward.kit.errors import RuleBroken
from onward.kit.ids import new_id

FOUND = {"decision": "return_cared", "reasons": "Her aunt there is ready.", "heard": "I want to go to my aunt."}


def held_for_a_child(story: Story, age: str = "youth") -> Story:
    note_identity(story.cast.sami, case=story.case, age=age, entry=new_id())
    return story


class TestDetermineBestInterests(ActTests):
    act, actor, before = "determine_best_interests", "sami", "wish"
    kind, outsider = "best_interests_determined", "salma"
    said = FOUND
    wrong = {"reasons": ""}

    @pytest.fixture
    def told(self, story):
        return held_for_a_child(story).until("wish")


def determine(story: Story, *actors: str, **said: str) -> None:
    for actor in actors:
        story.do("determine_best_interests", getattr(story.cast, actor), **{**FOUND, **said})


@pytest.mark.parametrize("age", ["youth", "in_doubt"])
def test_no_step_onward_before_two_people_determined_what_is_best(story, age):
    held_for_a_child(story, age).until("wish")
    assert story.open_steps() == ["best_interests_determined"]
    determine(story, "sami")
    with pytest.raises(RuleBroken):
        determine(story, "sami")
    story.consent(body="A tracing service")
    story.contact()
    story.letter()
    assert story.open_steps() == ["best_interests_determined"]
    for asks in (story.ask, lambda: story.letter(asks="admission")):
        with pytest.raises(RuleBroken, match="two people"):
            asks()
    determine(story, "lina")
    assert story.open_steps() == ["nationality_asked"]
    story.ask()
    story.programme.check_rebuild()


def test_two_who_decide_otherwise_leave_it_open(story):
    held_for_a_child(story).until("wish")
    determine(story, "sami")
    determine(story, "lina", decision="join_family")
    (step,) = story.standing.open_steps
    assert (step.what, step.reason) == ("best_interests_determined", "two_people_disagree")


def test_a_determination_leads_only_where_it_says(story):
    held_for_a_child(story).until("wish")
    determine(story, "sami", "lina", decision="local_life")
    story.consent()
    story.contact()
    for decision in ("", "stay"):
        if decision:
            determine(story, "sami", "lina", decision=decision)
        with pytest.raises(RuleBroken, match="something else"):
            story.ask()


def test_somebody_held_for_a_child_is_an_adult_only_when_two_determine_it(story):
    held_for_a_child(story).until("wish")
    held_for_a_child(story, "adult")
    assert story.standing.facts["age"] == "in_doubt"
    determine(story, "sami", "lina", decision="adult")
    assert story.standing.facts["age"] == "adult"
    story.consent()


def test_what_the_child_said_is_sealed_as_the_childs(story):
    held_for_a_child(story).until("wish")
    determine(story, "sami")
    event = history(story.case, opens=("record", "legal"))[-1].event
    assert (event.heard, event.reasons) == ("", "")
