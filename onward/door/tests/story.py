"""A resident with a card, and a stay of 143 days behind them, for the tests of their own page."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from onward.care.actions import answer_question, ask_question
from onward.care.queries import questions_of
from onward.cases.actions import assign_case_worker, issue_card, note_identity, open_identity, record_liberty
from onward.cases.actions.cards import IssuedCard
from onward.homecoming import actions
from onward.homecoming.queries import Standing
from onward.homecoming.tests.story import CONSULATE, JUDGED
from onward.kit.dates import start_of, telling, today
from onward.kit.ids import new_id
from onward.shelter.events import Placed
from onward.waiting.queries import way_after
from tests.cast import Cast, resident
from tests.programme import Programme
from tests.residents import arrive, seen

NAMES = ("Camille Martel", "كميل مارتيل")
ALIAS = "Umm Idris"
DAYS = 143


class Stay:
    """Received, housed and heard; asked abroad, and waiting for the answer since day 62."""

    def __init__(self, programme: Programme, cast: Cast, language: str = "fr") -> None:
        self.programme, self.cast = programme, cast
        self.first = today() - timedelta(days=DAYS)
        with self.on(0):
            entry, said = new_id(), {"case_name": "Quiet Cedar", "language": language, "custody": cast.group}
            newcomer = type("Newcomer", (), {"id": "", "site": cast.east, "custody": cast.group, "pathway": "default"})
            way = way_after(newcomer(), done=["received"], entry_id=entry)
            self.case = arrive(programme, cast.east, opens=way.opens, closes=way.closes, facts=way.facts, **said)
            self.resident = resident(self.case)
            self.card: IssuedCard = issue_card(cast.salma, case=self.case)
            note_identity(cast.rosa if cast.east in cast.rosa.sites else cast.sami, case=self.case, **self.identity)

    identity: dict[str, Any] = {"names": NAMES, "aliases": (ALIAS,), "nationality": "France", "birth_year": 1991}

    @contextmanager
    def on(self, day: int) -> Iterator[None]:
        """Live at noon of a day of the stay."""
        with telling(start_of(self.first + timedelta(days=day)) + timedelta(hours=12)):
            yield

    def do(self, day: int, act: str, actor: Any, **said: Any) -> None:
        with self.on(day):
            getattr(actions, act)(actor, case=self.case, entry=new_id(), on=today(), **said)

    def lived(self) -> "Stay":
        """The whole stay until today."""
        cast = self.cast
        with self.on(18):
            self._housed()
        with self.on(56):
            assign_case_worker(cast.salma, case=self.case, worker=cast.sami.id, entry=new_id())
            open_identity(cast.sami, case=self.case, reason="Checks the spelling of the name.")
            liberty = {"may_leave": "no", "by": "Azaz Group", "told_on": today()}
            record_liberty(cast.sami, case=self.case, entry=new_id(), **liberty)
        self.do(57, "record_wish", cast.sami, wish="home", country="France", words="Je veux rentrer chez ma mère.")
        self.do(58, "record_consent", cast.sami, body=CONSULATE, told=["names", "birth"], language="fr")
        self._asked()
        with self.on(120):
            ask_question(self.resident, case=self.case, words="Pourquoi suis-je encore ici ?", entry=new_id())
        with self.on(121):
            (asked,) = questions_of(cast.sami, self.case)
            words = "Le consulat n'a pas répondu. Je lui ai écrit encore une fois."
            answer_question(cast.sami, question=asked.id, words=words, language="fr", entry=new_id())
        return self

    def _housed(self) -> None:
        entry = new_id()
        way = way_after(seen(self.case), done=["housed"], entry_id=entry)
        where = {"site": self.cast.east, "block": self.cast.east_tents, "place": new_id()}
        place = Placed(**where, opens=way.opens, closes=way.closes, facts=way.facts)
        self.programme.say(place, stream=self.case, id=entry, by=self.cast.salma.id)

    def _asked(self) -> None:
        consent = Standing(self.case).consents[-1].id
        for day, who in ((59, self.cast.sami), (61, self.cast.lina)):
            self.do(day, "check_contact", who, consent=consent, safe=True, **JUDGED)
        self.do(62, "ask_nationality", self.cast.lina, consent=consent, told=["names"])

    def browser(self) -> Client:
        """A browser in which the resident's page is open."""
        client = Client()
        assert client.post("/door/", {"code": self.card.code, "pin": self.card.pin}).status_code == 302
        return client


@pytest.fixture
def stay(programme: Programme, cast: Cast) -> Stay:
    return Stay(programme, cast)
