import pytest
from msgspec.structs import replace

from onward.cases.events import LibertyRecorded, Move
from onward.homecoming.queries import exits_for
from onward.homecoming.tests.checks import ActTests
from onward.kit.errors import NotFound, RuleBroken
from tests.cast import client_for


class TestAuthoriseExit(ActTests):
    act, actor, before, kind, outsider = "authorise_exit", "karim", "go", "exit_authorised", "cora"


def test_it_opens_the_departure(story):
    story.until("exit")
    assert story.standing.exit_state == "authorised"
    assert [opened.what for opened in story.last().opens] == ["departed"]
    assert exits_for(story.cast.karim) == []


def test_an_officer_of_another_organisation_finds_nothing(story):
    story.until("go")
    for organisation in (story.cast.army, story.cast.relief, ""):
        stranger = replace(story.cast.karim, organisation=organisation)
        assert exits_for(stranger) == []
        with pytest.raises(NotFound):
            story.do("authorise_exit", stranger)


def test_it_refuses_before_two_people_found_it_safe(story):
    story.until("papers")
    story.weigh(story.cast.lina)
    with pytest.raises(NotFound):
        story.exit()


def test_it_refuses_twice(story):
    story.until("exit")
    with pytest.raises(RuleBroken, match="already"):
        story.exit()


def test_a_refusal_may_become_a_yes(story):
    story.until("go")
    story.do("refuse_exit", story.cast.karim)
    story.exit()
    assert story.standing.exit_state == "authorised"


def test_nobody_is_sent_off_against_a_new_wish(story):
    story.until("go")
    story.wish(wish="not_to_return", country="")
    assert exits_for(story.cast.karim) == []
    with pytest.raises(NotFound):
        story.exit()


def test_what_one_organisation_authorised_is_asked_anew_of_the_next(story, programme):
    story.until("exit")
    moved = LibertyRecorded(may_leave="no", moves=Move(custody=story.cast.army))
    programme.say(moved, stream=story.case)
    assert exits_for(story.cast.karim) == []
    assert len(exits_for(replace(story.cast.karim, organisation=story.cast.army))) == 1
    with pytest.raises(RuleBroken, match="not authorised"):
        story.depart()


def test_the_officer_sees_the_name_the_day_and_what_is_asked(story):
    story.until("go")
    client = client_for(story.cast.karim)
    for page in (
        "/homecoming/exits/",
        f"/homecoming/{story.case}/exit/authorise/",
        f"/homecoming/{story.case}/exit/refuse/",
    ):
        shown = client.get(page).content.decode()
        assert "Quiet Cedar" in shown
        for hidden in ("France", "consulate", "lawyer", "uncle", "names", "French"):
            assert hidden not in shown
    assert client.get(f"/homecoming/{story.case}/").status_code == 403


def test_the_list_is_empty_in_words(story):
    assert "No exit waits" in client_for(story.cast.karim).get("/homecoming/exits/").content.decode()
