from datetime import timedelta

import pytest
from msgspec.structs import replace

from onward.cases.actions import correct_entry, withdraw_entry
from onward.cases.queries import case_for
from onward.homecoming.tests.checks import ActTests
from onward.homecoming.tests.story import elsewhere, story
from onward.kit.dates import today
from onward.kit.errors import NotAllowed, NotFound, RuleBroken
from onward.shelter.queries import waiting_for_place
from onward.waiting.queries import account_for, matters_of
from tests.cast import client_for, resident

__all__ = ["story"]


class TestConfirmTurnedBack(ActTests):
    act, actor, before, kind, outsider = (
        "confirm_turned_back",
        "sami",
        "handover",
        "turned_back_confirmed",
        "salma",
    )
    said = {"outcome": "back", "words": "She told me."}
    wrong = {"outcome": ""}

    @pytest.fixture
    def told(self, story):
        story.until("handover")
        story.do("record_turned_back", story.cast.salma, because="not_received")
        return story


class TestRecordTurnedBack(ActTests):
    act, actor, before, kind, outsider = "record_turned_back", "lina", "depart", "turned_back", "sami"
    said = {"because": "road_closed", "words": "The bridge is gone."}
    wrong = {"because": ""}


def back(story, **said):
    story.do("record_turned_back", story.cast.lina, **{"because": "road_closed", **said})


def confirm(story, who, outcome="back", **said):
    story.do("confirm_turned_back", who, outcome=outcome, **said)


def test_whoever_comes_back_is_owed_a_place_and_everything_about_leaving_is_found_anew(programme, story, cast):
    story.until("depart")
    back(story)
    file = case_for(cast.sami, story.case)
    assert (file.site, file.custody, file.ended_on) == (cast.east, cast.group, None)
    assert (story.open_steps(), story.standing.exit_state, story.standing.journey) == (["return_checked"], "", None)
    (place,) = [matter for matter in matters_of(story.case) if matter.what == "place"]
    assert (place.holder_name, place.due_on) == ("Salma", today() + timedelta(days=1))
    for too_early in (story.exit, story.depart):
        with pytest.raises((NotFound, RuleBroken)):
            too_early()
    story.go()
    story.exit()
    story.depart()
    programme.check_rebuild()


def test_whoever_was_handed_over_is_put_back_into_custody_by_two_and_never_by_the_host_alone(programme, story, cast):
    story.until("handover")
    story.do("record_turned_back", cast.salma, because="not_received")
    file = case_for(cast.sami, story.case)
    assert (file.custody, story.standing.journey.receipt, story.open_steps()) == ("", "R-9", ["arrived"])
    with pytest.raises(RuleBroken, match="said already"):
        back(story)
    with pytest.raises(RuleBroken, match="second person"):
        story.arrive()
    for who in (cast.salma, cast.karim, cast.rosa, resident(story.case)):
        with pytest.raises(NotAllowed):
            confirm(story, who)
    for who in (replace(cast.sami, organisation=cast.group), replace(cast.nadia, organisation=cast.army)):
        with pytest.raises(NotFound):
            confirm(story, who)
    assert not waiting_for_place(cast.salma, cast.east)
    confirm(story, cast.cora)
    assert case_for(cast.sami, story.case).custody == cast.group
    assert len(waiting_for_place(cast.salma, cast.east)) == 1
    assert [one.what for one in matters_of(story.case) if one.kind in ("back", "need") and not one.closed_on] == [
        "place"
    ]
    programme.check_rebuild()


def test_whoever_is_not_back_stays_with_those_who_signed(programme, story, cast):
    story.until("handover")
    back(story)
    with pytest.raises(RuleBroken, match="somebody else"):
        confirm(story, cast.lina)
    confirm(story, cast.sami, outcome="not_back", words="She is in Paris.")
    assert (case_for(cast.sami, story.case).custody, story.standing.journey.receipt) == ("", "R-9")
    assert not [one for one in matters_of(story.case) if one.kind in ("back", "need") and not one.closed_on]
    with pytest.raises(RuleBroken, match="Nobody has said"):
        confirm(story, cast.nadia)
    story.arrive()
    programme.check_rebuild()


@pytest.mark.parametrize("because", ["own_wish", "not_received"])
def test_whoever_was_handed_over_is_in_custody_again_and_asks_anew(programme, story, cast, because):
    story.until("handover")
    back(story, because=because)
    confirm(story, cast.sami)
    assert case_for(cast.sami, story.case).custody == cast.group
    assert (story.open_steps(), story.standing.return_state) == (["return_checked"], "")
    account = account_for(cast.sami, story.case)
    assert sum(row.days for row in account.rows) == account.days == 40
    with pytest.raises(RuleBroken):
        story.do("record_departure", cast.lina, accompanied_by="Two", papers_in_hand=True)
    programme.check_rebuild()


def test_it_refuses_before_the_departure(story):
    story.until("exit")
    with pytest.raises(RuleBroken, match="not departed"):
        back(story)


def test_it_is_said_once_by_whoever_may_and_nobody_takes_it_back(programme, story, cast):
    story.until("depart")
    for who in (cast.karim, cast.sami, cast.nadia, cast.cora, cast.rosa, resident(story.case)):
        with pytest.raises(NotAllowed):
            story.do("record_turned_back", who, because="road_closed")
    with pytest.raises(NotFound):
        story.do("record_turned_back", elsewhere(cast.salma, cast.west), because="road_closed")
    for day in (today() - timedelta(days=1), today() + timedelta(days=1)):
        with pytest.raises(RuleBroken):
            back(story, on=day)
    entry = story.do("record_turned_back", cast.salma, because="road_closed", words="The bridge is gone.")
    with pytest.raises(RuleBroken, match="not departed"):
        back(story)
    for undo in (
        lambda: withdraw_entry(cast.cora, case=story.case, withdraws=entry, why="By mistake."),
        lambda: correct_entry(cast.cora, case=story.case, corrects=entry, said={"because": "own_wish"}),
    ):
        with pytest.raises(RuleBroken):
            undo()
    assert "The bridge is gone." not in client_for(cast.salma).get(f"/residents/{story.case}/history/").content.decode()
    programme.check_rebuild()


def test_whoever_has_arrived_did_not_turn_back(story):
    story.until("arrive")
    with pytest.raises(RuleBroken):
        back(story)
