"""What is written to bodies outside and what comes back: each letter a disclosure that the resident can read."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from onward.homecoming.events.way import OnwardEvent

Asks = Literal[
    "travel_document", "family_tracing", "admission", "protection", "legal_help", "civil_paper", "appeal", "other"
]
Reply = Literal["granted", "refused", "more_asked", "passed_on", "no_answer"]


class WishWithdrawn(OnwardEvent, frozen=True, kw_only=True):
    """The resident took their wish back and said no other; nothing that leads away happens from then on."""

    final: ClassVar[bool] = True
    compartments: ClassVar[Mapping[str, str]] = {"words": "legal"}

    language: str = ""
    interpreter: str = ""
    words: str = ""


class LetterSent(OnwardEvent, frozen=True, kw_only=True):
    """A letter left for a body that the resident agreed to: a disclosure of exactly these fields.

    `asks` is what it asks for, `reminds` the first letter when this is a reminder of it. Final: that somebody
    outside was told cannot be unsaid.
    """

    final: ClassVar[bool] = True
    compartments: ClassVar[Mapping[str, str]] = {"reference": "legal", "words": "legal"}

    consent: str
    body: str
    fields: tuple[str, ...]
    asks: Asks
    reminds: str = ""
    reference: str = ""
    words: str = ""


class ReplyRecorded(OnwardEvent, frozen=True, kw_only=True):
    """What came back on a letter (`asked`), or that nothing did.

    `scan` is the digest of the sealed scan that lies beside the journal under this entry's id.
    """

    compartments: ClassVar[Mapping[str, str]] = {"words": "legal", "scan": "legal"}

    asked: str
    answer: Reply
    words: str = ""
    scan: str = ""


class RefusalAppealed(OnwardEvent, frozen=True, kw_only=True):
    """A refusal to confirm the nationality, or silence on it, was taken to somebody who can overrule it.

    It is a letter like any other: under a consent, with these fields and no more. `asked` is the question that was
    refused; `counsel` is who pleads.
    """

    final: ClassVar[bool] = True
    compartments: ClassVar[Mapping[str, str]] = {"ground": "legal", "counsel": "legal", "reference": "legal"}

    asked: str
    consent: str
    body: str
    fields: tuple[str, ...]
    ground: str = ""
    counsel: str = ""
    reference: str = ""
