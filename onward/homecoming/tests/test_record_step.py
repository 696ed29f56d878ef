import pytest

from onward.homecoming.queries import recordable
from onward.homecoming.tests.checks import ActTests
from onward.homecoming.tests.story import Story
from onward.journal.reading import history
from onward.kit.errors import RuleBroken
from onward.waiting.queries import explanation_for
from tests.cast import client_for


def on_another_way(story: Story) -> Story:
    story.wish(wish="not_to_return", country="")
    story.do("choose_pathway", story.cast.sami, pathway="cannot_return", reason="It is her wish.")
    return story


class TestRecordStep(ActTests):
    act, actor, before, kind, outsider = "record_step", "sami", "", "step_recorded", "rosa"
    said = {"step": "counsel_offered", "done": True, "evidence": "The lawyer Haddad; she said yes."}
    wrong = {"evidence": ""}

    @pytest.fixture
    def told(self, story):
        return on_another_way(story)


def test_a_step_that_is_done_opens_what_comes_next(story):
    on_another_way(story)
    assert story.open_steps() == ["protection_assessed", "counsel_offered"]
    for step in ("protection_assessed", "counsel_offered"):
        story.do("record_step", story.cast.sami, step=step, done=True, evidence="Said and written.")
    assert story.open_steps() == ["other_way"]
    assert history(story.case)[-1].event.evidence == ""
    assert story.last().evidence == "Said and written."
    story.programme.check_rebuild()


def test_one_that_is_not_done_stays_open_with_its_reason(story):
    on_another_way(story)
    story.do("record_step", story.cast.sami, step="protection_assessed", done=False, because="asked_to_wait")
    step = story.standing.open_steps[0]
    assert (step.what, step.reason, step.holder_name) == ("protection_assessed", "asked_to_wait", step.holder_name)
    assert "More time was asked for." in explanation_for(story.cast.sami, story.case).resident


@pytest.mark.parametrize("step", ["other_way", "heard", "papers", "no_such_step"])
def test_what_has_an_act_of_its_own_or_is_not_open_is_not_finished_by_it(story, step):
    on_another_way(story)
    with pytest.raises(RuleBroken) as broken:
        story.do("record_step", story.cast.sami, step=step, done=True, evidence="So I am told.")
    assert broken.value.field == "step"


def test_another_office_does_not_finish_it(story):
    on_another_way(story)
    assert recordable(story.cast.lina, story.standing) == []
    with pytest.raises(RuleBroken):
        story.do("record_step", story.cast.lina, step="counsel_offered", done=True, evidence="I heard of it.")


def test_whoever_has_no_step_to_finish_is_told_so_and_shown_no_form(story):
    on_another_way(story)
    address = f"/homecoming/{story.case}/step/"
    shown = client_for(story.cast.lina).get(address).content.decode()
    assert "No open step is yours to finish here." in shown
    assert "Record it" not in shown
    case = f"/residents/{story.case}/"
    button = f'class="button go" href="{address}"'
    assert button in client_for(story.cast.sami).get(case).content.decode()
    assert button not in client_for(story.cast.lina).get(case).content.decode()
    assert "Record it" in client_for(story.cast.sami).get(address).content.decode()
