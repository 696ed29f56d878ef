import pytest

from onward.homecoming.tests.checks import ActTests
from onward.kit.errors import RuleBroken


class TestRecordWish(ActTests):
    act, actor, before = "record_wish", "sami", ""
    said = {"wish": "home", "country": "France", "informed": "All ways.", "language": "fr", "words": "Home."}
    wrong = {"wish": "heaven"}
    kind = "wish_recorded"


def test_it_records_the_wish_and_the_fact(story):
    story.wish(words="I want to go home.")
    assert story.standing.wish == "home"
    assert story.standing.country == "France"
    assert story.last().facts["wish"] == "home"


def test_it_may_change_at_any_time_and_the_latest_counts(story):
    story.until("exit")
    story.wish(wish="not_to_return", country="")
    assert story.standing.wish == "not_to_return"
    assert len(story.standing.wishes) == 2


def test_another_wish_undoes_the_check_and_the_exit(story):
    story.until("exit")
    story.wish(wish="not_yet", country="")
    assert story.standing.return_state == ""
    assert story.standing.exit_state == ""
    with pytest.raises(RuleBroken, match="not to go"):
        story.depart()
    story.wish()
    with pytest.raises(RuleBroken, match="found it safe"):
        story.depart()


def test_another_country_is_another_judgement(story):
    story.until("exit")
    story.wish(country="Uzbekistan")
    assert story.standing.return_state == ""


def test_the_same_wish_said_again_undoes_nothing(story):
    story.until("exit")
    story.wish(words="Still home.")
    assert story.standing.exit_state == "authorised"


def test_it_refuses_a_wish_to_go_nowhere(story):
    with pytest.raises(RuleBroken) as broken:
        story.wish(country="")
    assert broken.value.field == "country"
