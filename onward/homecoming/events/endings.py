"""How a stay ends, other than by an arrival; births; and what is owed once a stay has ended."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Literal

from onward.cases.events import CaseClosedEvent, CaseOpenedEvent
from onward.homecoming.events.way import OnwardEvent

Cause = Literal["illness", "injury", "birth", "accident", "violence", "not_known", ""]
Receiver = Literal["programme", "authority"]
Concern = Literal["found_safe", "found_elsewhere", "not_found", "answered", "confirmed", "told"]
VisitOutcome = Literal["met", "declined", "not_reached"]
VisitHow = Literal["in_person", "phone", "partner", ""]
Wellbeing = Literal["well", "mixed", "hard", "in_danger", "not_said", ""]
Closing = Literal["visits_done", "visits_declined", "not_reached", "no_visits_due", "other"]


class ResidentLeft(OnwardEvent, frozen=True, kw_only=True):
    """The resident left by themselves; the stay ends. Nobody is owed a reason."""

    compartments: ClassVar[Mapping[str, str]] = {"words": "legal", "whereto": "legal"}

    words: str = ""
    whereto: str = ""


class TransferSigned(OnwardEvent, frozen=True, kw_only=True):
    """Another programme, or an authority, signed for the resident, who is in its care from that day; the stay ends.

    `agreed`: they said so themselves. To an authority only after both checks and the authorised exit.
    """

    compartments: ClassVar[Mapping[str, str]] = {"received_by": "legal", "words": "legal"}

    to: Receiver
    receiver: str
    receipt: str
    agreed: bool
    office: str = ""
    received_by: str = ""
    words: str = ""


class Died(OnwardEvent, frozen=True, kw_only=True):
    """The resident died; the stay ends on that day. A second person confirms it.

    `relatives_told` is whether their relatives know; until then, a named person owes them that.
    """

    compartments: ClassVar[Mapping[str, str]] = {"cause": "health", "told_whom": "legal", "words": "legal"}

    relatives_told: bool
    cause: Cause = ""
    told_whom: str = ""
    words: str = ""


class Disappeared(OnwardEvent, frozen=True, kw_only=True):
    """The resident was last seen on that day, and nobody knows where they are; the stay ends, the search begins."""

    compartments: ClassVar[Mapping[str, str]] = {"words": "legal"}

    words: str = ""


class ForciblyTaken(OnwardEvent, frozen=True, kw_only=True):
    """Somebody took the resident away by force; the stay ends, and coordinator and oversight are called at once.

    Never taken back: nobody may be pressed to call off the call. Who is here again after all has their stay resumed.
    """

    final: ClassVar[bool] = True
    compartments: ClassVar[Mapping[str, str]] = {"by_whom": "legal", "words": "legal"}

    by_whom: str = ""
    words: str = ""


class ConcernSettled(OnwardEvent, frozen=True, kw_only=True):
    """What stayed open after the end of a stay is settled: a search, an urgent matter, a confirmation, the telling."""

    compartments: ClassVar[Mapping[str, str]] = {"words": "legal"}

    matter: str
    outcome: Concern
    words: str = ""


class StayResumed(OnwardEvent, frozen=True, kw_only=True):
    """The resident is here again: a new stay begins in the same file, and the one before stays as it ended.

    That it was safe to go was found of other circumstances: it is found anew (`facts`: `return` is empty). Whoever was
    handed over before stays with those who signed until a second person says that they are back. Never taken back,
    since that would give it back, and the end of the stay.
    """

    final: ClassVar[bool] = True
    compartments: ClassVar[Mapping[str, str]] = {"words": "legal"}

    site: str
    words: str = ""


class BirthRecorded(OnwardEvent, frozen=True, kw_only=True):
    """The resident gave birth; `child` is the child's own file."""

    final: ClassVar[bool] = True

    child: str


class ChildBorn(CaseOpenedEvent, frozen=True, kw_only=True):
    """A child was born here: their own file opens, and their stay begins with their life. `mother` is her case."""

    compartments: ClassVar[Mapping[str, str]] = {"born_at": "identity"}

    mother: str
    born_at: str = ""


class VisitRecorded(OnwardEvent, frozen=True, kw_only=True):
    """A visit after the arrival: met, declined (which is theirs to do), or not reached, which leaves it owed.

    Nothing but the outcome is kept unless they were met and agreed.
    """

    compartments: ClassVar[Mapping[str, str]] = {"words": "legal"}

    visit: str
    outcome: VisitOutcome
    how: VisitHow = ""
    wellbeing: Wellbeing = ""
    raised: tuple[str, ...] = ()
    words: str = ""


class FileClosed(OnwardEvent, CaseClosedEvent, frozen=True, kw_only=True):
    """Nothing more is owed to somebody whose stay has ended. Until `keep_until` the file is kept."""

    reason: Closing
    keep_until: date

    @property
    def kept_until(self) -> date:
        """As said."""
        return self.keep_until
