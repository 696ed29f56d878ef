import pytest

from onward.homecoming.queries import exits_for
from onward.homecoming.tests.checks import ActTests
from onward.kit.errors import NotFound
from tests.cast import client_for


class TestRefuseExit(ActTests):
    act, actor, before, kind, outsider = "refuse_exit", "karim", "go", "exit_refused", "cora"
    said = {"ground": "Not this month."}


def test_the_step_stays_open_held_by_who_refused(story):
    story.until("go")
    story.do("refuse_exit", story.cast.karim, ground="Not this month.")
    assert story.last().opens == story.last().closes == ()
    [hold] = story.last().holds
    assert (hold.holder.kind, hold.holder.id, hold.holder.office) == ("staff", story.cast.karim.id, "custody_officer")
    assert hold.reason == "refused"
    assert [one.state for one in exits_for(story.cast.karim)] == ["refused"]


def test_no_ground_is_an_answer_and_shows_as_one(story):
    story.until("go")
    story.do("refuse_exit", story.cast.karim)
    page = client_for(story.cast.sami).get(f"/homecoming/{story.case}/").content.decode()
    assert "none given" in page


def test_nothing_that_is_not_asked_is_refused(story):
    with pytest.raises(NotFound):
        story.do("refuse_exit", story.cast.karim)
