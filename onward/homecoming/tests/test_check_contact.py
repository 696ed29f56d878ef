from datetime import timedelta

import pytest

from onward.homecoming.tests.checks import ActTests
from onward.homecoming.tests.story import Story
from onward.kit.dates import now
from onward.kit.errors import NotFound, RuleBroken
from tests.cast import client_for


class TestCheckContact(ActTests):
    act, actor, before, kind, outsider = "check_contact", "sami", "consent", "contact_checked", "rosa"
    wrong = {"reasons": " "}

    def said_now(self, story):
        consent = story.standing.consents[-1].id
        return {"consent": consent, "safe": True, "reasons": "Nobody asks there.", "sources": "Two lawyers."}


def state(story):
    return story.standing.contact_state(story.standing.consents[-1].id)


def test_the_first_alone_opens_nothing(story):
    story.until("consent")
    story.judge(story.cast.sami)
    assert state(story) == "first"
    assert story.last().opens == ()
    with pytest.raises(RuleBroken, match="Two people"):
        story.ask()


def test_a_second_person_who_agrees_opens_the_next_step(story):
    story.until("consent")
    story.judge(story.cast.sami)
    story.judge(story.cast.lina)
    assert state(story) == "safe"
    assert [opened.what for opened in story.last().opens] == ["nationality_asked"]


def test_nobody_is_their_own_second(story):
    story.until("consent")
    story.judge(story.cast.sami)
    with pytest.raises(RuleBroken, match="somebody else"):
        story.judge(story.cast.sami)


def test_two_who_disagree_leave_the_step_open_with_the_reason(story):
    story.until("consent")
    story.judge(story.cast.sami)
    story.judge(story.cast.lina, safe=False)
    assert state(story) == "disagreed"
    assert story.last().opens == story.last().closes == ()
    assert [hold.reason for hold in story.last().holds] == ["two_people_disagree"]
    with pytest.raises(RuleBroken, match="Two people"):
        story.ask()


def test_two_who_find_it_unsafe_leave_it_unasked(story):
    story.until("consent")
    story.judge(story.cast.sami, safe=False)
    story.judge(story.cast.lina, safe=False)
    assert state(story) == "unsafe"
    with pytest.raises(RuleBroken, match="Two people"):
        story.ask()


def test_after_a_disagreement_two_people_start_anew(story):
    story.until("consent")
    story.judge(story.cast.sami)
    story.judge(story.cast.lina, safe=False)
    story.judge(story.cast.nadia)
    assert state(story) == "first"
    story.judge(story.cast.sami)
    assert state(story) == "safe"


def test_a_check_of_one_body_says_nothing_of_another(story):
    story.until("contact")
    story.consent(body="Her aunt in Lille")
    other = next(consent for consent in story.standing.consents if consent.body == "Her aunt in Lille")
    with pytest.raises(RuleBroken, match="Two people"):
        story.ask(consent=other.id)


def test_the_reasons_are_sealed_apart(story, programme):
    from onward.journal.reading import history

    story.until("consent")
    story.judge(story.cast.sami, reasons="Her uncle was taken.", sources="A cousin in Aleppo.")
    plain = history(story.case)[-1].event
    assert (plain.reasons, plain.sources) == ("", "")
    assert story.last().reasons == "Her uncle was taken."


def test_the_second_does_not_see_what_the_first_wrote(story):
    story.until("consent")
    story.judge(story.cast.sami, reasons="Her uncle was taken.")
    client = client_for(story.cast.lina)
    for page in ("", "contact/"):
        assert b"uncle" not in client.get(f"/homecoming/{story.case}/{page}").content


def test_another_residents_consent_is_not_found(story, programme, cast):
    story.until("consent")
    other = Story(programme, cast, "Clear River").until("consent")
    with pytest.raises(NotFound):
        other.judge(cast.sami, consent=story.standing.consents[0].id)


def test_a_consent_that_ran_out_is_not_checked(story, programme):
    story.until("wish")
    story.consent(until=(now() + timedelta(days=3)).date())
    with programme.at(now() + timedelta(days=5)), pytest.raises(RuleBroken, match="no consent"):
        story.judge(story.cast.sami)
