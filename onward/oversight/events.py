"""Reviews of stay: due by themselves, held by somebody independent, decided, told."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from onward.cases.events import CaseEvent, Holder
from onward.journal.events import Event

Heard = Literal["heard", "declined", "not_possible"]
Without = Literal["", "same_language", "none_found", "not_wanted"]
Decision = Literal["continue", "limits", "may_leave", "not_decided"]


class ReviewOpened(CaseEvent, frozen=True, kw_only=True):
    """A stay that goes on had no review to come; now it has. Written by the clocks, for stays that began without one.

    It happened, so to say, on the day of arrival: from there its norm counts. `site` is where the person is.
    """

    final: ClassVar[bool] = True
    quiet: ClassVar[bool] = True

    review: str
    site: str = ""


class ReviewerAssigned(CaseEvent, frozen=True, kw_only=True):
    """A named person, independent of whoever has custody, is to hold the review (`holds`)."""

    final: ClassVar[bool] = True

    review: str
    reviewer: Holder


class ReviewHeld(CaseEvent, frozen=True, kw_only=True):
    """The review was held: the person was heard or not, in which language, through which interpreter.

    `without` says why there was no interpreter. The person's own `words` are sealed as legal: no staff of the host
    reads them.
    """

    compartments: ClassVar[Mapping[str, str]] = {"words": "legal"}

    review: str
    heard: Heard
    language: str = ""
    interpreter: str = ""
    without: Without = ""
    by_name: str = ""
    words: str = ""


class ReviewDecided(CaseEvent, frozen=True, kw_only=True):
    """What the reviewer found: the stay goes on, within limits, the person may leave, or it could not be decided.

    A finding and no order: whether the person may leave is said by who has custody, in `cases.liberty_recorded`. A
    review that is decided opens the next; one that could not be decided stays open. `reasons` are sealed as legal,
    and told. Never taken back, since it may have been told: another review may find otherwise.
    """

    final: ClassVar[bool] = True
    compartments: ClassVar[Mapping[str, str]] = {"reasons": "legal"}

    review: str
    decision: Decision
    limits: str = ""
    by_name: str = ""
    reasons: str = ""


class DecisionTold(CaseEvent, frozen=True, kw_only=True):
    """The person was told what a review found, with its reasons: in which language, through which interpreter."""

    correctable: ClassVar[tuple[str, ...]] = ("language", "interpreter")

    review: str
    language: str = ""
    interpreter: str = ""


class KeyNamed(Event, frozen=True, kw_only=True):
    """This is oversight's key from now on: complaints and feeds are sealed to it, answers are signed with it.

    `name` and `address` are oversight's own, `compared_with` is with whom the fingerprint was compared by voice. The
    keys that stood before stay in the journal: all see that there was another, and since when.
    """

    name: str
    address: str = ""
    recipient: str
    public: str
    fingerprint: str
    compared_with: str = ""


class ItemsListed(Event, frozen=True, kw_only=True):
    """The digests of envelopes to oversight, always as many, in no order: what was written by people, and decoys.

    Whoever removes or exchanges one of them afterwards is found out by whoever holds the feed.
    """

    digests: tuple[str, ...]


class FeedSealed(Event, frozen=True, kw_only=True):
    """A feed for oversight was written: its number, and to which key."""

    number: int
    fingerprint: str = ""


class AnswersTaken(Event, frozen=True, kw_only=True):
    """Oversight's answers of this number were taken in; it has read feed `read`, and every entry up to `upto`.

    How many answers there were, and to whom, nobody here can say.
    """

    number: int
    read: int
    upto: int
