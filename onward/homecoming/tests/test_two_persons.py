"""What no one person, and nobody of whoever keeps the resident, can do or undo alone."""

from datetime import timedelta

import pytest

from onward.cases.actions import withdraw_entry
from onward.cases.events import FamilyJoined
from onward.cases.queries import case_for
from onward.homecoming.queries import Afterwards
from onward.homecoming.rules import anew_on, may_record
from onward.homecoming.tests.story import Story
from onward.kit.dates import today
from onward.kit.errors import NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.pathway import named, use
from onward.pathway.tests.test_safeguards import fast
from onward.waiting.actions import hand_matter
from onward.waiting.queries import matters_of

TOLD = {"relatives_told": True, "told_whom": "Her sister, by Sami"}


def concern(story, kind, name=""):
    return next(one for one in Afterwards(story.case).concerns if one.kind == kind and name in one.holder_name)


def take_back(story, entry):
    withdraw_entry(story.cast.cora, case=story.case, withdraws=entry, why="Said so.")


def test_that_somebody_left_by_themselves_is_confirmed_by_another(story, cast):
    story.do("record_leaving", cast.salma)
    with pytest.raises(RuleBroken, match="still open"):
        story.do("close_case", cast.sami, reason="no_visits_due")
    story.do("settle_concern", cast.sami, matter=concern(story, "confirm", "Cora").id, outcome="confirmed")
    story.do("close_case", cast.sami, reason="no_visits_due")


def test_oversight_confirms_what_the_coordinator_said(story, cast):
    story.do("record_leaving", cast.cora)
    assert concern(story, "confirm").holder_name == "Nadia"


def test_a_search_is_not_given_up_by_whoever_said_that_they_are_missing(story, cast):
    story.do("record_disappearance", cast.sami, searcher=cast.sami.id)
    search = concern(story, "search").id
    with pytest.raises(RuleBroken, match="somebody else"):
        story.do("settle_concern", cast.sami, matter=search, outcome="not_found")
    story.do("settle_concern", cast.cora, matter=search, outcome="not_found")


def test_a_call_to_oversight_is_silenced_by_nobody_else(programme, story, cast):
    taken = story.do("record_taking", cast.sami, on=today() - timedelta(days=2))
    call = concern(story, "alarm", "Nadia").id
    for other in (cast.sami, cast.cora):
        with pytest.raises(RuleBroken, match="office that was called"):
            story.do("settle_concern", other, matter=call, outcome="answered")
    with pytest.raises(RuleBroken, match="no other hands"):
        hand_matter(cast.salma, case=story.case, matter=call, on=today(), staff=cast.salma.id)
    with pytest.raises(RuleBroken, match="cannot be withdrawn"):
        take_back(story, taken)
    story.do("resume_stay", cast.salma, site=cast.east)
    assert concern(story, "alarm", "Nadia").id == call
    story.do("settle_concern", cast.nadia, matter=call, outcome="answered")
    programme.check_rebuild()


@pytest.mark.parametrize("outcome", ["back", "not_back"])
def test_no_end_that_the_host_says_puts_whoever_was_handed_over_back_into_its_custody(programme, story, cast, outcome):
    story.until("handover")
    story.do("record_turned_back", cast.salma, because="not_received")
    story.do("record_disappearance", cast.salma, searcher=cast.sami.id)
    story.do("resume_stay", cast.salma, site=cast.east)
    file = case_for(cast.sami, story.case)
    assert (file.ended_on, file.custody, story.standing.journey.receipt) == (None, "", "R-9")
    story.do("confirm_turned_back", cast.cora, outcome=outcome)
    back = outcome == "back"
    assert case_for(cast.sami, story.case).custody == (cast.group if back else "")
    assert story.open_steps() == (["return_checked"] if back else ["arrived"])
    assert [one.what for one in matters_of(story.case) if one.kind == "need" and not one.closed_on] == ["place"] * back
    programme.check_rebuild()


def test_a_death_that_two_have_confirmed_is_not_taken_back_by_one(story, cast):
    died = story.do("record_death", cast.sami, **TOLD)
    story.do("settle_concern", cast.cora, matter=concern(story, "confirm").id, outcome="confirmed")
    with pytest.raises(RuleBroken, match="second person"):
        take_back(story, died)


def test_a_death_in_the_wrong_file_is_taken_back_before_that(story, cast):
    take_back(story, story.do("record_death", cast.sami, **TOLD))
    story.wish()


def test_no_wish_is_taken_back_by_staff_so_that_the_one_before_stands_again(story, cast):
    story.until("exit")
    stays = story.wish(wish="not_to_return", country="")
    with pytest.raises(RuleBroken, match="cannot be withdrawn"):
        take_back(story, stays)
    with pytest.raises(RuleBroken, match="not to go"):
        story.depart()


def test_no_determination_is_taken_back_so_that_the_one_before_holds_again(programme, cast):
    story = Story(programme, cast)
    said = {"decision": "stay", "reasons": "She is ill.", "heard": "I stay."}
    first = story.do("determine_best_interests", cast.sami, **said)
    with pytest.raises(RuleBroken, match="cannot be withdrawn"):
        take_back(story, first)


@pytest.mark.parametrize("to", ["programme", "authority"])
def test_no_child_is_passed_on_before_two_determined_what_is_best(programme, story, cast, to):
    story.until("exit")
    programme.say(FamilyJoined(family=new_id(), facts={"age": "in_doubt"}), stream=story.case)
    with pytest.raises(RuleBroken, match="may be one"):
        story.do("record_transfer", cast.lina, to=to, agreed=True, receiver="Safe House", receipt="R-1")


def test_a_decision_on_leaving_is_put_into_no_other_hands(story, cast):
    story.until("go")
    step = next(one for one in matters_of(story.case) if one.what == "exit_authorised").id
    for whose in ({"staff": cast.sami.id}, {"body": "A ministry"}):
        with pytest.raises(RuleBroken, match="officer"):
            hand_matter(cast.salma, case=story.case, matter=step, on=today(), **whose)
    hand_matter(cast.salma, case=story.case, matter=step, on=today(), staff=cast.karim.id)


def test_the_host_finishes_no_step_that_is_not_its_offices():
    said = {"step": "lawyer_named", "held": True, "offices": ("case_worker",)}
    assert not may_record(**said, roles={"site_manager"})
    assert may_record(**said, roles={"coordinator"})
    assert may_record(step="work_found", held=False, offices=("site_manager",), roles={"site_manager"})


def test_what_was_found_safe_is_found_anew_where_a_way_leads_elsewhere_whatever_its_file_says():
    home, here = named("repatriation"), named("local_return")
    assert anew_on(here, left=named("default"), wish="local_life") == here.anew
    assert {"return_checked", "exit_authorised"} <= set(anew_on(here, left=home, wish="home"))


def test_a_way_without_consent_or_checks_of_contact_opens_no_letter(tmp_path, story, cast):
    use(tmp_path)
    try:
        fast(tmp_path, without="consented")
        story.wish()
        story.do("choose_pathway", cast.sami, pathway="fast", reason="Quick.")
        assert "consented" not in {step.id for step in story.standing.way.steps}
        with pytest.raises(NotFound):
            story.do("ask_nationality", cast.lina, consent=new_id(), told=["names"])
        story.consent()
        with pytest.raises(RuleBroken, match="safe"):
            story.ask()
        with pytest.raises(NotFound):
            story.exit()
    finally:
        use(None)
