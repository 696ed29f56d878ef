"""Everything is ready, and she says: not now. Nothing more goes out; what was done is still shown."""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def hanna(town):
    """Her exit is asked of Karim."""
    with town.beside():
        return town.told(town.story("Winter Lark").until("go"))


def test_who_changes_their_mind_stays_and_nothing_more_goes_out(town, hanna):
    ready(town, hanna)
    changed(town, hanna)
    nothing_goes_out(town, hanna)
    still_shown(town, hanna)
    town.account(hanna)


def ready(town, hanna):
    karim = town.at("karim")
    karim.go("/homecoming/exits/")
    karim.reads("Winter Lark")
    hanna.reads("We have asked for your leave to go.", "You may change your wish at any time.")


def changed(town, hanna):
    town.later(days=4)
    sami, way = town.at("sami"), f"/homecoming/{hanna.case}"
    sami.do(f"{way}/wish/", wish="not_yet", words="My sister is here.", informed="That she may stay.")
    sami.do(f"{way}/consent/withdraw/", words="I do not want them told more.")


def nothing_goes_out(town, hanna):
    karim, lina, way = town.at("karim"), town.at("lina"), f"/homecoming/{hanna.case}"
    karim.go("/homecoming/exits/")
    assert "Winter Lark" not in karim.text
    karim.shut_out(f"{way}/exit/authorise/")
    leaves = {"destination": "France", "accompanied_by": "Two delegates", "papers_in_hand": True}
    lina.refused(f"{way}/departure/", "Their latest wish is not to go", **leaves)
    lina.go(f"{way}/letter/")
    assert not lina.page.locator('main input[name="consent"]').count()


def still_shown(town, hanna):
    town.later(days=6)
    hanna.reads("Not to decide yet", "Together with you, we are looking for a way that fits what you want.")
    hanna.reads("Who has been told about me", "The consulate of France", "They confirm the nationality")
    hanna.reads("You have it.", "Your travel document")
    assert "agreed that" not in hanna.door.text
