"""The report's story: two women reach a checkpoint near Azaz, are housed, wait, and one of them goes home."""

import os

import pytest

from tests.journeys.clear import files_in, found_in
from tests.journeys.conftest import Stage
from tests.journeys.people import (
    CaseWorker,
    CustodyOfficer,
    HealthWorker,
    Liaison,
    ReceptionOfficer,
    Resident,
    SiteManager,
    Staff,
    check_contact,
    check_return,
)
from tests.journeys.windows import Windows

pytestmark = pytest.mark.browser

CONSULATE = "The consulate of France"
AMINA = {
    "sex": "woman",
    "age": "adult",
    "needs": ("hurt", "distress", "hungry"),
    "with_whom": "companions",
    "name": "Amina Benali",
    "nationality": "France",
    "belongings": "One ring\nA telephone",
}
SARAH = {"sex": "woman", "age": "adult", "with_whom": "companions", "name": "Sarah Dubois", "nationality": "France"}


class Story:
    """Six staff, one overseer, two residents; each part of the report one method."""

    def __init__(self, stage: Stage, windows: Windows) -> None:
        self.stage, self.cast, self.windows = stage, stage.cast, windows
        self.later = stage.served.later
        self.rosa = self.signed_in(ReceptionOfficer, self.cast.rosa, phone=True)
        self.salma = self.signed_in(SiteManager, self.cast.salma)
        self.hala = self.signed_in(HealthWorker, self.cast.hala)
        self.sami = self.signed_in(CaseWorker, self.cast.sami)
        self.lina = self.signed_in(Liaison, self.cast.lina)
        self.karim = self.signed_in(CustodyOfficer, self.cast.karim)
        self.nadia = self.signed_in(Staff, self.cast.nadia)

    def signed_in(self, kind, actor, **how):
        return kind(self.windows, actor, self.stage.username(actor), **how)

    def received(self) -> None:
        self.amina, self.sarah = self.rosa.record_two(first=AMINA, second=SARAH)
        self.card = self.rosa.make_card(self.amina)
        self.rosa.make_card(self.sarah)
        self.rosa.go(f"/arrivals/{self.amina}/receipt/")
        self.rosa.reads("One ring", "A telephone")
        self.later(hours=5)
        self.rosa.send([self.amina, self.sarah], self.cast.east)

    def housed(self) -> None:
        self.later(days=1)
        self.salma.receive()
        self.salma.house(self.amina, self.sarah)
        self.salma.open(self.amina)
        assert "Hurt" not in self.salma.text
        self.hala.meet_need(self.amina, "Her feet were dressed.")
        self.hala.meet_need(self.amina, "A counsellor sat with her.")
        self.salma.name_worker(self.amina, self.cast.sami.id)
        self.salma.name_worker(self.sarah, self.cast.sami.id)

    def heard(self) -> None:
        self.later(days=2)
        self.sami.record_liberty(self.amina, by="the Azaz Group")
        self.later(days=6)
        self.sami.record_wish(self.amina, "Je veux rentrer chez moi.")
        self.sami.record_wish(self.sarah, "Nous voulons rentrer.")
        self.later(days=3)
        self.sami.record_consent(self.amina, CONSULATE)

    def asked(self) -> None:
        self.later(days=4)
        check_contact(self.sami, self.amina)
        self.later(days=1)
        check_contact(self.lina, self.amina)
        self.later(days=2)
        self.lina.ask_nationality(self.amina)

    def waits(self) -> None:
        """Seventy days on, the resident looks at what is known, and asks."""
        self.later(days=70)
        self.door = Resident(self.windows, phone=True)
        self.door.enter(*self.card)
        self.door.reads("The next move is with", CONSULATE, "May I leave?", "No.", "Azaz Group", "none given")
        self.door.reads("Who has been told about me", "Names", "To go home")
        parts, whole = self.door.account()
        assert sum(parts) == whole == 89
        self.door.ask("Pourquoi sommes-nous encore ici ?")
        self.later(days=1)
        self.sami.answer("Le consulat a été relancé hier.")
        self.door.go("/door/way")
        self.door.reads("Pourquoi sommes-nous encore ici ?", "Le consulat a été relancé hier.", "Sami")
        self.door.leave()
        self.door.go("/door/way")
        assert self.door.page.locator('[name="pin"]').count()

    def opened(self) -> None:
        """Who she is: sealed until somebody says why they look."""
        self.sami.open(self.amina)
        self.sami.reads("sealed", "May leave: No", "none given", "The account of 90 days")
        assert "Benali" not in self.sami.text
        if wanted := os.environ.get("ONWARD_PICTURE"):
            self.sami.page.screenshot(path=wanted, clip={"x": 0, "y": 0, "width": 1100, "height": 800})
        self.sami.open_identity(self.amina, "To write to the consulate.")
        self.sami.reads("Amina Benali", "France")
        self.sami.find("Amina Benali")

    def answered(self) -> None:
        self.later(days=9)
        self.lina.record_answer(self.amina)
        self.later(days=10)
        self.lina.record_papers(self.amina)

    def goes_home(self) -> None:
        self.later(days=3)
        check_return(self.lina, self.amina)
        self.later(days=2)
        check_return(self.nadia, self.amina)
        self.later(days=6)
        self.karim.authorise()
        self.later(days=8)
        self.lina.record_departure(self.amina)
        self.later(days=1)
        self.lina.record_handover(self.amina)
        self.later(days=3)
        self.sami.confirm_arrival(self.amina)
        self.sami.open(self.amina)
        self.sami.reads("stay ended")


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without"])
def test_from_the_checkpoint_to_home(stage, scripts):
    story = Story(stage, stage.windows(scripts=scripts))
    story.received()
    story.housed()
    story.heard()
    story.asked()
    story.waits()
    story.opened()
    story.answered()
    story.goes_home()
    with stage.programme.at(stage.ended()):
        stage.programme.check_rebuild()
        assert stage.programme.verify().fault is None
    assert stage.served.log.read_text().count("ERROR") == 0
    assert len(story.windows.typed) > 30
    assert found_in([*files_in(stage.programme.folder), stage.served.log], story.windows.typed) == []
