"""Who is told that something is late: whoever stands above its holder, and of what is closed whoever may open it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from onward.access.queries import named_holders
from onward.access.rules.compartments import TOLD_OF, offices_that_open
from onward.access.rules.grants import SITE
from onward.cases.events import Holder
from onward.journal.compartments import RECORD
from onward.waiting.queries import is_independent
from onward.waiting.rules.clocks import colleague, recipient

if TYPE_CHECKING:
    from onward.access.models import Staff
    from onward.waiting.models import Matter


class Tellers:
    """The people in each office at each site, each office looked up once in a run."""

    def __init__(self, ladder: dict[str, int]) -> None:
        self.ladder = ladder
        self._known: dict[tuple[str, str], list[Staff]] = {}
        self._independent: dict[tuple[str, str], bool] = {}

    def told(self, matter: "Matter", level: int, *, site: str, host: str) -> tuple[Holder, tuple[str, ...]]:
        """Who is told of a matter at a level, and the offices passed over.

        Of what lies in a compartment nobody of those who keep the person is. Where it is not even to be known that
        something is owed there, the next one is told of those whose work it is, and nobody above them.
        """
        if matter.compartment in TOLD_OF:
            return recipient(level, ladder=self.ladder, held_by=matter.holder_id, find=self._find(matter, site, host))
        offices = sorted(offices_that_open(matter.compartment), key=lambda office: office != matter.office)
        found = [one for office in offices for one in self._apart(office, site, host)]
        return colleague(level, found, held_by=matter.holder_id) or Holder(office=offices[0]), ()

    def _find(self, matter: "Matter", site: str, host: str) -> Callable[[str], Holder | None]:
        if matter.compartment == RECORD:
            return lambda office: next((_holder(office, one) for one in self._staff(office, site)), None)
        return lambda office: next(iter(self._apart(office, site, host) if office != SITE else ()), None)

    def _apart(self, office: str, site: str, host: str) -> list[Holder]:
        return [_holder(office, one) for one in self._staff(office, site) if self._is_independent(one, host)]

    def _staff(self, office: str, site: str) -> "list[Staff]":
        if (office, site) not in self._known:
            self._known[office, site] = named_holders(office, site)
        return self._known[office, site]

    def _is_independent(self, staff: "Staff", host: str) -> bool:
        key = staff.organisation, host
        if key not in self._independent:
            self._independent[key] = is_independent(staff.organisation, host)
        return self._independent[key]


def _holder(office: str, staff: "Staff") -> Holder:
    return Holder(kind="staff", id=staff.id, name=staff.name, office=office)
