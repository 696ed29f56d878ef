import pytest

from onward.cases.actions import correct_entry
from onward.homecoming.tests.checks import ActTests
from onward.homecoming.tests.story import CONSULATE
from onward.kit.errors import RuleBroken
from onward.kit.ids import new_id


class TestRecordConsent(ActTests):
    act, actor, before, kind = "record_consent", "sami", "wish", "consent_given"
    said = {"body": CONSULATE, "told": ["names", "birth"], "purpose": "To confirm who she is.", "language": "fr"}
    wrong = {"told": ["everything"]}


def test_it_names_one_body_and_what_it_may_be_told(story):
    story.until("wish")
    story.consent(body=f"  {CONSULATE} ")
    [consent] = story.standing.live
    assert (consent.body, consent.fields) == (CONSULATE, ["names", "birth"])


def test_a_lawyer_may_be_told_whatever_they_wish(story):
    story.consent(body="A lawyer")
    story.wish(wish="not_to_return", country="")
    story.contact()
    assert [consent.body for consent in story.standing.askable] == ["A lawyer"]
    assert story.open_steps() == ["other_way"]


def test_it_refuses_a_second_consent_for_the_same_body(story):
    story.until("consent")
    with pytest.raises(RuleBroken) as broken:
        story.consent(body=CONSULATE.upper(), told=["names", "birth", "whereabouts"])
    assert broken.value.field == "body"


def test_it_refuses_a_consent_to_nothing(story):
    story.until("wish")
    with pytest.raises(RuleBroken):
        story.consent(told=[])


def test_it_is_never_turned_into_consent_for_another_body_by_a_correction(story):
    story.until("contact")
    consent = story.standing.consents[0].id
    with pytest.raises(RuleBroken):
        correct_entry(
            story.cast.sami, case=story.case, corrects=consent, said={"body": "Someone else"}, why="", entry=new_id()
        )
