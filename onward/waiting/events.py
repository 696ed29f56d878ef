"""What may happen to a matter besides being opened and closed by other events."""

from typing import ClassVar

from onward.cases.events import CaseEvent


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

    matter: str
    words: str = ""


class MatterReleased(CaseEvent, frozen=True, kw_only=True):
    """A member of staff left or went on to other work: what they owed is nobody's until it is handed on (`holds`)."""

    final: ClassVar[bool] = True

    staff: str
