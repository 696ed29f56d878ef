"""Letters to any body: nothing leaves before consent and check, each is theirs to read, each answer is owed."""

from datetime import timedelta

import pytest

from onward.cases.queries import case_for
from onward.homecoming.queries import disclosures_of, letters_out_for
from onward.homecoming.tests.checks import ActTests
from onward.homecoming.tests.story import CONSULATE
from onward.kit.dates import today
from onward.kit.errors import RuleBroken
from onward.waiting.queries import matters_of, open_step
from tests.cast import client_for, resident


class TestSendLetter(ActTests):
    act, actor, before, kind = "send_letter", "lina", "contact", "letter_sent"
    said = {"asks": "family_tracing", "told": ["names"], "words": "Is her aunt alive?", "reference": "17/3"}
    wrong = {"told": ["whereabouts"]}

    def said_now(self, story):
        return {**self.said, "consent": story.standing.consents[-1].id}


class TestRecordReply(ActTests):
    act, actor, before, kind = "record_reply", "lina", "contact", "reply_recorded"
    wrong = {"answer": "perhaps"}

    @pytest.fixture
    def told(self, story):
        story.until("contact").letter()
        return story

    def said_now(self, story):
        return {"asked": story.standing.letters[-1].id, "answer": "granted", "words": "She lives in Lille."}


class TestAppealRefusal(ActTests):
    act, actor, before, kind, outsider = "appeal_refusal", "lina", "ask", "refusal_appealed", "sami"
    wrong = {"asked": "another"}

    @pytest.fixture
    def told(self, story):
        story.until("ask").answer(answer="refused")
        story.consent(body="The court")
        story.contact()
        return story

    def said_now(self, story):
        asked, consent = story.standing.inquiries[0].id, story.standing.consents[-1].id
        said = {"ground": "She was born there.", "counsel": "Maitre Roux", "told": ["names"]}
        return {**said, "asked": asked, "consent": consent}


class TestWithdrawWish(ActTests):
    act, actor, before, kind = "withdraw_wish", "sami", "wish", "wish_withdrawn"
    said = {"words": "I do not know any more.", "language": "fr"}
    outsider = "lina"


def owed(story, kind="letter"):
    return [one for one in matters_of(story.case) if one.kind == kind and one.closed_on is None]


@pytest.mark.parametrize("step", ["wish", "consent"])
def test_nothing_leaves_before_consent_and_two_people(story, step):
    story.until(step)
    if step == "wish":
        story.consent(body="Another body")
    with pytest.raises(RuleBroken, match="Two people"):
        story.letter()
    story.do("withdraw_consent", story.cast.sami, consent=story.standing.consents[-1].id)
    with pytest.raises(RuleBroken, match="no consent"):
        story.letter()


def test_the_resident_reads_what_was_told_and_what_came_back(story):
    story.until("contact").letter(words="Is her aunt alive?")
    story.letter()
    story.reply(answer="granted", words="She lives in Lille.")
    reminder, first = disclosures_of(resident(story.case), case_for(resident(story.case), story.case))
    assert (first.body, first.told, first.asks_for) == (CONSULATE, ["Names"], "Looking for family")
    assert (reminder.reminder, reminder.asked) == (True, None)
    shown = client_for(resident(story.case)).get("/door/way").content.decode()
    for words in ("Looking for family", "They were reminded.", "They agree", "She lives in Lille."):
        assert words in shown


def test_its_answer_is_owed_by_who_wrote_until_it_is_settled(story):
    story.until("contact").letter(asks="travel_document")
    [matter] = owed(story)
    assert (matter.holder.name, matter.norm, matter.what) == ("Lina", 30, "travel_document")
    story.reply(answer="more_asked")
    assert [one.reason for one in owed(story)] == ["more_asked"]
    story.letter(asks="travel_document")
    assert [one.reason for one in owed(story)] == ["asked_again"]
    story.reply(answer="refused")
    assert owed(story) == []
    with pytest.raises(RuleBroken, match="already"):
        story.do("record_reply", story.cast.lina, asked=story.standing.letters[0].id, answer="granted")


def test_what_leads_away_is_asked_for_only_with_a_wish_to_go(story):
    story.until("contact").wish(wish="not_to_return", country="")
    for asks in ("travel_document", "admission"):
        with pytest.raises(RuleBroken, match="not to go"):
            story.letter(asks=asks)
    story.letter(asks="protection")
    assert owed(story)[0].what == "protection"


def test_a_refusal_is_appealed_and_a_granted_appeal_confirms(story, programme):
    story.until("ask").answer(answer="refused")
    story.consent(body="The court")
    story.contact()
    story.appeal()
    step = open_step(story.case)
    assert (step.what, step.holder.name) == ("nationality_confirmed", "The court")
    assert [one.holder.name for one in owed(story, "appeal")] == ["The court"]
    assert story.standing.appealable == []
    story.reply(answer="granted")
    assert story.standing.confirmed
    assert story.open_steps() == ["papers"]
    assert owed(story, "appeal") == []
    programme.check_rebuild()


def test_what_was_not_refused_is_not_appealed(story):
    story.until("ask")
    asked = story.standing.inquiries[0].id
    with pytest.raises(RuleBroken, match="not refused"):
        story.do(
            "appeal_refusal",
            story.cast.lina,
            asked=asked,
            consent=story.standing.consents[-1].id,
            told=["names"],
            ground="None.",
        )


def test_letters_out_are_listed_by_body_the_oldest_first(story, programme):
    story.until("contact")
    before = today() - timedelta(days=1)
    for asks, on in (("legal_help", today()), ("family_tracing", today())):
        story.letter(asks=asks, on=on)
    assert before < today()
    [body] = letters_out_for(story.cast.nadia)
    assert body.late == sum(out.late for out in body.letters)
    assert (body.name, [out.letter.about for out in body.letters]) == (CONSULATE, ["legal_help", "family_tracing"])
    assert letters_out_for(story.cast.omar) == []
    assert "Quiet Cedar" in client_for(story.cast.lina).get("/homecoming/letters/").content.decode()
    story.reply(answer="granted")
    assert [out.letter.about for out in letters_out_for(story.cast.lina)[0].letters] == ["legal_help"]


def test_a_wish_that_was_taken_back_leads_nowhere_and_another_may_be_said(story, programme):
    story.until("exit")
    story.do("withdraw_wish", story.cast.sami, words="I do not know any more.")
    assert (story.standing.wish, story.standing.exit_state, story.standing.return_state) == ("", "", "")
    assert story.open_steps() == ["other_way"]
    shown = client_for(resident(story.case)).get("/door/way").content.decode()
    assert "You took this back on" in shown
    with pytest.raises(RuleBroken, match="no wish"):
        story.do("withdraw_wish", story.cast.sami)
    story.wish()
    assert story.open_steps() == ["return_checked"]
    programme.check_rebuild()


def test_the_hosts_manager_reads_no_letter_and_no_wish(story):
    story.until("contact").letter()
    salma = client_for(story.cast.salma)
    for page in (f"/homecoming/{story.case}/", "/homecoming/letters/"):
        assert salma.get(page).status_code == 403
    page = salma.get(f"/residents/{story.case}/").content.decode()
    assert "Looking for family" not in page
