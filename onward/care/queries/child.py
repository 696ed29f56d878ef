"""What was assessed of a child, read from the journal by those who open it."""

from typing import TYPE_CHECKING

from onward.access.rules import Actor
from onward.care.events import ChildAssessed
from onward.cases.queries import may_open
from onward.journal.compartments import CHILD
from onward.journal.entries import Entry
from onward.journal.reading import effective
from onward.waiting.queries import matters_of, way_state

if TYPE_CHECKING:
    from onward.cases.models import Case

CHILDREN = ("child", "in_doubt")


def is_child(case: str) -> bool:
    """Whether this resident is a child, or may be one, as the way holds it."""
    return way_state(case)[1].get("age", "") in CHILDREN


def found_adult(case: str) -> bool:
    """Whether two people have determined that they are an adult."""
    return way_state(case)[1].get("age", "") == "adult"


def assessments_of(actor: Actor, case: "Case") -> list[tuple[Entry, ChildAssessed]]:
    """What was assessed, latest first; nothing for whoever does not open it."""
    if not may_open(actor, case, CHILD):
        return []
    every = [(entry, entry.event) for entry in effective(case.id, opens=(CHILD,))]
    return [(entry, event) for entry, event in reversed(every) if isinstance(event, ChildAssessed)]


def assessments_owed(case: str) -> list[str]:
    """The open matters that an assessment closes."""
    return [one.id for one in matters_of(case) if one.kind == "assessment" and one.closed_on is None]
