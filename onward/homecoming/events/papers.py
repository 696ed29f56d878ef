"""What shows who somebody is: nationality claimed and its evidence, papers and whose hands they are in."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from onward.homecoming.events.way import OnwardEvent

Claimant = Literal["resident", "family", "other"]
Hands = Literal["resident", "safe", "authority", "lost"]
CivilState = Literal["received", "registered", "refused"]


class NationalityClaimed(OnwardEvent, frozen=True, kw_only=True):
    """Somebody said of which country the resident is a national; who said so is part of it. The country is sealed."""

    compartments: ClassVar[Mapping[str, str]] = {"country": "legal", "words": "legal"}

    claimed_by: Claimant
    country: str = ""
    words: str = ""


class EvidenceAdded(OnwardEvent, frozen=True, kw_only=True):
    """Something that speaks for the nationality that was claimed: its sort is a code, what it says is sealed."""

    compartments: ClassVar[Mapping[str, str]] = {"words": "legal", "scan": "legal"}

    evidence: str
    words: str = ""
    scan: str = ""


class PaperMoved(OnwardEvent, frozen=True, kw_only=True):
    """A paper passed into other hands: the resident's own, the programme's safe, an authority's; or it was lost."""

    compartments: ClassVar[Mapping[str, str]] = {"words": "legal"}

    paper: str
    hands: Hands
    holder: str = ""
    words: str = ""


class CivilPaperRecorded(OnwardEvent, frozen=True, kw_only=True):
    """A civil paper of a child (or of the resident) was received, registered or refused.

    `child` is the child's case when there is one; `asked` the letter that asked for it. The number is sealed as
    identity, where it was issued as legal.
    """

    compartments: ClassVar[Mapping[str, str]] = {"number": "identity", "scan": "identity", "issued_by": "legal"}

    paper: str
    state: CivilState
    child: str = ""
    asked: str = ""
    issued_by: str = ""
    number: str = ""
    scan: str = ""
