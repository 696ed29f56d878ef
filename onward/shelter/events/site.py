"""What happened at a site that made somebody unsafe, and what was measured there."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Literal

from onward.cases.events import CaseEvent
from onward.journal.compartments import LEGAL
from onward.journal.events import Event

Sort = Literal["violence", "threat", "fire", "weather", "accident", "theft", "self_harm", "other"]
Measured = Literal["covered_area", "latrines", "washing", "taps", "water"]


class IncidentRecorded(Event, frozen=True, kw_only=True):
    """Somebody was unsafe at a site. The stream is the incident's own; who was in it and what happened is sealed.

    `safe_now` is who is safe now and where, `done` what was done; `holder` follows it up by `due`.
    """

    compartments: ClassVar[Mapping[str, str]] = {"people": LEGAL, "words": LEGAL, "safe_now": LEGAL, "done": LEGAL}

    sort: Sort
    site: str
    block: str = ""
    people: tuple[str, ...] = ()
    words: str = ""
    safe_now: str = ""
    done: str = ""
    holder: str
    holder_name: str = ""
    due: date


class IncidentFollowed(Event, frozen=True, kw_only=True):
    """What was done about an incident since; `due` is when it is looked at again, or None when it is over."""

    compartments: ClassVar[Mapping[str, str]] = {"words": LEGAL}

    words: str = ""
    due: date | None = None
    by_name: str = ""


class IncidentShared(CaseEvent, frozen=True, kw_only=True):
    """A resident was in an incident (`incident` is its stream); the first of them is owed the following up."""

    closed: ClassVar[str | None] = LEGAL
    final: ClassVar[bool] = True

    incident: str


class IncidentSettled(CaseEvent, frozen=True, kw_only=True):
    """An incident that a resident was in is over."""

    closed: ClassVar[str | None] = LEGAL
    final: ClassVar[bool] = True

    incident: str


class StandardMeasured(Event, frozen=True, kw_only=True):
    """Somebody measured or counted something at a site. The stream is the site."""

    what: Measured
    value: int
    by_name: str = ""
