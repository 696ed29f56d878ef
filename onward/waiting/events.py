"""What may happen to a matter besides being opened and closed by other events."""

from datetime import date
from typing import ClassVar

import msgspec

from onward.cases.events import CaseEvent, Holder


class BlockDeclared(CaseEvent, frozen=True, kw_only=True):
    """A step cannot go on because of something else: `what` says what is missing, `matter` is the matter it holds up.

    From that day the days belong to whoever owes the missing thing (`opens`), until the block is lifted.
    """

    matter: str
    what: str
    words: str = ""


class BlockLifted(CaseEvent, frozen=True, kw_only=True):
    """What was missing is there: the step it held up goes on."""

    correctable: ClassVar[tuple[str, ...]] = ("words",)

    block: str
    words: str = ""


class MatterHanded(CaseEvent, frozen=True, kw_only=True):
    """A matter passed into the hands of a named person or outside body (`holds`)."""

    among_staff: ClassVar[bool] = True

    matter: str
    words: str = ""


class MattersPassed(CaseEvent, frozen=True, kw_only=True):
    """What one member of staff owed a resident passed to another with the case (`holds`)."""

    final: ClassVar[bool] = True
    among_staff: ClassVar[bool] = True

    staff: str
    to: Holder


class MatterReleased(CaseEvent, frozen=True, kw_only=True):
    """A member of staff left or went on to other work: what they owed is nobody's until it is handed on (`holds`)."""

    final: ClassVar[bool] = True
    among_staff: ClassVar[bool] = True

    staff: str


class OverrunExplained(CaseEvent, frozen=True, kw_only=True):
    """Why a matter takes longer than its norm, as its holder says: `reason` is a code, `words` are their own."""

    correctable: ClassVar[tuple[str, ...]] = ("reason", "words")

    matter: str
    reason: str
    words: str = ""


class Rung(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One rung of the ladder: when it should have been told, who was, and the offices passed over."""

    level: int
    fell_on: date
    to: Holder = Holder()
    passed: tuple[str, ...] = ()


class MatterEscalated(CaseEvent, frozen=True, kw_only=True):
    """A matter is past its norm, and somebody above its holder was told; it stays in its holder's hands.

    Written by the clocks. `level` counts the rungs of the ladder from 1; `to` is who was told, by name, or nobody
    where no office from there on has a person; `passed` are the offices that were passed over because they have
    none. `due` is the day on which the matter was due, `fell_on` the day on which this level should have been told:
    a run that was missed is made up for later, and both days stay on record. `below` are the rungs under this one
    that were told by the same run, lowest first. It names no more of the matter than its id.
    """

    final: ClassVar[bool] = True
    quiet: ClassVar[bool] = True

    matter: str
    level: int
    due: date
    fell_on: date
    to: Holder = Holder()
    passed: tuple[str, ...] = ()
    below: tuple[Rung, ...] = ()

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """Every rung that this tells, lowest first."""
        return (*self.below, Rung(level=self.level, fell_on=self.fell_on, to=self.to, passed=self.passed))
