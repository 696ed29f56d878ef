"""A child of fifteen, alone: care first, what is best is determined by two, and no step onward goes before it."""

import pytest

from onward.cases.actions import note_identity
from onward.kit.ids import new_id

pytestmark = pytest.mark.browser

FIRST = "first, two people determine what is best for them"


@pytest.fixture
def yusuf(town):
    """Held for a child; he says that he wishes to go to his aunt."""
    with town.beside():
        story = town.story("Early Heron")
        note_identity(town.cast.sami, case=story.case, age="youth", entry=new_id())
        return town.told(story)


def test_a_child_is_cared_for_and_goes_nowhere_before_two_have_determined_what_is_best(town, yusuf):
    cared_for(town, yusuf)
    nobody_goes_ahead(town, yusuf)
    determined(town, yusuf)
    town.account(yusuf)


def cared_for(town, yusuf):
    sami, way = town.at("sami"), f"/homecoming/{yusuf.case}"
    sami.do(f"{way}/pathway/", pathway="child", reason="He is fifteen and alone.")
    yusuf.reads("We find somebody who looks after you here, every day.")
    sami.do(f"{way}/step/", step="interim_care", done=True, evidence="Hala, in Family Row; he agrees.")
    yusuf.reads("Nobody is angry at any answer.")
    said = {"wish": "family_elsewhere", "country": "Sweden", "words": "To my aunt.", "informed": "What each means."}
    sami.do(f"{way}/wish/", **said)


def nobody_goes_ahead(town, yusuf):
    """His aunt may be looked for; no country is asked, and no way out is to be had: not by mistake, not in haste."""
    town.later(days=2)
    with town.beside():
        yusuf.story.consent(body="The Swedish legation")
        yusuf.story.contact()
    town.at("lina").refused(f"/homecoming/{yusuf.case}/nationality/", FIRST, told=("names",))
    judged = {"safe_there": True, "not_refouled": True, "family": "none_here", "best_interests": True}
    fit = {"fit_to_travel": True, "fit_by": "The doctor", "reasons": "His aunt.", "sources": "His aunt."}
    town.at("nadia").refused(f"/homecoming/{yusuf.case}/return/", FIRST, **judged, **fit)
    yusuf.reads("We are putting together what is good for you")


def determined(town, yusuf):
    sami, lina, way = town.at("sami"), town.at("lina"), f"/homecoming/{yusuf.case}"
    sami.do(f"{way}/step/", step="best_interests_assessed", done=True, evidence="His aunt, school, his fear of fire.")
    town.later(days=20)
    lina.do(f"{way}/step/", step="family_traced", done=True, evidence="His aunt in Lund, by the tracing service.")
    yusuf.reads("Two people are thinking with you about what is best for you.")
    found = {"decision": "join_family", "reasons": "His aunt is ready.", "heard": "I want to live with her."}
    sami.do(f"{way}/best-interests/", **found)
    lina.refused(f"{way}/nationality/", FIRST, told=("names",))
    town.later(days=1)
    lina.do(f"{way}/best-interests/", **found)
    yusuf.reads("Your country is about to be asked", "The Swedish legation may be told: Names")
    lina.do(f"{way}/nationality/", told=("names",))
    yusuf.reads("We wait for its answer.")
