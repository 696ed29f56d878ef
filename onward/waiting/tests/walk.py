"""A resident whose way is walked step by step, day by day, for tests."""

from datetime import date, timedelta

from msgspec.structs import replace

from onward.access.rules import Actor
from onward.cases.events import CaseEvent, CaseWorkerAssigned, Holder
from onward.cases.models import Case
from onward.kit.dates import start_of, telling
from onward.kit.ids import new_id
from onward.waiting.events import BlockLifted
from onward.waiting.queries import way_after
from onward.waiting.tests.opening import Arrived
from tests.cast import Cast
from tests.programme import Programme

NOON = timedelta(hours=12)


class Walk:
    """Opens the case on `day`, at a site, with Sami as its case worker from the first day."""

    def __init__(self, programme: Programme, cast: Cast, day: date) -> None:
        self.programme, self.cast, self.id = programme, cast, new_id()
        arrived = Arrived(
            case_name="Quiet Cedar", group="", language="fr", site=cast.east, custody=cast.group, pathway="default"
        )
        self.step(day, "received", event=arrived)
        sami = Holder(kind="staff", id=cast.sami.id, name=cast.sami.name, office="case_worker")
        self.say(day, CaseWorkerAssigned(worker=sami), by=cast.salma)

    @property
    def case(self) -> Case:
        """The resident as the tables now have them."""
        return Case.objects.get(id=self.id)

    def say(self, day: date, event: CaseEvent, *, entry: str = "", by: Actor | None = None) -> None:
        """Append an event at noon of a day, recorded then."""
        with telling(start_of(day) + NOON):
            author = (by or self.cast.sami).id
            self.programme.say(event, stream=self.id, id=entry or new_id(), by=author, happened_at=start_of(day) + NOON)

    def step(
        self, day: date, *done: str, event: CaseEvent | None = None, held_by: Holder | None = None, **facts: str
    ) -> None:
        """Do steps of the way on a day; what that opens is held by `held_by`, or by whoever has the office."""
        entry, first = new_id(), Case.objects.filter(id=self.id).first()
        newcomer = event or BlockLifted(block="")
        way = way_after(first or _Newcomer(self), done=done, facts=facts, entry_id=entry)
        opens = tuple(replace(one, holder=held_by or one.holder) for one in way.opens)
        self.say(day, replace(newcomer, opens=opens, closes=way.closes, facts=way.facts), entry=entry)


class _Newcomer:
    def __init__(self, walk: Walk) -> None:
        self.id, self.site, self.custody = walk.id, walk.cast.east, walk.cast.group
