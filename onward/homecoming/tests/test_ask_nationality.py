import pytest

from onward.cases.queries import case_for
from onward.homecoming.queries import disclosures_of
from onward.homecoming.tests.checks import ActTests
from onward.homecoming.tests.story import CONSULATE, Story
from onward.kit.errors import NotFound, RuleBroken
from tests.cast import resident


class TestAskNationality(ActTests):
    act, actor, before, kind, outsider = "ask_nationality", "lina", "contact", "nationality_asked", "sami"
    wrong = {"told": ["whereabouts"]}

    def said_now(self, story):
        return {"consent": story.standing.consents[-1].id, "told": ["names"], "reference": "17/3"}


def test_it_is_a_disclosure_that_the_resident_can_read(story):
    story.until("ask")
    [letter] = disclosures_of(resident(story.case), case_for(resident(story.case), story.case))
    assert (letter.body, letter.told, letter.by) == (CONSULATE, ["Names"], "Lina")


def test_nobody_else_reads_it(story, programme, cast):
    story.until("ask")
    other = Story(programme, cast, "Clear River")
    for actor in (resident(other.case), cast.omar, cast.rosa, cast.karim, cast.adam):
        with pytest.raises(NotFound):
            disclosures_of(actor, case_for(actor, story.case))


def test_it_refuses_before_the_consent_and_before_the_check(story):
    story.until("consent")
    with pytest.raises(RuleBroken, match="Two people"):
        story.ask()
    with pytest.raises(NotFound):
        story.ask(consent="none")


def test_it_refuses_more_than_was_agreed(story):
    story.until("contact")
    for told in (["names", "whereabouts"], ["contact"], []):
        with pytest.raises(RuleBroken) as broken:
            story.ask(told=told)
        assert broken.value.field == "told"


def test_it_refuses_against_their_latest_wish(story):
    story.until("contact")
    story.wish(wish="not_to_return", country="")
    with pytest.raises(RuleBroken, match="not to go"):
        story.ask()


def test_the_next_step_is_held_by_the_body(story):
    story.until("ask")
    [opened] = story.last().opens
    assert (opened.what, opened.holder.kind, opened.holder.name) == ("nationality_confirmed", "body", CONSULATE)


def test_asking_again_is_a_reminder_and_a_disclosure_too(story):
    story.until("ask")
    story.ask()
    [inquiry] = story.standing.inquiries
    assert inquiry.reminders == 1
    assert len(disclosures_of(story.cast.sami, case_for(story.cast.sami, story.case))) == 2
    assert story.last().opens == ()


def test_what_was_told_does_not_follow_later_consents(story):
    story.until("ask")
    story.do("withdraw_consent", story.cast.sami, consent=story.standing.consents[0].id)
    file = case_for(story.cast.sami, story.case)
    assert [letter.told for letter in disclosures_of(story.cast.sami, file)] == [["Names"]]
