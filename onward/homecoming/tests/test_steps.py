"""What each act opens on the way, and what falls away when somebody changes their mind."""

import pytest

from onward.homecoming.rules import Reached, steps_anew, steps_kept
from onward.homecoming.tests.story import CONSULATE
from onward.journal.events import Withdrawn
from onward.kit.errors import RuleBroken
from onward.waiting.queries import open_step

NEXT = {
    "wish": "consented",
    "consent": "contact_checked",
    "contact": "nationality_asked",
    "ask": "nationality_confirmed",
    "answer": "papers",
    "papers": "return_checked",
    "go": "exit_authorised",
    "exit": "departed",
    "depart": "handed_over",
    "handover": "arrived",
}


def withdraw(story):
    story.do("withdraw_consent", story.cast.sami, consent=story.standing.live[-1].id)


def test_one_step_is_open_at_a_time_and_it_is_the_next(story):
    assert story.open_steps() == ["heard"]
    for step, opened in NEXT.items():
        getattr(story, step)()
        assert story.open_steps() == [opened]
    story.arrive()
    assert story.open_steps() == []


def test_the_exit_is_held_by_the_named_officer_of_who_has_custody(story):
    story.until("go")
    step = open_step(story.case)
    assert (step.holder.name, step.holder.office) == ("Karim", "custody_officer")


def test_a_refusal_is_held_by_who_refused_and_the_answer_by_the_body(story):
    story.until("ask")
    assert open_step(story.case).holder.name == CONSULATE
    story.answer(answer="refused")
    step = open_step(story.case)
    assert (step.what, step.holder.name, step.reason) == ("nationality_confirmed", CONSULATE, "refused")


@pytest.mark.parametrize("step", ["consent", "contact", "ask"])
def test_a_withdrawn_consent_reopens_its_step_and_all_that_stood_on_it(story, step):
    story.until(step)
    withdraw(story)
    assert story.open_steps() == ["consented"]
    story.consent(body="Her aunt in Lille")
    assert story.open_steps() == ["contact_checked"]
    story.contact()
    assert story.open_steps() == ["nationality_asked"]
    story.ask()
    assert story.open_steps() == ["nationality_confirmed"]
    assert open_step(story.case).holder.name == "Her aunt in Lille"
    story.answer()
    assert story.open_steps() == ["papers"]


def test_an_answer_that_came_is_known_whoever_may_be_told_more(story):
    story.until("answer")
    withdraw(story)
    assert open_step(story.case).what == "consented"
    story.consent(body="Her aunt in Lille")
    assert open_step(story.case).what == "contact_checked"
    story.contact()
    assert story.open_steps() == ["papers"]


def test_with_papers_in_hand_a_withdrawn_consent_stops_nobody(story):
    story.until("papers")
    withdraw(story)
    assert story.open_steps() == ["return_checked"]


def test_a_second_consent_that_is_withdrawn_leaves_the_first_as_it_stood(story):
    story.until("contact")
    story.consent(body="Her aunt in Lille")
    assert story.open_steps() == ["nationality_asked"]
    aunt = next(consent for consent in story.standing.live if consent.body != CONSULATE)
    story.do("withdraw_consent", story.cast.sami, consent=aunt.id)
    assert story.open_steps() == ["nationality_asked"]


def test_when_the_checked_one_is_withdrawn_the_other_is_checked(story):
    story.until("ask")
    story.consent(body="Her aunt in Lille")
    consulate = next(consent for consent in story.standing.live if consent.body == CONSULATE)
    story.do("withdraw_consent", story.cast.sami, consent=consulate.id)
    assert story.open_steps() == ["contact_checked"]


def test_another_wish_leads_to_another_way_and_back_by_a_new_check(story):
    story.until("exit")
    story.wish(wish="local_life", country="")
    assert story.open_steps() == ["other_way"]
    story.wish()
    assert story.open_steps() == ["return_checked"]
    story.go()
    assert story.open_steps() == ["exit_authorised"]
    assert story.standing.exit_state == "asked"
    story.exit()
    story.depart()
    assert story.open_steps() == ["handed_over"]


def test_a_passport_from_the_first_day_is_not_asked_for_again(story):
    story.papers(paper="passport")
    story.until("answer")
    assert story.open_steps() == ["return_checked"]


def test_an_answer_and_a_paper_stay_true():
    reached = Reached(live=False, askable=False, asked=False, confirmed=True, papers=False)
    assert steps_kept(reached) == ["nationality_asked", "nationality_confirmed"]
    assert steps_anew(reached) == ["consented"]
    assert steps_anew(Reached(live=False, askable=False, asked=False, confirmed=False, papers=True)) == []


def test_a_way_with_changes_of_mind_is_the_same_after_a_rebuild(story, programme):
    story.until("ask")
    withdraw(story)
    story.consent(body="Her aunt in Lille")
    story.judge(story.cast.sami)
    story.judge(story.cast.lina, safe=False)
    story.contact()
    story.ask()
    story.answer(answer="refused")
    story.ask()
    story.answer()
    story.papers()
    story.go()
    story.do("refuse_exit", story.cast.karim, ground="Not now.")
    story.wish(wish="not_yet", country="")
    story.wish()
    story.go()
    story.exit()
    programme.check_rebuild()


def test_an_entry_taken_back_leaves_nothing_standing_on_it(story, programme):
    story.until("papers")
    story.weigh(story.cast.lina)
    second = story.weigh(story.cast.nadia)
    story.exit()
    programme.say(Withdrawn(reason="She had not read the file."), stream=story.case, corrects=second)
    assert (story.standing.return_state, story.standing.exit_state) == ("first", "")
    with pytest.raises(RuleBroken):
        story.depart()
    programme.check_rebuild()
