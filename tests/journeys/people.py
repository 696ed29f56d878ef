"""The people of the story, each at a window of their own, doing what they do with the real pages."""

import re
from typing import Any

from onward.access.rules import Actor
from tests.cast import PASSWORD
from tests.journeys.codes import code
from tests.journeys.windows import Person, Windows

GIVEN = ("water", "food")
TOLD = ("next", "liberty", "rights", "card")


class Staff(Person):
    """A member of staff, signed in by name and password."""

    def __init__(self, windows: Windows, actor: Actor, username: str, *, phone: bool = False) -> None:
        super().__init__(windows, phone=phone)
        self.actor = actor
        self.go("/sign-in")
        self.fill(login=username, password=PASSWORD)
        self.press()
        self.fill(code=code(username))
        self.press()
        assert "/today" in self.page.url, self.text

    def act(self, case: str, path: str, **fields: Any) -> None:
        """Open the person's file, press what leads to the form, fill it in, send it."""
        self.open(case)
        more = self.page.locator("details.more:not([open]) > summary")
        if not self.page.locator(f'main a[href="{path}"]').first.is_visible() and more.count():
            more.first.click()
        self.follow(path)
        self.fill(**fields)
        self.press()

    def open(self, case: str) -> None:
        self.go(f"/residents/{case}/")


class ReceptionOfficer(Staff):
    """At the checkpoint, on a phone."""

    def record_two(self, *, first: dict[str, Any], second: dict[str, Any]) -> list[str]:
        """Two people in one form. Gives their cases."""
        self.go("/arrivals/new/")
        self.fill(language="fr", **{f"p0-{name}": said for name, said in first.items()})
        self.press("Add a person")
        self.fill(**{f"p1-{name}": said for name, said in second.items()})
        self.fill(given=GIVEN, told=TOLD, told_language="fr")
        self.press("Record the arrival")
        forms = self.page.locator('form[action*="/card/"]')
        return [forms.nth(at).get_attribute("action").split("/")[2] for at in range(forms.count())]

    def make_card(self, case: str) -> tuple[str, str]:
        """A card, shown once. Gives its code and PIN."""
        self.do(f"/residents/{case}/card/")
        return self.page.locator(".code").inner_text(), self.page.locator(".pin").inner_text()

    def send(self, cases: list[str], site: str) -> None:
        self.go("/shelter/transfers/send/")
        self.fill(people=tuple(cases), to_site=site, note="One of them is hurt.")
        self.press()


class SiteManager(Staff):
    """Receives, houses, names the case worker."""

    def receive(self) -> None:
        self.go("/shelter/transfers/")
        self.follow("/receive/")
        self.press()

    def house(self, case: str, companion: str) -> None:
        self.go(f"/shelter/cases/{case}/place/")
        self.field("with", companion).check()
        self.press("Show places for all")
        self.press()

    def name_worker(self, case: str, worker: str) -> None:
        self.act(case, f"/residents/{case}/case-worker/", worker=worker)


class HealthWorker(Staff):
    """Sees to whoever is hurt or unwell."""

    def meet_need(self, case: str, note: str) -> None:
        """The first need that is still owed."""
        self.open(case)
        self.follow("/met/")
        self.fill(note=note)
        self.press()


class CaseWorker(Staff):
    """Keeps the file, hears the person, answers."""

    def record_liberty(self, case: str, *, by: str) -> None:
        """No, by whose order; no ground was given."""
        self.act(case, f"/residents/{case}/liberty/", may_leave="no", by=by)

    def record_wish(self, case: str, words: str) -> None:
        self.act(
            case,
            f"/homecoming/{case}/wish/",
            wish="home",
            country="France",
            words=words,
            informed="What each way means, and that she may change her mind.",
            language="fr",
            interpreter="Hala",
        )

    def record_consent(self, case: str, body: str) -> None:
        self.act(
            case,
            f"/homecoming/{case}/consent/",
            body=body,
            told=("names", "birth"),
            purpose="To confirm her nationality.",
            language="fr",
            interpreter="Hala",
        )

    def answer(self, words: str) -> None:
        """The first question that waits on Today."""
        self.go("/today")
        self.follow("/answer/")
        self.fill(words=words, language="fr")
        self.press()

    def open_identity(self, case: str, reason: str) -> None:
        self.act(case, f"/residents/{case}/identity/open/", reason=reason)

    def confirm_arrival(self, case: str) -> None:
        self.act(case, f"/homecoming/{case}/arrival/", confirmed_by="family", words="She is with her mother.")


def check_contact(by: Staff, case: str) -> None:
    """One of the two who say whether asking is safe."""
    said = {"reasons": "Nobody there looks for her.", "sources": "A lawyer; her mother."}
    by.act(case, f"/homecoming/{case}/contact/", safe=True, **said)


def check_return(by: Staff, case: str) -> None:
    """One of the two, of two organisations, who say whether going is safe."""
    said = {"reasons": "She will be received by her family.", "sources": "Two lawyers; the legation."}
    fit = {"fit_to_travel": True, "fit_by": "The doctor"}
    by.act(case, f"/homecoming/{case}/return/", safe_there=True, not_refouled=True, family="none_here", **fit, **said)


class Liaison(Staff):
    """Speaks with consulates, prepares the journey."""

    def ask_nationality(self, case: str) -> None:
        self.act(case, f"/homecoming/{case}/nationality/", told=("names",), reference="Letter 7")

    def record_answer(self, case: str) -> None:
        self.act(case, f"/homecoming/{case}/answer/", answer="confirmed", words="She is our citizen.")

    def record_papers(self, case: str) -> None:
        said = {"paper": "travel_document", "issued_by": "The consulate", "number": "FR-778-X", "hands": "resident"}
        self.act(case, f"/homecoming/{case}/papers/", **said)

    def record_departure(self, case: str) -> None:
        said = {"destination": "France", "accompanied_by": "Two delegates", "papers_in_hand": True}
        self.act(case, f"/homecoming/{case}/departure/", **said)

    def record_handover(self, case: str) -> None:
        said = {"receiver": "The ministry", "received_by": "A. Martin", "receipt": "R-2026-9", "papers_in_hand": True}
        self.act(case, f"/homecoming/{case}/handover/", **said)


class CustodyOfficer(Staff):
    """Decides whether a person may leave."""

    def authorise(self) -> None:
        self.go("/today")
        self.go("/homecoming/exits/")
        self.follow("/exit/authorise/")
        self.press()


class Resident(Person):
    """At the door, with a card and its PIN."""

    def enter(self, code: str, pin: str) -> None:
        """In by the card; the page then speaks the resident's own language, and English for this test."""
        self.go("/door/")
        self.fill(code=code, pin=pin)
        self.press()
        assert self.page.locator("html").get_attribute("lang") == "fr"
        self.press_language("en")

    def press_language(self, code: str) -> None:
        self._click(self.page.locator(f'footer button[name="language"][value="{code}"]'))

    def account(self) -> tuple[list[int], int]:
        """The days by holder as the legend tells them, and what the page says they come to."""
        told = self.page.locator(".legend li b").all_inner_texts()
        whole = re.search(r"Together (\d+) day", self.text)
        assert whole, self.text
        return [int(re.match(r"\d+", each)[0]) for each in told], int(whole[1])

    def ask(self, words: str) -> None:
        self.go("/door/way")
        self.follow("/door/questions")
        self.fill(words=words)
        self.press()

    def leave(self) -> None:
        """Out in one touch, to a page that says nothing."""
        self._click(self.page.locator('form[action="/door/leave"] button'))
