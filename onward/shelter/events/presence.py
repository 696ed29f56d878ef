"""Who was seen at a site, who has not been for too long, and who wants to move."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from onward.cases.events import CaseEvent
from onward.journal.compartments import LEGAL
from onward.journal.events import Event

How = Literal["roster", "scan"]
Became = Literal["seen", "on_leave", "hospital", "elsewhere"]
Wants = Literal["block", "site", "together"]
Answer = Literal["agreed", "later", "refused"]


class PresenceTaken(Event, frozen=True, kw_only=True):
    """These people were seen at a site: ticked on a page, or by their cards. The stream is the site.

    It never says who was not: two pages filled in at once lose nothing of each other.
    """

    present: tuple[str, ...]
    how: How = "roster"
    by_name: str = ""


class AbsenceLimitChanged(Event, frozen=True, kw_only=True):
    """After how many days without being seen somebody is looked for at this site; 0: never. The stream is the site."""

    days: int


class AbsenceNoted(CaseEvent, frozen=True, kw_only=True):
    """Somebody has not been seen at their site for so many days, and a named person finds out why. Said by the clocks.

    It ends nothing: whoever is missing has that said of them by a person.
    """

    quiet: ClassVar[bool] = True
    final: ClassVar[bool] = True

    site: str
    days: int


class AbsenceEnded(CaseEvent, frozen=True, kw_only=True):
    """Somebody who was not seen was seen again, or it is known where they are and that they mean to come back."""

    final: ClassVar[bool] = True
    compartments: ClassVar[Mapping[str, str]] = {"words": LEGAL}

    became: Became = "seen"
    words: str = ""
    by_name: str = ""


class MoveAsked(CaseEvent, frozen=True, kw_only=True):
    """A resident asked to live elsewhere: in another block, at another site, or with somebody.

    `words` say why, and are not for those who keep them. `noted_by` is empty when the resident wrote it.
    """

    compartments: ClassVar[Mapping[str, str]] = {"words": LEGAL}

    wants: Wants = "block"
    words: str = ""
    noted_by: str = ""


class MoveAnswered(CaseEvent, frozen=True, kw_only=True):
    """A resident who asked to live elsewhere was answered, with a reason that they read on their own page."""

    final: ClassVar[bool] = True
    compartments: ClassVar[Mapping[str, str]] = {"words": LEGAL}

    asked: str
    answer: Answer
    words: str = ""
    by_name: str = ""
