"""A screening: who does it, from when until when, and how it came out. Its content is never kept here."""

from typing import ClassVar, Literal

from onward.cases.events.shape import CaseEvent, Holder

ScreeningResult = Literal["nothing_further", "referred", "not_completed", "withdrawn"]


class ScreeningBegun(CaseEvent, frozen=True, kw_only=True):
    """A screening of the person began, by a named member of staff or a named body outside (`by`).

    It opens the matter `screening`, which may be declared to block a step. What is asked and found is not kept.
    """

    screening: str
    by: Holder


class ScreeningEnded(CaseEvent, frozen=True, kw_only=True):
    """A screening ended, with a result from a short list: a code, never content."""

    correctable: ClassVar[tuple[str, ...]] = ("result",)

    screening: str
    result: ScreeningResult
