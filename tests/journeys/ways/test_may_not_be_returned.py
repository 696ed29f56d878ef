"""Two people find that she would not be safe there: nobody sends her, and staying is asked for instead."""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def sarah(town):
    """Her papers are there; whether going is safe is judged last."""
    with town.beside():
        return town.told(town.story("Still Harbour").until("papers"))


def test_who_may_not_be_returned_is_sent_nowhere(town, sarah):
    judged(town, sarah)
    nobody_lets_her_go(town, sarah)
    another_way(town, sarah)
    town.account(sarah)


def judged(town, sarah):
    """The second says no more than the first: two people, two organisations, their sources named."""
    unsafe = {"safe_there": False, "not_refouled": False, "family": "none_here", "fit_to_travel": True}
    why = {"fit_by": "The doctor", "reasons": "Others were taken on arrival.", "sources": "Two lawyers."}
    for name in ("lina", "nadia"):
        town.later(days=1)
        town.at(name).do(f"/homecoming/{sarah.case}/return/", **unsafe, **why)


def nobody_lets_her_go(town, sarah):
    karim = town.at("karim")
    karim.go("/homecoming/exits/")
    assert "Still Harbour" not in karim.text
    karim.shut_out(f"/homecoming/{sarah.case}/exit/authorise/")
    leaves = {"destination": "France", "accompanied_by": "Two delegates", "papers_in_hand": True}
    town.at("lina").refused(f"/homecoming/{sarah.case}/departure/", "have not found it safe to go", **leaves)


def another_way(town, sarah):
    sami, way = town.at("sami"), f"/homecoming/{sarah.case}"
    sami.go(f"{way}/")
    sami.reads("Two people found it not safe to go")
    sami.follow("/pathway/")
    sami.reads("What is known of them speaks for: Staying, or another country.")
    sami.fill(pathway="cannot_return", reason="Two people found that she would be in danger.")
    sami.press()
    sarah.reads("You are not sent anywhere.", "Someone asks what you are afraid of")
    headings = " ".join(sarah.door.page.locator("h1, h2, h3").all_inner_texts()).lower()
    assert "home" not in headings
    assert "home" not in sarah.door.page.title().lower()
    sami.do(f"{way}/step/", step="protection_assessed", done=True, evidence="She told of three who were taken.")
    sami.do(f"{way}/step/", step="counsel_offered", done=True, evidence="Maitre Roux; she said yes.")
    sarah.reads("Together with you, we look at staying here, or at another country.")
    sami.do(f"{way}/wish/", wish="local_life", words="I stay.", informed="What staying means.")
    sarah.reads("To live here, outside the site", "We ask whether you agree", "You may say no.")
