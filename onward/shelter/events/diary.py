"""What is on at a site, for everybody to see; who may read it from elsewhere; what its residents' committee said.

The stream is the site. Nothing here names a resident.
"""

from datetime import date
from typing import Literal

import msgspec

from onward.journal.events import Event

Occasion = Literal["distribution", "clinic", "meeting", "celebration", "work", "other"]
Audience = Literal["everybody", "women", "men", "children"]


class OccasionPlanned(Event, frozen=True, kw_only=True):
    """Something takes place at a site on these days: what, where, when (HH:MM), for whom.

    Never an interview, a visit or a journey: those are somebody's own.
    """

    sort: Occasion
    title: str
    days: tuple[date, ...]
    begins: str
    minutes: int
    where: str = ""
    audience: Audience = "everybody"


class OccasionCancelled(Event, frozen=True, kw_only=True):
    """It does not take place on that day; `occasion` is one day of what was planned."""

    occasion: str
    reason: str = ""


class FeedOpened(Event, frozen=True, kw_only=True):
    """A member of staff follows the calendar of the site from a device; `token` ends its address."""

    token: str


class FeedStopped(Event, frozen=True, kw_only=True):
    """That address answers no more."""

    feed: str


class Promise(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What somebody on the staff promised the committee: in words, who (id and name), until when."""

    words: str
    holder: str
    name: str
    due: date


class CommitteeMinuted(Event, frozen=True, kw_only=True):
    """The residents' committee met: what was spoken of, what was asked, what was promised by whom until when.

    Whoever spoke is named by their role, never by a name. Residents of the site read it.
    """

    topics: str
    asked: str = ""
    promises: tuple[Promise, ...] = ()


class PromiseAnswered(Event, frozen=True, kw_only=True):
    """What became of a promise to the committee; the residents read `words`. `kept`: it was done."""

    promise: str
    kept: bool
    words: str = ""
