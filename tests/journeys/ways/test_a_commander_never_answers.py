"""Leave to go is asked of the commander, who says nothing: others are told, and the one who waits reads it all."""

import pytest

from onward.cases.actions import record_liberty
from onward.kit.dates import today

pytestmark = pytest.mark.browser

LATE = "Long Furrow: Leave to go is given"


@pytest.fixture
def omid(town):
    """May not leave by order of the Azaz Group; two organisations found it safe; its officer Karim is asked."""
    with town.beside():
        story = town.story("Long Furrow")
        order = {"may_leave": "no", "by": "Site command", "organisation": town.cast.group, "told_on": today()}
        record_liberty(town.cast.cora, case=story.case, **order)
        return town.told(story.until("go"), scripts=False)


def test_a_commander_never_answers(town, omid):
    asked(town, omid)
    others_are_told(town, omid)
    challenged(town, omid)
    reviewed(town, omid)
    seen(town, omid)
    days = town.account(omid)
    assert days == 62


def asked(town, omid):
    """The one who waits is told the office and the day; the name stays with the staff."""
    omid.reads("We have asked for your leave to go.", "The next move is with: Custody officer.")
    omid.reads("Office for the displaced was asked on", "should take no longer than 7 days")
    assert "Karim" not in omid.door.text


def others_are_told(town, omid):
    """The norm is over: night by night, whoever stands above is told, and the one who waits reads who and when."""
    told = ["Your site's manager was told on"]
    rungs = [
        (9, "salma", ""),
        (6, "cora", "The coordinator of the sites was told on"),
        (7, "nadia", "Oversight, which"),
    ]
    for days, name, sentence in rungs:
        town.later(days=days)
        town.nightly()
        told += [sentence] if sentence else []
        omid.reads("That is longer than it should take. Nobody has said why yet.")
        omid.door.unfold("Who was told that it is late")
        omid.door.reads(*told)
        above = town.at(name, scripts=False)
        above.go("/today")
        above.reads("Told to you because it is late", LATE, "Karim. No reason given.")
    karim = town.at("karim", scripts=False)
    karim.go("/homecoming/exits/")
    karim.reads("Long Furrow", "15 days late")


def challenged(town, omid):
    """Challenged at the door, heard by somebody else, owed an answer by whose order it is."""
    omid.door.follow("/door/challenge")
    omid.door.fill(words="Nobody tells me why.")
    omid.door.press()
    omid.reads("You challenged this on", "You have not been heard on it yet.")
    town.at("vera", scripts=False).do(f"/residents/{omid.case}/challenge/heard/", by="Vera")
    omid.reads("You were heard on", "by Vera", "An answer is owed to you by")
    karim = town.at("karim", scripts=False)
    karim.go("/residents/challenges/")
    karim.reads("Long Furrow")
    assert "Nobody tells me why." not in karim.text


def reviewed(town, omid):
    """Who is independent of him hears the one who waits, and finds."""
    vera = town.at("vera", scripts=False)
    vera.do(f"/reviews/{omid.case}/held/", heard="heard", words="He asks for an answer.", interpreter="Hala")
    vera.do(f"/reviews/{omid.case}/decide/", decision="may_leave", reasons="Nothing speaks against it.")
    omid.reads("Review of my stay", "You should be free to leave.", "Nothing speaks against it.", "May I leave? No.")


def seen(town, omid):
    """Oversight sees it in every list that counts."""
    nadia = town.at("nadia", scripts=False)
    for page, said in (
        ("/waiting/", f"{LATE} 15 days late Karim"),
        ("/reports/", "Leave to go is given 22 days"),
        ("/unexplained", "Long Furrow 40"),
        (f"/residents/{omid.case}/", "It is 15 days past the norm. Nobody has said why it is late."),
    ):
        nadia.go(page)
        nadia.reads(said)
    nadia.reads("Salma (Site manager).", "Cora (Coordinator).", "Nadia (Oversight).")
