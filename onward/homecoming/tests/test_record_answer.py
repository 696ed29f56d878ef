import pytest

from onward.homecoming.tests.checks import ActTests
from onward.homecoming.tests.story import CONSULATE
from onward.kit.errors import NotFound, RuleBroken


class TestRecordAnswer(ActTests):
    act, actor, before, kind, outsider = "record_answer", "lina", "ask", "nationality_answered", "sami"
    wrong = {"answer": "perhaps"}

    def said_now(self, story):
        return {"asked": story.standing.inquiries[-1].id, "answer": "confirmed", "words": "She is ours."}


def test_a_confirmation_opens_the_next_step(story):
    story.until("answer")
    assert [opened.what for opened in story.last().opens] == ["papers"]


@pytest.mark.parametrize(("answer", "reason"), [("refused", "refused"), ("no_answer", "no_answer")])
def test_anything_else_leaves_the_step_open_with_that_body(story, answer, reason):
    story.until("ask")
    story.answer(answer=answer)
    assert [opened.what for opened in story.last().opens] == (["appealed"] if answer == "refused" else [])
    assert story.last().closes == ()
    assert story.standing.facts["nationality"] == answer
    [hold] = story.last().holds
    assert (hold.holder.kind, hold.holder.name, hold.reason) == ("body", CONSULATE, reason)


def test_after_a_refusal_the_same_body_may_be_asked_again(story):
    story.until("ask")
    story.answer(answer="refused")
    story.ask()
    assert len(story.standing.inquiries) == 2
    story.answer()
    assert story.standing.inquiries[-1].answer == "confirmed"


def test_an_answer_may_come_after_silence(story):
    story.until("ask")
    story.answer(answer="no_answer")
    story.answer()
    assert story.standing.inquiries[0].answer == "confirmed"


def test_it_refuses_a_second_answer(story):
    story.until("answer")
    with pytest.raises(RuleBroken):
        story.answer(answer="refused")


def test_it_refuses_an_answer_nobody_was_asked_for(story):
    story.until("contact")
    with pytest.raises(NotFound):
        story.do("record_answer", story.cast.lina, asked="none", answer="confirmed")
