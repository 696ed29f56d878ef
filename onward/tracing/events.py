"""Two files of one person, linked without either being rewritten; and relatives who may be told of each other.

All of it is said beside the names: whoever keeps these people learns nothing of it. Nothing of it is withdrawn by a
correction; each has an act of its own that undoes it, so that what was taken back never holds again by itself.
"""

from typing import ClassVar

from onward.cases.events import CaseEvent
from onward.journal.compartments import IDENTITY


class SamePersonProposed(CaseEvent, frozen=True, kw_only=True):
    """Somebody holds that this file and `other` are of one person, and why. A second person decides (`opens`)."""

    final: ClassVar[bool] = True
    closed: ClassVar[str | None] = IDENTITY

    other: str
    words: str


class SamePersonConfirmed(CaseEvent, frozen=True, kw_only=True):
    """A second person agreed: the two files are linked. Neither is changed by it."""

    final: ClassVar[bool] = True
    closed: ClassVar[str | None] = IDENTITY

    proposed: str


class FilesParted(CaseEvent, frozen=True, kw_only=True):
    """A link, or what was proposed, holds no longer, and why. Nothing of either file is lost by it."""

    final: ClassVar[bool] = True
    closed: ClassVar[str | None] = IDENTITY

    proposed: str
    words: str


class NotSamePersonNoted(CaseEvent, frozen=True, kw_only=True):
    """This file and `other` are not of one person (or, `about` relatives, not who is sought): not offered again."""

    final: ClassVar[bool] = True
    closed: ClassVar[str | None] = IDENTITY

    other: str
    about: str
    words: str = ""


class TellingAgreed(CaseEvent, frozen=True, kw_only=True):
    """The person agrees that relatives who look for them, or for whom they look, are told where to reach them.

    Everybody is asked the same, whether anybody looks for them or not. `themselves`: they said it at the door.
    """

    final: ClassVar[bool] = True
    closed: ClassVar[str | None] = IDENTITY

    themselves: bool = False


class TellingEnded(CaseEvent, frozen=True, kw_only=True):
    """The person no longer agrees: from now on nobody is told anything."""

    final: ClassVar[bool] = True
    closed: ClassVar[str | None] = IDENTITY

    themselves: bool = False


class SearchEnded(CaseEvent, frozen=True, kw_only=True):
    """The person no longer wants that relative to be looked for."""

    final: ClassVar[bool] = True
    closed: ClassVar[str | None] = IDENTITY

    sought: str


class RelativeTold(CaseEvent, frozen=True, kw_only=True):
    """The person was told of `other`, a relative, after both had agreed; said in the files of both."""

    final: ClassVar[bool] = True
    closed: ClassVar[str | None] = IDENTITY

    other: str
    sought: str
