"""Who works on a resident's case."""

from typing import ClassVar

from onward.cases.events.shape import CaseEvent, Holder


class CaseWorkerAssigned(CaseEvent, frozen=True, kw_only=True):
    """A named member of staff now works on the case; what was owed by the case worker is theirs (`holds`)."""

    worker: Holder


class CaseWorkerLeft(CaseEvent, frozen=True, kw_only=True):
    """The case worker left the staff: the resident has none until another is named."""

    final: ClassVar[bool] = True

    worker: str
