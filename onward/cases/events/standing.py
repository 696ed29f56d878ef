"""How a person stands: may they leave, and who works on their case."""

from typing import ClassVar

from onward.cases.events.shape import CaseEvent, Holder, MayLeave


class LibertyRecorded(CaseEvent, frozen=True, kw_only=True):
    """Whether the person may leave, by whose order, on what ground ("" = none given), and when they were told.

    `limits` says what "within limits" means. `told_on` is an ISO date, or "" if they were not told.
    """

    correctable: ClassVar[tuple[str, ...]] = ("may_leave", "by", "ground", "limits")

    may_leave: MayLeave
    by: str = ""
    ground: str = ""
    limits: str = ""
    told_on: str = ""


class CaseWorkerAssigned(CaseEvent, frozen=True, kw_only=True):
    """A named member of staff now works on the case; what was owed by the case worker is theirs (`holds`)."""

    worker: Holder


class CaseWorkerLeft(CaseEvent, frozen=True, kw_only=True):
    """The case worker left the staff: the resident has none until another is named."""

    final: ClassVar[bool] = True

    worker: str
