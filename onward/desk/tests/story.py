"""A few residents at every part of the way, for the tests of the desk."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from onward.care.actions import note_question
from onward.cases.actions import assign_case_worker, open_identity, record_liberty
from onward.cases.queries import case_names
from onward.homecoming import actions as homecoming
from onward.homecoming.queries import standing_for
from onward.kit.dates import now
from onward.kit.ids import new_id
from onward.reception.actions import record_arrival
from onward.reception.rules import Person
from onward.shelter.actions import assign_place, receive_transfer, send_transfer
from tests.cast import Cast
from tests.housing import places_in
from tests.once import once_made
from tests.programme import Programme

WOMAN = Person(sex="woman", age="adult", with_whom="companions")
HURT = Person(sex="man", age="adult", needs=("hurt", "cold"))


class Story:
    """Two women far along the way (`quiet`, `clear`), one on the road, one just arrived; `start` is 60 days ago."""

    def __init__(self, programme: Programme, cast: Cast) -> None:
        self.programme, self.cast = programme, cast
        self.start = now() - timedelta(days=60)
        with self.at(0):
            self.quiet, self.clear = record_arrival(
                cast.rosa, site=cast.checkpoint, language="fr", people=[WOMAN, WOMAN]
            )
        self._housed()
        self._heard()
        with self.at(58):
            (self.road,) = record_arrival(cast.rosa, site=cast.checkpoint, language="uz", people=[HURT])
            send_transfer(cast.rosa, people=[self.road], to_site=cast.east, entry=new_id())
        (self.new,) = record_arrival(cast.rosa, site=cast.checkpoint, language="nl", people=[Person()])

    def at(self, day: int) -> Any:
        """Live on that day of the story."""
        moment: datetime = self.start + timedelta(days=day)
        return self.programme.at(moment)

    def name(self, case: str) -> str:
        """What a resident is called."""
        return case_names([case])[case]

    def _housed(self) -> None:
        cast, two, group = self.cast, [self.quiet, self.clear], new_id()
        with self.at(1):
            send_transfer(cast.rosa, people=two, to_site=cast.east, entry=group)
        with self.at(2):
            receive_transfer(cast.salma, group=group, people=two, entry=new_id())
            tents = places_in(self.programme, cast.east_tents)
            assign_place(cast.salma, places=dict(zip(two, tents, strict=False)), entry=new_id())

    def _heard(self) -> None:
        cast, quiet = self.cast, self.quiet
        with self.at(20):
            assign_case_worker(cast.salma, case=quiet, worker=cast.sami.id, entry=new_id())
            record_liberty(cast.salma, case=quiet, may_leave="no", by="the site command", entry=new_id())
        with self.at(24):
            self.do("record_wish", cast.sami, wish="home", country="France")
        with self.at(26):
            self.do("record_consent", cast.sami, body="The consulate of France", told=["names"], language="fr")
            open_identity(cast.lina, case=quiet, reason="To write to the consulate", entry=new_id())
        with self.at(40):
            self.check(cast.sami)
            self.check(cast.lina)
        with self.at(41):
            consent = standing_for(cast.lina, quiet).consents[-1].id
            self.do("ask_nationality", cast.lina, consent=consent, told=["names"])
        with self.at(57):
            note_question(cast.sami, case=quiet, words="When will they answer?", entry=new_id())

    def told(self, case: str) -> None:
        """Take a resident as far as the first of the two who check a contact."""
        sami = self.cast.sami
        self.do("record_wish", sami, case, wish="home", country="France")
        self.do("record_consent", sami, case, body="The consulate of France", told=["names"], language="fr")
        self.check(sami, case)

    def check(self, actor: Any, case: str = "") -> None:
        consent = standing_for(actor, case or self.quiet).consents[-1].id
        said = {"safe": True, "reasons": "Nobody asks.", "sources": "Two lawyers."}
        self.do("check_contact", actor, case, consent=consent, **said)

    def do(self, act: str, actor: Any, case: str = "", **said: Any) -> None:
        getattr(homecoming, act)(actor, case=case or self.quiet, entry=new_id(), on=now().date(), **said)


@pytest.fixture
def story(programme: Programme, cast: Cast) -> Story:
    return once_made(Story, programme, cast)
