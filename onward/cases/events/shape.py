"""What may happen to a resident, and the shape that every event of a case has."""

from abc import abstractmethod
from datetime import date
from typing import ClassVar, Literal

import msgspec

from onward.journal.events import Event

HolderKind = Literal["staff", "body", "resident", "nobody"]
MayLeave = Literal["yes", "no", "limits", "not_said"]


class Holder(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who owes a matter: a named member of staff, a named outside body, the resident, or nobody.

    A role without a person behind it is `nobody`: `office` then still says which role it should have been.
    """

    kind: HolderKind = "nobody"
    id: str = ""
    name: str = ""
    office: str = ""


class Move(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where an event moves the case. None leaves as it was; an empty string clears."""

    site: str | None = None
    place: str | None = None
    custody: str | None = None


class Opens(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A matter that an event opens.

    `kind`: step, transfer, need, question, review, block ...; `what`: the step's id or the matter's own code;
    `holder`: who owes it; `norm`: days it should take, or None; `warn`: days before
    that from which it is due soon, or None for the programme's share of the norm; `rank`: place in the pathway
    (0 is earliest, a transfer under way is -1); `reason`: why it waits, in words or a code; `blocks`: the id of the
    matter it blocks; `compartment`: where its title lives ("record" for what all staff of the case may read).
    """

    id: str
    kind: str
    what: str
    holder: Holder = Holder()
    norm: int | None = None
    warn: int | None = None
    rank: int = 0
    reason: str = ""
    blocks: str = ""
    compartment: str = "record"


class Closes(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A matter that an event closes, and how: done, refused, withdrawn, cancelled or superseded."""

    id: str
    outcome: str = "done"


class Holds(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A matter that an event puts into other hands, or gives another reason."""

    id: str
    holder: Holder
    reason: str = ""


class CaseEvent(Event, frozen=True, kw_only=True):
    """Base of every event in a case's stream: what it moves, opens, closes and hands over, stored with it.

    Stored, not computed again later: an edited pathway or a changed duty roster never rewrites history.
    `facts` are what the pathway's `when` reads (`{"wish": "home"}`); `stage` among them is where the case now
    stands, and `ended` how the stay ended. `pathway` starts or changes the pathway. `why` is what the person who
    acted says of it, free text, mostly empty.

    `final`: once said it can be neither corrected nor withdrawn, since that would give back what it took away, or
    hide what was done. `among_staff`: it says who does the work; for the person nothing has happened. `correctable`
    are the fields that a correction may say anew; what else the entry says was decided by rules, so it is withdrawn
    and done anew.
    """

    final: ClassVar[bool] = False
    among_staff: ClassVar[bool] = False
    correctable: ClassVar[tuple[str, ...]] = ()

    moves: Move | None = None
    opens: tuple[Opens, ...] = ()
    closes: tuple[Closes, ...] = ()
    holds: tuple[Holds, ...] = ()
    facts: dict[str, str] = {}
    pathway: str = ""
    why: str = ""


class CaseOpenedEvent(CaseEvent, frozen=True, kw_only=True):
    """Base of the events that open a case: the person is here from now on, and somebody answers for them.

    `case_name` is drawn by lot; `site` and `custody` are ids; `sex` (woman, man, other) and `age` (a band) are as
    seen or said and serve safe places only; `family` is the id of a family, `companions` are cases. `liberty_*`
    is whether the person may leave, by whose order and on what ground, from the first day: "" = none given.
    """

    correctable: ClassVar[tuple[str, ...]] = (
        "language",
        "sex",
        "age",
        "liberty_may_leave",
        "liberty_by",
        "liberty_ground",
    )

    case_name: str
    language: str
    site: str
    custody: str = ""
    sex: str = ""
    age: str = ""
    family: str = ""
    companions: tuple[str, ...] = ()
    liberty_may_leave: MayLeave = "not_said"
    liberty_by: str = ""
    liberty_ground: str = ""


class CaseClosedEvent(CaseEvent, frozen=True, kw_only=True):
    """Base of the events that close a file. It adds no field of its own, so that an event may have another base too."""

    @property
    @abstractmethod
    def kept_until(self) -> date:
        """The last day on which nobody may have the file erased because its time is over."""
