"""The list of residents: a page of it, at the cost of a fixed number of questions to the database."""

from typing import TYPE_CHECKING, NamedTuple

from onward.access.rules import Actor
from onward.cases.queries import cases_for
from onward.desk.rules import stages
from onward.kit.dates import today
from onward.places.queries import names_of
from onward.waiting.queries import Present, present_steps

if TYPE_CHECKING:
    from onward.cases.models import Case

SIZE = 25


class Row(NamedTuple):
    """One resident as the list shows them."""

    case: "Case"
    site: str
    stage: str
    days: int
    present: Present | None


class Page(NamedTuple):
    """A page of residents; `after` is where the next one begins, empty at the end."""

    rows: list[Row]
    after: str


def residents_for(actor: Actor, *, site: str = "", stage: str = "", everyone: bool = False, after: str = "") -> Page:
    """Residents in the actor's reach, latest arrival first; `everyone`: those whose stay has ended as well."""
    ended = None if everyone else False
    cases = cases_for(actor, after=after, site=site, stage=stage, ended=ended, size=SIZE + 1)
    shown = cases[:SIZE]
    present = present_steps([case.id for case in shown if case.ended_on is None])
    sites = names_of({case.site for case in shown})
    words = stages()
    rows = [
        Row(case, sites.get(case.site, ""), words.get(case.stage, ""), days_here(case), present.get(case.id))
        for case in shown
    ]
    return Page(rows, shown[-1].id if len(cases) > SIZE else "")


def days_here(case: "Case") -> int:
    """The days of a stay so far, or in all."""
    return max(0, ((case.ended_on or today()) - case.arrived_on).days)
