"""France refuses; a court is asked; she goes with a convoy, is signed for, arrives, is visited, and the file closes."""

import re

import pytest

pytestmark = pytest.mark.browser

COURT = "The court in Nantes"


@pytest.fixture
def amina(town):
    """She wishes to go home to France; the consulate may be asked."""
    with town.beside():
        story = town.story("Amber Willow")
        story.until("contact")
        story.do("choose_pathway", town.cast.sami, pathway="repatriation_france", reason="She is French.")
        return town.told(story)


def test_a_refusal_is_appealed_and_she_goes_home(town, amina):
    refused(town, amina)
    appealed(town, amina)
    prepared(town, amina)
    convoy = seated(town, amina)
    travelled(town, amina, convoy)
    closed(town, amina)


def refused(town, amina):
    lina, way = town.at("lina"), f"/homecoming/{amina.case}"
    lina.do(f"{way}/nationality/", told=("names",), reference="Letter 7")
    town.later(days=50)
    lina.do(f"{way}/answer/", answer="refused", words="No record of her birth.")
    amina.reads("The consulate of France", "They refuse", "No record of her birth.")


def appealed(town, amina):
    """Another body is told only what she agreed to, and only after two people found it safe."""
    with town.beside():
        amina.story.consent(body=COURT)
        amina.story.contact()
    town.later(days=3)
    lina = town.at("lina")
    said = {"ground": "She was born in Nantes.", "counsel": "Maitre Roux", "told": ("names",)}
    lina.go(f"/homecoming/{amina.case}/appeal/")
    court = lina.page.locator("main label", has_text=COURT).locator("input").get_attribute("value")
    lina.fill(consent=court, **said)
    lina.press()
    amina.reads(COURT, "An appeal")
    town.later(days=40)
    lina.do(f"/homecoming/{amina.case}/reply/", answer="granted", words="The refusal is set aside.")
    amina.reads("The refusal is set aside.", "Your travel document is being arranged.")


def prepared(town, amina):
    lina, way = town.at("lina"), f"/homecoming/{amina.case}"
    town.later(days=5)
    with town.beside():
        amina.story.papers()
    lina.do(f"{way}/step/", step="reception_agreed", done=True, evidence="The prefecture; her aunt waits for her.")
    with town.beside():
        amina.story.go()
    karim = town.at("karim")
    karim.go("/homecoming/exits/")
    karim.follow(f"{amina.case}/exit/authorise/")
    karim.press()
    amina.reads("Your journey is being prepared.")


def seated(town, amina):
    lina = town.at("lina")
    lina.do(
        "/homecoming/convoys/plan/",
        day=(town.stage.served.now.date()).isoformat(),
        destination="border",
        receiver="The ministry",
        seats=4,
        escorts="Two delegates",
    )
    convoy = re.search(r"convoys/([0-9a-f]{32})", lina.page.url)[1]
    at = f"/homecoming/convoys/{convoy}"
    lina.do(f"{at}/seats/", people=(amina.case,))
    lina.do(f"{at}/told/", people=(amina.case,), take="Warm clothes.")
    amina.reads("50 days The ministry answers The consulate of France", "40 days The ministry answers The court")
    amina.reads("My journey", "Two delegates", "Warm clothes.", "You may still change your mind")
    return at


def travelled(town, amina, at):
    """The receiving authority signs; her family says that she is there."""
    lina = town.at("lina")
    lina.do(f"{at}/departure/")
    amina.reads("You are on your way.")
    town.later(days=1)
    lina.go(f"{at}/sheet/")
    receipt = re.search(r"Receipt (\w{4}-\w{4})", lina.text)[1]
    lina.do(f"{at}/handover/", receiver="The ministry", received_by="A. Martin", receipt=receipt)
    lina.go(f"/homecoming/{amina.case}/")
    lina.reads("The ministry", receipt)
    town.later(days=2)
    town.at("sami").do(f"/homecoming/{amina.case}/arrival/", confirmed_by="family", words="She is with her aunt.")
    amina.reads("Your stay here has ended.")


def closed(town, amina):
    days = town.account(amina, ended=True)
    assert days > 130
    town.later(days=30)
    sami, way = town.at("sami"), f"/homecoming/{amina.case}"
    sami.go(f"{way}/visit/")
    sami.fill(outcome="met", how="phone", wellbeing="well", words="She begins a course.")
    sami.press()
    sami.do(f"{way}/close/", reason="visits_declined")
    sami.open(amina.case)
    sami.reads("Returned home")
    assert town.account(amina, ended=True) == days
