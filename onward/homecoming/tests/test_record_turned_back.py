from datetime import timedelta

import pytest

from onward.cases.queries import case_for
from onward.homecoming.tests.checks import ActTests
from onward.kit.dates import today
from onward.kit.errors import RuleBroken
from onward.waiting.queries import account_for, matters_of


class TestRecordTurnedBack(ActTests):
    act, actor, before, kind, outsider = "record_turned_back", "lina", "depart", "turned_back", "sami"
    said = {"because": "road_closed", "words": "The bridge is gone."}
    wrong = {"because": ""}


def back(story, **said):
    story.do("record_turned_back", story.cast.lina, **{"because": "road_closed", **said})


def test_a_closed_road_leaves_the_exit_and_owes_a_place_and_the_journey(programme, story, cast):
    story.until("depart")
    back(story)
    file = case_for(cast.sami, story.case)
    assert (file.site, file.custody, file.ended_on) == (cast.east, cast.group, None)
    assert (story.open_steps(), story.standing.exit_state, story.standing.journey) == (["departed"], "authorised", None)
    (place,) = [matter for matter in matters_of(story.case) if matter.what == "place"]
    assert (place.holder_name, place.due_on) == ("Salma", today() + timedelta(days=1))
    story.do("record_departure", cast.lina, accompanied_by="Two", papers_in_hand=True)
    programme.check_rebuild()


@pytest.mark.parametrize(
    ("because", "step", "weighed"), [("own_wish", "exit_authorised", "safe"), ("not_received", "return_checked", "")]
)
def test_whoever_was_handed_over_is_in_custody_again_and_asks_anew(programme, story, cast, because, step, weighed):
    story.until("handover")
    back(story, because=because)
    assert case_for(cast.sami, story.case).custody == cast.group
    assert (story.open_steps(), story.standing.return_state) == ([step], weighed)
    account = account_for(cast.sami, story.case)
    assert sum(row.days for row in account.rows) == account.days == 40
    with pytest.raises(RuleBroken):
        story.do("record_departure", cast.lina, accompanied_by="Two", papers_in_hand=True)
    programme.check_rebuild()


def test_it_refuses_before_the_departure(story):
    story.until("exit")
    with pytest.raises(RuleBroken, match="not departed"):
        back(story)
