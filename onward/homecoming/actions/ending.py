"""What every end of a stay shares, and what is said after it."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from msgspec.structs import replace

from onward.access.queries import staff_names
from onward.cases.events import Closes, Holder, Opens
from onward.cases.queries import office_holder
from onward.homecoming.actions.saying import AFTER_ARRIVAL, Step
from onward.homecoming.events import OnwardEvent
from onward.homecoming.queries import Afterwards, Standing
from onward.homecoming.rules import check_passed_on
from onward.homecoming.rules.endings import check_day_after, check_ended
from onward.kit.dates import today
from onward.kit.ids import derived_id
from onward.waiting.queries import way_state

SOON = 3


@dataclass(frozen=True, kw_only=True)
class End(Step):
    """One end of a stay: who says it, and what it leaves owed."""

    def end(self, event: OnwardEvent, how: str, *opens: Opens) -> None:
        """Say it: the stay ends that day, and only what `opens` are is owed any more."""
        self.say(replace(event, opens=opens, facts={"ended": how}))

    def owed(self, kind: str, what: str, holder: Holder, *, norm: int) -> Opens:
        """A matter that outlives the stay."""
        return Opens(id=derived_id(self.entry, kind, what), kind=kind, what=what, holder=holder, norm=norm)

    def second(self, what: str, *, kind: str = "confirm") -> Opens:
        """A second person confirms what was said: the coordinator, or oversight of what the coordinator said."""
        asked = self.office("coordinator")
        return self.owed(kind, what, self.office("oversight") if asked.id == self.by.id else asked, norm=SOON)

    def check_passed_on(self, standing: Standing) -> None:
        """A child, or whoever may be one, is given into no other hands before what is best for them is determined."""
        if standing.is_child:
            found = standing.determination
            check_passed_on(found.decision if found else "")

    def office(self, role: str) -> Holder:
        """Whoever holds an office at the resident's site."""
        return office_holder(role, self.case.site)

    def worker(self) -> Holder:
        """Their case worker, or the liaison where they have none."""
        worker = self.case.case_worker
        name = staff_names([worker]).get(worker, "") if worker else ""
        return Holder(kind="staff", id=worker, name=name, office="case_worker") if name else self.office("liaison")

    def visits(self) -> tuple[Opens, ...]:
        """The visits that fall due after an arrival: the first as the way says, the others as the programme does."""
        step = way_state(self.case.id)[0].step(AFTER_ARRIVAL)
        first = step.within if step is not None and step.within else 0
        days = [first, *(day for day in settings.FOLLOW_UP_DAYS if day > first)] if first else settings.FOLLOW_UP_DAYS
        holder = self.worker()
        return tuple(self.owed("visit", f"after_{day}", holder, norm=day) for day in days)


@dataclass(frozen=True, kw_only=True)
class After(Step):
    """Something said once the stay has ended: it opens no step of the way anew."""

    def check(self, *, not_before: date | None = None) -> None:
        """The stay has ended, the file is open, and the day is possible."""
        check_ended(self.case.ended_on, closed=Afterwards(self.case.id).closed is not None)
        check_day_after(self.on, ended_on=not_before or self.case.ended_on, today=today())

    def check_settling(self, alarm: bool) -> None:
        """As `check`; a call for help is answered even where they are here again."""
        if alarm and self.case.ended_on is None:
            check_day_after(self.on, ended_on=None, today=today())
        else:
            self.check()

    def finished(self) -> tuple[tuple[Opens, ...], tuple[Closes, ...]]:
        """The way's own step of the visits, where it has one: done with the first visit, on that day."""
        step = way_state(self.case.id)[0].step(AFTER_ARRIVAL)
        if step is None or Afterwards(self.case.id).visits:
            return (), ()
        holder = Holder(kind="staff", id=self.by.id, name=self.by.name)
        matter = derived_id(self.entry, "step", AFTER_ARRIVAL)
        opens = Opens(id=matter, kind="step", what=AFTER_ARRIVAL, holder=holder, norm=step.within, rank=step.rank)
        return (opens,), (Closes(id=matter),)
