import pytest
from msgspec.structs import replace

from onward.cases.events import Closes, LibertyRecorded, Opens
from onward.homecoming.tests.checks import ActTests
from onward.homecoming.tests.story import Story
from onward.journal.reading import history
from onward.kit.errors import RuleBroken
from onward.kit.ids import new_id
from tests.cast import client_for


class TestCheckReturn(ActTests):
    act, actor, before, kind, outsider = "check_return", "nadia", "papers", "return_checked", "rosa"
    said = {
        "safe_there": True,
        "not_refouled": True,
        "fit_by": "The doctor",
        "family": "none_here",
        "fit_to_travel": True,
        "reasons": "A lawyer waits for her.",
        "sources": "The lawyer, a delegate.",
    }
    wrong = {"family": "scattered"}


@pytest.fixture
def ready(story):
    return story.until("papers")


@pytest.fixture
def sisters(programme, cast):
    family = new_id()
    return [Story(programme, cast, name, family=family).until("papers") for name in ("Quiet Cedar", "Clear River")]


def test_the_first_alone_opens_nothing(ready):
    ready.weigh(ready.cast.lina)
    assert ready.standing.return_state == "first"
    assert ready.last().opens == ()


def test_two_of_two_organisations_ask_the_exit_of_who_has_custody(ready):
    ready.go()
    assert ready.standing.return_state == "safe"
    assert ready.standing.exit.asked_of == ready.cast.group
    assert [opened.what for opened in ready.last().opens] == ["exit_authorised"]


def test_a_colleague_of_the_first_is_not_enough(ready):
    ready.weigh(ready.cast.lina)
    with pytest.raises(RuleBroken, match="your organisation"):
        ready.weigh(ready.cast.sami)


def test_nobody_is_their_own_second_under_another_flag(ready):
    ready.weigh(ready.cast.lina)
    with pytest.raises(RuleBroken, match="somebody else"):
        ready.weigh(replace(ready.cast.lina, organisation=ready.cast.watch))


def test_somebody_of_no_organisation_judges_nothing(ready):
    with pytest.raises(RuleBroken, match="not known"):
        ready.weigh(replace(ready.cast.lina, organisation=""))


@pytest.mark.parametrize(
    "second",
    [
        {"safe_there": False},
        {"not_refouled": False},
        {"fit_to_travel": False},
        {"family": "decided_apart", "family_words": "Both want it."},
    ],
)
def test_two_who_disagree_leave_the_step_open_with_the_reason(ready, second):
    ready.weigh(ready.cast.lina)
    ready.weigh(ready.cast.nadia, **second)
    assert ready.standing.return_state == "disagreed"
    assert ready.standing.exit is None
    assert [hold.reason for hold in ready.last().holds] == ["two_people_disagree"]


def test_it_refuses_without_sources_or_fitness(ready):
    for wrong, field in (
        ({"sources": " "}, "sources"),
        ({"reasons": ""}, "reasons"),
        ({"fit_by": " "}, "fit_by"),
    ):
        with pytest.raises(RuleBroken) as broken:
            ready.weigh(ready.cast.lina, **wrong)
        assert broken.value.field == field


def test_a_family_is_not_left_divided(sisters):
    one, other = sisters
    other.wish(wish="not_yet", country="")
    for said in ("together", "none_here"):
        with pytest.raises(RuleBroken, match="Clear River"):
            one.weigh(one.cast.lina, family=said)
    with pytest.raises(RuleBroken) as broken:
        one.weigh(one.cast.lina, family="decided_apart")
    assert broken.value.field == "family_words"
    one.weigh(one.cast.lina, family="decided_apart", family_words="I go first, she wants it too.")


def test_a_family_that_wishes_the_same_goes_together(sisters):
    one, _other = sisters
    one.go(family="together")
    assert one.standing.return_state == "safe"


def test_it_refuses_against_their_latest_wish(ready):
    ready.wish(wish="not_to_return", country="")
    with pytest.raises(RuleBroken, match="not to go"):
        ready.weigh(ready.cast.lina)


def test_what_was_found_safe_is_not_judged_again(ready):
    ready.go()
    with pytest.raises(RuleBroken, match="already"):
        ready.weigh(ready.cast.sami)


def test_reasons_sources_and_the_familys_words_are_sealed_apart(ready):
    ready.weigh(ready.cast.lina, family="decided_apart", family_words="Her mother stays.")
    plain = history(ready.case)[-1].event
    assert (plain.reasons, plain.sources, plain.family_words, plain.fit_by) == ("", "", "", "")


@pytest.mark.parametrize("question", ["safe_there", "not_refouled", "fit_to_travel"])
def test_one_no_of_both_is_not_safe(ready, question):
    ready.go(**{question: False})
    assert ready.standing.return_state == "unsafe"
    assert ready.open_steps() == ["return_checked"]
    shown = client_for(ready.cast.lina).get(f"/homecoming/{ready.case}/").content.decode()
    assert shown.count("<b>no</b>") == 2


def page(story):
    return client_for(story.cast.lina).get(f"/homecoming/{story.case}/return/").content.decode()


def test_whoever_may_be_a_child_goes_nowhere_before_a_determination(ready):
    assert "best_interests" not in page(ready)
    ready.programme.say(LibertyRecorded(may_leave="no", facts={"age": "in_doubt"}), stream=ready.case)
    assert "best_interests" in page(ready)
    with pytest.raises(RuleBroken, match="what is best"):
        ready.weigh(ready.cast.lina, best_interests=True)
    matter = Opens(id=new_id(), kind="step", what="best_interests_determined")
    done = Closes(id=matter.id)
    ready.programme.say(LibertyRecorded(may_leave="no", opens=(matter,), closes=(done,)), stream=ready.case)
    with pytest.raises(RuleBroken) as broken:
        ready.weigh(ready.cast.lina)
    assert broken.value.field == "best_interests"
    ready.weigh(ready.cast.lina, best_interests=True)
    assert ready.standing.return_state == "first"
