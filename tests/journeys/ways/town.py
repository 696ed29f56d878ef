"""The camp at Azaz East and all who work there, at their own windows; what came before is told beside the server."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from onward.access.rules import Actor
from onward.cases.actions import assign_case_worker, issue_card
from onward.homecoming.tests.story import Story
from onward.kit.dates import now, telling, today
from onward.oversight.actions import open_reviews
from onward.waiting.actions import run_clocks
from onward.waiting.queries import account_for
from onward.waiting.rules import CLOCK
from tests.browser import shot
from tests.journeys.conftest import Stage
from tests.journeys.people import Resident, Staff
from tests.journeys.windows import Windows

ONE = timedelta(days=1)


class Lived(Story):
    """A story whose acts follow one another, as people's do: each takes a second."""

    lasted = 0
    name = ""

    def do(self, act: str, actor: Actor, **said: Any) -> str:
        self.lasted += 1
        with telling(now() + timedelta(seconds=self.lasted)):
            return super().do(act, actor, **said)


class Told:
    """One resident: their story so far, and their window on the door."""

    looked = 0

    def __init__(self, story: Lived, door: Resident) -> None:
        self.story, self.door, self.case = story, door, story.case

    def reads(self, *words: str) -> None:
        """What stands on their own page now; each time a picture is kept of it."""
        self.door.go("/door/way")
        self.door.reads(*words)
        self.looked += 1
        shot(self.door.page, f"ways-{self.story.name}-{self.looked}")


class Town:
    """Everybody's windows are opened once, with scripts and without."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.cast = stage, stage.cast
        self.later = stage.served.later
        self.opened: dict[bool, Windows] = {}
        self.signed_in: dict[tuple[str, bool], Staff] = {}

    def windows(self, *, scripts: bool) -> Windows:
        if scripts not in self.opened:
            self.opened[scripts] = self.stage.windows(scripts=scripts, name="ways")
        return self.opened[scripts]

    def at(self, name: str, *, scripts: bool = True) -> Staff:
        """The window at which this member of staff is signed in."""
        if (name, scripts) not in self.signed_in:
            actor = getattr(self.cast, name)
            signed_in = Staff(self.windows(scripts=scripts), actor, self.stage.username(actor))
            self.signed_in[name, scripts] = signed_in
        return self.signed_in[name, scripts]

    @contextmanager
    def beside(self) -> Iterator[None]:
        """Act here too, beside the running server: after all that was done there, and before what comes there."""
        self.later(minutes=5)
        with self.stage.programme.at(self.stage.served.now):
            self.stage.programme.open()
            yield
            self.stage.programme.close()
        self.later(minutes=1)

    def story(self, name: str) -> Lived:
        """A resident of whom Sami is the case worker."""
        story = Lived(self.stage.programme, self.cast, name)
        story.name = name.lower().replace(" ", "-")
        assign_case_worker(self.cast.salma, case=story.case, worker=self.cast.sami.id)
        return story

    def told(self, story: Lived, *, scripts: bool = True) -> Told:
        """Give the resident a card, and let them in with it."""
        card = issue_card(self.cast.salma, case=story.case)
        door = Resident(self.windows(scripts=scripts), phone=True)
        door.enter(card.code, card.pin)
        return Told(story, door)

    def nightly(self) -> None:
        """What is done every night."""
        with self.beside():
            run_clocks(CLOCK, pause=lambda _seconds: None)
            open_reviews(CLOCK)

    def account(self, told: Told, *, ended: bool = False) -> int:
        """Every day of the stay has one row, and they come to what the resident reads. Gives how many."""
        with self.beside():
            account = account_for(self.cast.nadia, told.case)
            until = today()
        days = [row.start + ONE * day for row in account.rows for day in range(row.days)]
        assert days == [account.start + ONE * day for day in range((account.end - account.start).days)]
        assert ended or account.end == until
        told.door.go("/door/way")
        parts, whole = told.door.account()
        assert sum(parts) == whole == len(days)
        return whole
