"""Residents with everything ready, and a convoy that Lina leads, for tests."""

from datetime import timedelta
from typing import Any

from onward.access.rules import Actor
from onward.homecoming import actions
from onward.homecoming.queries import convoy_for, seated
from onward.homecoming.tests.story import Story
from onward.kit.dates import today
from onward.kit.ids import derived_id, new_id
from tests.cast import Cast
from tests.programme import Programme

NAMES = ("Quiet Cedar", "Clear River", "Far Meadow", "Stone Bridge")
ROUTE = "By the olive mill, then east."


class Journey:
    """A convoy; `ready(...)` makes residents who could travel with it."""

    def __init__(self, programme: Programme, cast: Cast, seats: int = 2) -> None:
        self.programme, self.cast = programme, cast
        self.stories: list[Story] = []
        entry = new_id()
        self.id = derived_id(entry, "convoy")
        assert self.plan(entry=entry, seats=seats) == self.id

    def plan(self, **said: Any) -> str:
        day = today() + timedelta(days=3)
        plan = {"day": day, "destination": "border", "seats": 2, "receiver": "The ministry", "route": ROUTE}
        return actions.plan_convoy(self.cast.lina, **{**plan, "escorts": ["Two delegates"], "entry": new_id(), **said})

    def ready(self, *names: str, family: str = "", says: str = "") -> list[str]:
        """Residents whose exit is authorised; with a `family`, they said `says` of it."""
        told = [Story(self.programme, self.cast, name, family) for name in names]
        for story in told:
            story.until("papers")
        for story in told:
            words = {"family_words": "They decided so themselves."} if says == "decided_apart" else {}
            story.go(**({"family": says or "together"} | words if family else {}))
            story.exit()
        self.stories += told
        return [story.case for story in told]

    def do(self, act: str, by: Actor | None = None, **said: Any) -> str:
        entry = said.pop("entry", "") or new_id()
        getattr(actions, act)(by or self.cast.lina, convoy=said.pop("convoy", self.id), entry=entry, **said)
        return entry

    def seat(self, *people: str, **said: Any) -> str:
        return self.do("put_on_convoy", people=people, **said)

    def depart(self, **said: Any) -> str:
        return self.do("depart_convoy", **{"on": today(), **said})

    def hand_over(self, *people: str, **said: Any) -> str:
        said = {"on": today(), "receiver": "The ministry", "receipt": "R-9", **said}
        return self.do("hand_over_convoy", people=people, **said)

    @property
    def seated(self) -> list[str]:
        return seated(self.id)

    @property
    def state(self) -> str:
        return convoy_for(self.cast.lina, self.id).state
