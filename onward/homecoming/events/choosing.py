"""Which way somebody is on, how a step of it stands, and what is best for a child."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from onward.homecoming.events.way import OnwardEvent

Decision = Literal["join_family", "return_cared", "other_country", "local_life", "stay", "adult"]


class PathwayChosen(OnwardEvent, frozen=True, kw_only=True):
    """A case worker put the resident on another way: what was done stays done, what was open closes that day.

    `way` and `left` are the titles of both as they stood then. `anew` are the steps that are done anew on this way,
    because what was found on the old one does not speak of it. Why it is theirs (`reason`) is sealed as legal.
    """

    compartments: ClassVar[Mapping[str, str]] = {"reason": "legal"}

    way: str
    left: str = ""
    anew: tuple[str, ...] = ()
    reason: str = ""


class StepRecorded(OnwardEvent, frozen=True, kw_only=True):
    """Whoever holds a step said how it stands: done, with what shows it, or not done, with a reason.

    `step` is its id and `title` what it was called then. `because` is a code, empty where it is done.
    """

    compartments: ClassVar[Mapping[str, str]] = {"evidence": "legal"}

    step: str
    title: str = ""
    done: bool
    because: str = ""
    evidence: str = ""


class BestInterestsDetermined(OnwardEvent, frozen=True, kw_only=True):
    """One person determined what is best for somebody who is a child, or may be one.

    `first` is empty for the first of the two, and the first's entry for the second, who must be somebody else. Only
    the same decision of both counts. Reasons, and what the child said (`heard`), are sealed as the child's. Never taken
    back, since one determined before would hold again: two people determine anew.
    """

    final: ClassVar[bool] = True
    compartments: ClassVar[Mapping[str, str]] = {"decision": "child", "reasons": "child", "heard": "child"}

    decision: Decision = "stay"
    first: str = ""
    reasons: str = ""
    heard: str = ""
