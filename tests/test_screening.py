from datetime import timedelta

import msgspec
import pytest
from django.urls import reverse

from onward.cases.actions import begin_screening, correct_entry, end_screening
from onward.cases.events import ScreeningBegun, ScreeningEnded
from onward.cases.queries import case_for, liberty_of
from onward.homecoming.tests.story import Story
from onward.journal import reading
from onward.kit.dates import now, today
from onward.kit.errors import NotFound, RuleBroken
from onward.waiting.queries import account_for, explanation_for, matters_of, present_steps
from tests.cast import client_for, resident
from tests.housing import arrive


@pytest.fixture
def story(programme, cast):
    return Story(programme, cast)


def screenings(cast, case):
    return liberty_of(cast.sami, case_for(cast.sami, case)).screenings


def begin(cast, story, **said):
    begin_screening(cast.sami, case=story.case, **{"on": today() - timedelta(days=6), "body": "The bureau", **said})
    return screenings(cast, story.case)[0]


def test_there_is_no_field_in_which_content_could_be_kept():
    said = {name for event in (ScreeningBegun, ScreeningEnded) for name in event.__struct_fields__}
    assert said - set(msgspec.structs.asdict(ScreeningEnded(screening="1", result="referred"))) == {"by"}


def test_it_has_a_holder_and_dates_and_ends_with_a_code(programme, cast, story):
    begun = begin(cast, story)
    (matter,) = [one for one in matters_of(story.case) if one.kind == "screening"]
    assert (matter.id, matter.holder_name, matter.norm) == (begun.id, "The bureau", 14)
    assert "The bureau" in client_for(resident(story.case)).get("/door/way").content.decode()
    end_screening(cast.sami, case=story.case, screening=begun.id, on=today(), result="referred")
    (ended,) = screenings(cast, story.case)
    assert (ended.ended_on, ended.result) == (today(), "referred")
    own = client_for(resident(story.case)).get("/door/way").content.decode()
    assert "Completed; passed on to somebody else" in own
    with pytest.raises(RuleBroken, match="ended already"):
        end_screening(cast.sami, case=story.case, screening=begun.id, on=today(), result="referred")
    programme.check_rebuild()


def test_the_days_are_of_whoever_screens_only_where_it_holds_up_the_step(programme, cast):
    case = arrive(programme, cast, site=cast.east, happened_at=now() - timedelta(days=9))
    begin_screening(cast.sami, case=case, on=today() - timedelta(days=6), body="Another")
    assert {row.kind for row in account_for(cast.sami, case).rows} == {"step"}
    begin_screening(cast.sami, case=case, on=today() - timedelta(days=3), body="The bureau", blocks=True)
    last = account_for(cast.sami, case).rows[-1]
    assert (last.kind, last.holder.name, last.days) == ("screening", "The bureau", 3)
    assert "The bureau" in " ".join(explanation_for(cast.sami, case).resident)
    assert present_steps(cast.sami, [case])[case].holder == "The bureau"


@pytest.mark.parametrize("said", [{"body": ""}, {"staff": "sami"}, {"on": "tomorrow"}])
def test_it_refuses_what_names_nobody_or_two_or_a_day_to_come(cast, story, said):
    if "staff" in said:
        said = {"staff": cast.sami.id}
    if "on" in said:
        said = {"on": today() + timedelta(days=1)}
    with pytest.raises(RuleBroken):
        begin(cast, story, **said)


def test_one_of_another_case_is_not_found(programme, cast, story):
    begun = begin(cast, story)
    other = arrive(programme, cast, "Own Willow", site=cast.west)
    with pytest.raises(NotFound):
        end_screening(cast.omar, case=other, screening=begun.id, on=today(), result="referred")
    address = reverse("cases:end_screening", args=[story.case, begun.id])
    assert client_for(cast.omar).get(address).status_code == 404


def test_a_result_may_be_corrected_to_another_code_and_to_nothing_else(cast, story):
    begun = begin(cast, story)
    end_screening(cast.sami, case=story.case, screening=begun.id, on=today(), result="referred")
    entry = reading.history(story.case)[-1].id
    with pytest.raises(RuleBroken):
        correct_entry(cast.sami, case=story.case, corrects=entry, said={"result": "He said that"}, why="x")
    correct_entry(cast.sami, case=story.case, corrects=entry, said={"result": "withdrawn"}, why="Mistaken.")
    assert screenings(cast, story.case)[0].result == "withdrawn"
