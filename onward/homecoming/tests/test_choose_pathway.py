from datetime import timedelta

import pytest

from onward.homecoming.queries import choices_for, suggestion_for
from onward.homecoming.tests.checks import ActTests
from onward.homecoming.tests.story import CONSULATE, Story
from onward.journal import clock
from onward.journal.reading import history
from onward.kit.dates import now, today
from onward.kit.errors import RuleBroken
from onward.pathway import ways
from onward.waiting.queries import account_for, matters_of, way_state

WHY = "She wishes it, and her consulate is known."


class TestChoosePathway(ActTests):
    act, actor, before, kind, outsider = "choose_pathway", "sami", "wish", "pathway_chosen", "lina"
    said = {"pathway": "repatriation_france", "reason": WHY}
    wrong = {"pathway": "the_moon"}


def choose(story: Story, pathway: str) -> None:
    story.do("choose_pathway", story.cast.sami, pathway=pathway, reason=WHY)


def test_what_is_done_stays_done_and_what_was_open_closes_that_day(story):
    story.until("contact")
    choose(story, "repatriation_netherlands")
    assert story.open_steps() == ["nationality_asked"]
    assert way_state(story.case)[0].id == "repatriation_netherlands"
    left = [matter for matter in matters_of(story.case) if matter.outcome == "superseded"]
    assert [(matter.what, matter.closed_on) for matter in left] == [("nationality_asked", history(story.case)[-1].day)]
    story.programme.check_rebuild()


def test_a_step_on_both_ways_is_still_whose_it_was(story):
    story.until("ask")
    choose(story, "repatriation_netherlands")
    (asked,) = story.standing.open_steps
    assert (asked.what, asked.holder_name, asked.norm) == ("nationality_confirmed", "The consulate of France", 45)
    story.answer()
    assert story.open_steps() == ["consul_met", "reception_agreed"]


def test_its_reason_is_sealed_as_legal(story):
    story.until("wish")
    choose(story, "cannot_return")
    assert history(story.case)[-1].event.reason == ""
    assert story.last().reason == WHY


@pytest.mark.parametrize(
    ("wish", "country", "suggested"),
    [
        ("home", "France", "repatriation_france"),
        ("home", "Uzbekistan", "repatriation_uzbekistan"),
        ("home", "Peru", "repatriation"),
        ("family_elsewhere", "Norway", "family_reunification"),
        ("local_life", "", "local_return"),
        ("not_to_return", "", "cannot_return"),
        ("not_yet", "", None),
    ],
)
def test_a_way_is_suggested_by_a_plain_rule_and_never_chosen_by_itself(story, wish, country, suggested):
    story.wish(wish=wish, country=country)
    found = suggestion_for(story.standing)
    assert (found.id if found else None) == suggested
    assert story.standing.way.id == "default"


def test_a_return_found_unsafe_suggests_that_nobody_is_sent(story):
    story.until("papers")
    story.weigh(story.cast.lina, safe=False)
    story.weigh(story.cast.nadia, safe=False)
    assert story.standing.facts["return"] == "unsafe"
    assert suggestion_for(story.standing).id == "cannot_return"
    assert choices_for(story.standing)[0].fits


def test_a_court_is_never_suggested(story):
    assert all(not way.fits for way in ways() if way.id == "justice")


def test_what_was_found_safe_for_home_is_not_trusted_before_a_court(story):
    story.until("go")
    choose(story, "justice")
    assert story.standing.return_state == story.standing.exit_state == ""
    assert story.open_steps() == ["counsel_named"]
    with pytest.raises(RuleBroken):
        story.depart()
    story.programme.check_rebuild()


def test_the_same_way_is_not_chosen_twice(story):
    story.until("wish")
    with pytest.raises(RuleBroken) as broken:
        choose(story, "default")
    assert broken.value.field == "pathway"


def test_what_is_told_afterwards_of_that_day_belongs_to_the_new_way(story, programme):
    story.until("contact")
    story.do("choose_pathway", story.cast.sami, pathway="repatriation_france", reason="She is French.")
    day = today()
    with programme.at(now() + timedelta(days=3)):
        clock.confirm()
        story.ask(on=day)
        assert account_for(story.cast.nadia, story.case).rows[-1].holder.name == CONSULATE
    programme.check_rebuild()
