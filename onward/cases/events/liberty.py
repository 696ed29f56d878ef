"""May the person leave: the order, and what became of it when it was challenged."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from onward.cases.events.shape import CaseEvent, MayLeave

ChallengeAnswer = Literal["upheld", "changed", "lifted"]


class LibertyRecorded(CaseEvent, frozen=True, kw_only=True):
    """Whether the person may leave, by whose order, on what ground ("" = none given), and when they were told.

    `since` is the day from which the order holds, as an ISO date, or "" for the day of this entry. `by` is who gave
    it, in words, `organisation` (an id) which organisation answers for it. `limits` says what "within limits" means.
    `told_on` is an ISO date, or "" if they were not told; `told_language` and `interpreter` are how they were told.
    """

    correctable: ClassVar[tuple[str, ...]] = ("may_leave", "by", "ground", "limits", "told_language", "interpreter")

    may_leave: MayLeave
    by: str = ""
    ground: str = ""
    limits: str = ""
    told_on: str = ""
    since: str = ""
    organisation: str = ""
    told_language: str = ""
    interpreter: str = ""


class LibertyChallenged(CaseEvent, frozen=True, kw_only=True):
    """The person challenges the order under which they may not leave: themselves, at their own page, or through staff.

    `organisation` (an id) is whose order it is, so whose officer owes the answer that this opens (`matter`); "" when
    nobody has said whose. `noted_by` is empty when the person wrote it. `review` is the review of stay that did not
    agree with the order, and `found` what it found of leaving, when the challenge follows from one. The person's own
    `words` are sealed as legal.
    """

    compartments: ClassVar[Mapping[str, str]] = {"words": "legal"}

    matter: str
    organisation: str = ""
    noted_by: str = ""
    language: str = ""
    review: str = ""
    found: str = ""
    words: str = ""


class ChallengeHeard(CaseEvent, frozen=True, kw_only=True):
    """The person was heard on their challenge: by whom, in which language, through which interpreter."""

    correctable: ClassVar[tuple[str, ...]] = ("by", "language", "interpreter")

    challenge: str
    by: str
    language: str = ""
    interpreter: str = ""


class ChallengeAnswered(CaseEvent, frozen=True, kw_only=True):
    """Whoever gave the order answered the challenge: it stands, it is changed, or it is lifted.

    `reasons` are sealed as legal, and told; empty is none given. `told_on` is an ISO date, or "" if the person has not
    been told. Never taken back, since the person may have been told: who thinks better of it records liberty anew.
    """

    final: ClassVar[bool] = True
    compartments: ClassVar[Mapping[str, str]] = {"reasons": "legal"}

    challenge: str
    answer: ChallengeAnswer
    by_name: str = ""
    told_on: str = ""
    told_language: str = ""
    interpreter: str = ""
    reasons: str = ""


class ChallengeWithdrawn(CaseEvent, frozen=True, kw_only=True):
    """The person took their challenge back, at their own page: nobody owes an answer any more, and none was asked why.

    Never taken back itself, since it would put before the officer again what the person wants no answer to; who thinks
    better of it challenges anew.
    """

    final: ClassVar[bool] = True

    challenge: str
