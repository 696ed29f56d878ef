"""What is a person's own: talks with a counsellor, and their plan. Sealed in a compartment that no role opens."""

from typing import ClassVar, Literal

from onward.journal.events import Event

What = Literal["talks", "plan"]


class OwnEvent(Event, frozen=True, kw_only=True):
    """Base of what is the person's own; whoever wrote a talk, and whom the person named, reads it with them."""

    closed: ClassVar[str | None] = "own"


class TalkNoted(OwnEvent, frozen=True, kw_only=True):
    """A counsellor notes a talk that they held with the person."""

    words: str
    by_name: str
    language: str = ""
    interpreter: str = ""


class GoalNoted(OwnEvent, frozen=True, kw_only=True):
    """A goal of the person, in their own words: the steps they see, what helped, whether they reached it.

    `goal` is the first entry that named it, "" in that entry itself; the whole is said again, and the latest stands.
    """

    words: str
    goal: str = ""
    steps: str = ""
    helped: str = ""
    reached: bool = False
    dropped: bool = False


class ReadingAllowed(OwnEvent, frozen=True, kw_only=True):
    """The person lets a named member of staff read their plan, or what was noted of their talks."""

    what: What
    staff: str


class ReadingStopped(OwnEvent, frozen=True, kw_only=True):
    """The person lets them no longer."""

    what: What
    staff: str
