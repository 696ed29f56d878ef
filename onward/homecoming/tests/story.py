"""A resident's way onward for the tests, each step told through the act that the screens call."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from onward.access.rules import Actor
from onward.cases.events import LibertyRecorded
from onward.cases.queries import case_for
from onward.homecoming import actions
from onward.homecoming.queries import Standing
from onward.journal.reading import history, version
from onward.kit.dates import now, today
from onward.kit.ids import new_id
from onward.waiting.queries import matters_of, way_after
from tests.cast import Cast, resident
from tests.once import once, once_made
from tests.programme import Programme
from tests.residents import arrive

CONSULATE = "The consulate of France"
JUDGED = {"reasons": "Nobody there asks for her.", "sources": "Two lawyers, one relative."}


class Story:
    """One resident at Azaz East; `step(...)` goes as far as the named step."""

    STEPS = ("wish", "consent", "contact", "ask", "answer", "papers", "go", "exit", "depart", "handover", "arrive")

    def __init__(self, programme: Programme, cast: Cast, name: str = "Quiet Cedar", family: str = "") -> None:
        self.programme = programme
        self.cast = cast
        arrived_at = now() - timedelta(days=40)
        said = {"case_name": name, "custody": cast.group, "family": family, "happened_at": arrived_at}
        self.case = arrive(programme, cast.east, **said)
        settled = new_id()
        way = way_after(case_for(cast.sami, self.case), done=["received", "housed"], entry_id=settled)
        moved = LibertyRecorded(may_leave="no", opens=way.opens, closes=way.closes, facts=way.facts)
        programme.say(moved, stream=self.case, id=settled)

    def do(self, act: str, actor: Actor, **said: Any) -> str:
        entry = said.pop("entry", "") or new_id()
        getattr(actions, act)(actor, case=self.case, entry=entry, **{"on": today(), **said})
        return entry

    @property
    def standing(self) -> Standing:
        return Standing(self.case)

    @property
    def version(self) -> str:
        return version(self.case)

    def kinds(self) -> list[str]:
        return [entry.kind.removeprefix("homecoming.") for entry in history(self.case)][2:]

    def open_steps(self) -> list[str]:
        return [matter.what for matter in matters_of(self.case) if matter.kind == "step" and matter.closed_on is None]

    def last(self) -> Any:
        return history(self.case, opens=("record", "legal", "identity"))[-1].event

    def until(self, step: str) -> "Story":
        once(self.programme, (Story, step), lambda: self._until(step), since=getattr(self, "begun", -1))
        return self

    def _until(self, step: str) -> None:
        for each in self.STEPS[: self.STEPS.index(step) + 1]:
            getattr(self, each)()

    def wish(self, **said: Any) -> str:
        return self.do("record_wish", self.cast.sami, **{"wish": "home", "country": "France", **said})

    def consent(self, **said: Any) -> str:
        said = {"body": CONSULATE, "told": ["names", "birth"], "language": "fr", **said}
        return self.do("record_consent", self.cast.sami, **said)

    def judge(self, actor: Actor, safe: bool = True, **said: Any) -> str:
        consent = said.pop("consent", "") or self.standing.consents[-1].id
        return self.do("check_contact", actor, **{"consent": consent, "safe": safe, **JUDGED, **said})

    def contact(self) -> None:
        self.judge(self.cast.sami)
        self.judge(self.cast.lina)

    def ask(self, **said: Any) -> str:
        said = {"consent": self.standing.consents[-1].id, "told": ["names"], **said}
        return self.do("ask_nationality", self.cast.lina, **said)

    def answer(self, **said: Any) -> str:
        said = {"asked": self.standing.inquiries[-1].id, "answer": "confirmed", **said}
        return self.do("record_answer", self.cast.lina, **said)

    def letter(self, **said: Any) -> str:
        said = {"consent": self.standing.consents[-1].id, "asks": "family_tracing", "told": ["names"], **said}
        return self.do("send_letter", self.cast.lina, **said)

    def reply(self, **said: Any) -> str:
        return self.do("record_reply", self.cast.lina, **{"asked": self.standing.letters[-1].id, **said})

    def appeal(self, **said: Any) -> str:
        said = {"consent": self.standing.consents[-1].id, "told": ["names"], "ground": "She was born there.", **said}
        return self.do("appeal_refusal", self.cast.lina, **{"asked": self.standing.appealable[-1].id, **said})

    def papers(self, **said: Any) -> str:
        said = {"paper": "travel_document", "number": "X-77", "hands": "resident", **said}
        return self.do("record_papers", self.cast.lina, **said)

    def weigh(self, actor: Actor, safe: bool = True, **said: Any) -> str:
        fit = {"fit_to_travel": True, "fit_by": "The doctor"}
        said = {"safe_there": safe, "not_refouled": True, "family": "none_here", **fit, **JUDGED, **said}
        return self.do("check_return", actor, **said)

    def go(self, **said: Any) -> None:
        self.weigh(self.cast.lina, **said)
        self.weigh(self.cast.nadia, **said)

    def exit(self, **said: Any) -> str:
        return self.do("authorise_exit", self.cast.karim, **said)

    def depart(self, **said: Any) -> str:
        said = {"accompanied_by": "Two delegates", "papers_in_hand": True, **said}
        return self.do("record_departure", self.cast.lina, **said)

    def handover(self, **said: Any) -> str:
        said = {"receiver": "The ministry", "receipt": "R-9", "papers_in_hand": True, **said}
        return self.do("record_handover", self.cast.lina, **said)

    def arrive(self, **said: Any) -> str:
        return self.do("confirm_arrival", self.cast.sami, **{"confirmed_by": "family", **said})


@pytest.fixture
def story(programme: Programme, cast: Cast) -> Story:
    return once_made(Story, programme, cast)


def elsewhere(actor: Actor, site: str) -> Actor:
    """The same person, if they worked at another site."""
    return replace(actor, sites=frozenset({site}), everywhere=False)


__all__ = ["CONSULATE", "JUDGED", "Story", "elsewhere", "resident", "story"]
