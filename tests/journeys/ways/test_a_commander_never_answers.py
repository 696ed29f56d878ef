"""Leave to go is asked of the commander, who says nothing: others are told, and the one who waits reads it all."""

from datetime import timedelta

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("ways")]


@pytest.fixture
def omid(town):
    """Two organisations found it safe; Karim of the Azaz Group is asked."""
    with town.beside():
        story = town.story("Long Furrow")
        story.until("go")
        return town.told(story, scripts=False)


def test_a_commander_never_answers(town, omid):
    asked(town, omid)
    told(town, omid)
    challenged(town, omid)
    reviewed(town, omid)
    seen(town, omid)
    town.account(omid)


def asked(town, omid):
    omid.reads("We have asked for your leave to go.", "Karim", "should take no longer than 7 days")
    town.at("karim", scripts=False).go("/today")
    town.at("karim", scripts=False).reads("Long Furrow")


def told(town, omid):
    """The norm is over: night by night, whoever stands above is told."""
    for days in (9, 6, 7):
        town.later(days=days)
        town.nightly()
    omid.reads("That is longer than it should take.")
    town.at("nadia", scripts=False).go("/today")
    town.at("nadia", scripts=False).reads("Long Furrow")


def challenged(town, omid):
    omid.door.follow("/door/challenge")
    omid.door.fill(words="Nobody tells me why.")
    omid.door.press()
    omid.reads("You challenged this on", "You have not been heard on it yet.")
    vera = town.at("vera", scripts=False)
    vera.do(f"/residents/{omid.case}/challenge/heard/", by="Vera")
    omid.reads("You were heard on", "An answer is owed to you by")


def reviewed(town, omid):
    vera = town.at("vera", scripts=False)
    vera.do(f"/reviews/{omid.case}/held/", heard="heard", words="He asks for an answer.", interpreter="Hala")
    vera.do(f"/reviews/{omid.case}/decide/", decision="may_leave", reasons="Nothing speaks against it.")
    omid.reads("Review of my stay", "Nothing speaks against it.")


def seen(town, omid):
    nadia = town.at("nadia", scripts=False)
    nadia.go("/waiting/")
    nadia.reads("Long Furrow")
    nadia.go("/reports/")
    nadia.reads("Leave to go is given")
    assert timedelta
