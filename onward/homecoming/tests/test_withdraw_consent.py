import pytest

from onward.homecoming.tests.checks import ActTests
from onward.homecoming.tests.story import Story
from onward.kit.errors import NotFound, RuleBroken


class TestWithdrawConsent(ActTests):
    act, actor, before, kind = "withdraw_consent", "sami", "consent", "consent_withdrawn"
    wrong = {"consent": "another"}

    def said_now(self, story):
        return {"consent": story.standing.consents[-1].id, "words": "I am afraid for my mother."}


def withdraw(story, **said):
    return story.do("withdraw_consent", story.cast.sami, consent=story.standing.consents[-1].id, **said)


@pytest.mark.parametrize("step", ["consent", "contact", "ask", "answer", "papers", "go", "exit", "depart"])
def test_it_is_possible_at_any_time_and_needs_no_reason(story, step):
    story.until(step)
    withdraw(story)
    assert story.standing.live == []


def test_nothing_more_goes_to_that_body(story):
    story.until("contact")
    withdraw(story)
    with pytest.raises(RuleBroken, match="no consent"):
        story.ask()
    with pytest.raises(RuleBroken, match="no consent"):
        story.judge(story.cast.nadia)


def test_a_consent_given_again_is_checked_again(story):
    story.until("contact")
    withdraw(story)
    story.consent()
    with pytest.raises(RuleBroken, match="Two people"):
        story.ask()


def test_what_was_told_before_stays_to_be_read(story):
    story.until("ask")
    withdraw(story)
    assert [inquiry.body for inquiry in story.standing.inquiries] == [story.standing.consents[0].body]


def test_it_refuses_twice(story):
    story.until("consent")
    withdraw(story)
    with pytest.raises(RuleBroken):
        withdraw(story)


def test_another_residents_consent_is_not_found(story, programme, cast):
    story.until("consent")
    other = Story(programme, cast, "Clear River")
    with pytest.raises(NotFound):
        other.do("withdraw_consent", cast.sami, consent=story.standing.consents[0].id)
