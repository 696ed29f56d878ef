"""What keeps people safe from each other, and children from being alone."""

from datetime import date
from typing import ClassVar, Literal

from onward.cases.events import CaseEvent
from onward.journal.compartments import CHILD, LEGAL

Strength = Literal["block", "site"]
AskedBy = Literal["resident", "family", "staff", "other"]
CareKind = Literal["carer", "supervised"]


class KeepingApartAsked(CaseEvent, frozen=True, kw_only=True):
    """Somebody is kept apart from another resident (`other`), or from whoever threatens them from outside (`threat`).

    Said whole in a closed compartment: whoever houses them learns only that a place is not suitable. `strength`: not
    in the same block, or not at the same site; `avoid_site` is a site that they are not sent to. Holds until it is
    said to be over (`KeepingApartEnded`).
    """

    closed: ClassVar[str | None] = LEGAL
    final: ClassVar[bool] = True

    other: str = ""
    strength: Strength = "block"
    avoid_site: str = ""
    threat: str = ""
    asked_by: AskedBy = "resident"
    by_name: str = ""


class KeepingApartEnded(CaseEvent, frozen=True, kw_only=True):
    """Somebody need not be kept apart any more; `apart` is the entry that asked for it, `why` says who says so."""

    closed: ClassVar[str | None] = LEGAL
    final: ClassVar[bool] = True

    apart: str
    by_name: str = ""


class ApartSettled(CaseEvent, frozen=True, kw_only=True):
    """Two who were too near each other are not any more: somebody moved. They are kept apart as before."""

    closed: ClassVar[str | None] = LEGAL
    final: ClassVar[bool] = True

    apart: str


class InterimCareArranged(CaseEvent, frozen=True, kw_only=True):
    """A child who is alone has somebody: a carer among the residents, or a place where staff are day and night.

    `decided_by` are those who decided, `review_on` the day by which it is looked at again. The whole is said again
    when it changes; the one before is then over.
    """

    closed: ClassVar[str | None] = CHILD
    final: ClassVar[bool] = True

    arrangement: CareKind
    carer: str = ""
    place: str = ""
    decided_by: str = ""
    review_on: date
    words: str = ""
    by_name: str = ""
