"""Who works on a resident's case."""

from collections.abc import Mapping
from typing import ClassVar

from onward.cases.events.shape import CaseEvent, Holder
from onward.journal.compartments import LEGAL


class CaseWorkerAssigned(CaseEvent, frozen=True, kw_only=True):
    """A named member of staff now works on the case; what was owed by the case worker is theirs (`holds`)."""

    among_staff: ClassVar[bool] = True

    worker: Holder


class CasePassed(CaseEvent, frozen=True, kw_only=True):
    """A case worker passed the case on: from now on it is `worker`'s, with what was owed (`holds`).

    `before` is who had it. `words` are what the next one needs to know; the next one owes reading them (`opens`).
    """

    compartments: ClassVar[Mapping[str, str]] = {"words": LEGAL}
    final: ClassVar[bool] = True
    among_staff: ClassVar[bool] = True

    worker: Holder
    before: Holder = Holder()
    words: str = ""


class HandoverNoted(CaseEvent, frozen=True, kw_only=True):
    """The new case worker read what was handed over, and knows the person."""

    final: ClassVar[bool] = True
    among_staff: ClassVar[bool] = True

    handover: str


class CaseWorkerLeft(CaseEvent, frozen=True, kw_only=True):
    """The case worker left the staff: the resident has none until another is named."""

    final: ClassVar[bool] = True
    among_staff: ClassVar[bool] = True

    worker: str
