"""How long a file is kept; that its erasure is asked for, agreed to, stopped; that it is begun and done.

What is said before the act stands in the file itself, and goes with it. The act has a stream of its own: it names no
more of the person than the number that their file had.
"""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Literal

from onward.cases.events import CaseEvent
from onward.journal.events import Event

Ground = Literal["own_request", "time_is_over"]
Stopped = Literal["taken_back", "refused", "changed"]


class ErasureAsked(CaseEvent, frozen=True, kw_only=True):
    """It was asked that this file be erased: on the person's own request, or because its time is over.

    `themselves`: they asked at the door; else a member of staff noted it for them. A second person decides
    (`opens`). `words` is what they said to it, sealed as legal.
    """

    final: ClassVar[bool] = True
    compartments: ClassVar[Mapping[str, str]] = {"words": "legal"}

    ground: Ground
    themselves: bool = False
    organisation: str = ""
    words: str = ""


class ErasureConfirmed(CaseEvent, frozen=True, kw_only=True):
    """A second person, of another organisation, agreed. Until the end of `undo_until` it can be stopped.

    `alone`: they spoke with the person alone, who wants it, and whom nobody pressed.
    """

    final: ClassVar[bool] = True

    asked: str
    undo_until: date
    alone: bool = False


class ErasureStopped(CaseEvent, frozen=True, kw_only=True):
    """It is not erased: the person took it back, a second person refused, or things have changed."""

    final: ClassVar[bool] = True
    compartments: ClassVar[Mapping[str, str]] = {"words": "legal"}

    asked: str
    reason: Stopped
    words: str = ""


class EndNoted(CaseEvent, frozen=True, kw_only=True):
    """The time for which a closed file is kept is over soon. Written by the clocks: somebody is to decide (`opens`)."""

    final: ClassVar[bool] = True
    quiet: ClassVar[bool] = True

    keep_until: date


class KeepingProlonged(CaseEvent, frozen=True, kw_only=True):
    """A closed file is kept longer, and why."""

    final: ClassVar[bool] = True

    until: date
    reason: str


class FileHeld(CaseEvent, frozen=True, kw_only=True):
    """Oversight keeps the file: nothing of it is erased until that ends. `words` is the ground, sealed as legal."""

    final: ClassVar[bool] = True
    compartments: ClassVar[Mapping[str, str]] = {"words": "legal"}

    words: str = ""


class FileReleased(CaseEvent, frozen=True, kw_only=True):
    """Oversight keeps the file no longer."""

    final: ClassVar[bool] = True
    compartments: ClassVar[Mapping[str, str]] = {"words": "legal"}

    words: str = ""


class ErasureBegun(Event, frozen=True, kw_only=True):
    """The time to stop it is over: from now on the file `case` is gone from every page, and its keys are destroyed.

    The two people are named, and on which days; a person who asked at the door is nobody here.
    """

    case: str
    ground: Ground
    themselves: bool
    asked_on: date
    asked_by: str
    confirmed_on: date
    confirmed_by: str


class FileErased(Event, frozen=True, kw_only=True):
    """Keys, rows and sealed papers are gone, here. Until `copies_until` copies of the keyring may open it."""

    copies_until: date
