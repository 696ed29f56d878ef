"""What a resident asks for, and how they are answered."""

from typing import ClassVar

from onward.cases.events import CaseEvent


class QuestionAsked(CaseEvent, frozen=True, kw_only=True):
    """A resident asked a question, in their own words: themselves, at their own page, or through staff.

    `noted_by` is empty when the resident wrote it; `matter` is the answer owed, which this entry opens.
    """

    correctable: ClassVar[tuple[str, ...]] = ("words",)

    words: str
    matter: str
    language: str = ""
    noted_by: str = ""


class QuestionAnswered(CaseEvent, frozen=True, kw_only=True):
    """A named member of staff answered a resident's question; the resident reads it on their own page.

    `question` is the entry that asked.
    """

    correctable: ClassVar[tuple[str, ...]] = ("words",)

    question: str
    words: str
    language: str = ""
    by_name: str = ""
