"""What is said, asked, checked and decided on a resident's way onward, in the order in which it may happen."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Literal

from onward.cases.events import CaseEvent

WishSaid = Literal["home", "family_elsewhere", "third_country", "local_life", "not_yet", "not_to_return"]
Answer = Literal["confirmed", "refused", "no_answer"]
TurnedBackWhy = Literal["road_closed", "not_received", "not_safe", "unwell", "own_wish", "other"]
Back = Literal["back", "not_back"]
FamilySaid = Literal["none_here", "together", "decided_apart"]


class OnwardEvent(CaseEvent, frozen=True, kw_only=True):
    """Base of the events of the way onward.

    When one of them opens the step of the exit, `asked_of` is the organisation that then has custody and
    `asked_at` the site: the exit is asked of them from that moment.
    """

    asked_of: str = ""
    asked_at: str = ""


class WishRecorded(OnwardEvent, frozen=True, kw_only=True):
    """The resident said what they wish for themselves; the latest wish counts, and it may change at any time.

    `informed` is what they had been told before; `country` and their own `words` are sealed as legal. Never taken back
    by staff, since the wish before it would stand again, with all that was found safe for it: they wish anew.
    """

    final: ClassVar[bool] = True
    compartments: ClassVar[Mapping[str, str]] = {"country": "legal", "words": "legal"}

    wish: WishSaid
    informed: str = ""
    language: str = ""
    interpreter: str = ""
    country: str = ""
    words: str = ""


class ConsentGiven(OnwardEvent, frozen=True, kw_only=True):
    """The resident agreed that one named body may be told these fields about them, and nothing else.

    Never corrected, since a check stands on it: withdrawn, and given anew.
    """

    compartments: ClassVar[Mapping[str, str]] = {"purpose": "legal"}

    body: str
    fields: tuple[str, ...]
    purpose: str = ""
    language: str = ""
    interpreter: str = ""
    until: date | None = None


class ConsentWithdrawn(OnwardEvent, frozen=True, kw_only=True):
    """The resident took a consent back; from then on nothing more goes to that body. No reason is needed."""

    final: ClassVar[bool] = True
    compartments: ClassVar[Mapping[str, str]] = {"words": "legal"}

    consent: str
    words: str = ""


class ContactChecked(OnwardEvent, frozen=True, kw_only=True):
    """One person judged whether asking the body named in a consent is safe for the resident and their family.

    `first` is empty for the first of the two, and the first's entry for the second, who must be somebody else.
    """

    compartments: ClassVar[Mapping[str, str]] = {"reasons": "legal", "sources": "legal"}

    consent: str
    safe: bool
    first: str = ""
    organisation: str = ""
    reasons: str = ""
    sources: str = ""


class NationalityAsked(OnwardEvent, frozen=True, kw_only=True):
    """A body was asked to confirm the resident's nationality: a disclosure of exactly these fields.

    `reminds` is the entry of the question when this is a reminder of it. Final: that somebody outside was told
    cannot be unsaid.
    """

    final: ClassVar[bool] = True
    compartments: ClassVar[Mapping[str, str]] = {"reference": "legal"}

    consent: str
    body: str
    fields: tuple[str, ...]
    reminds: str = ""
    reference: str = ""


class NationalityAnswered(OnwardEvent, frozen=True, kw_only=True):
    """What the body that was asked answered: it confirms, it refuses, or it let the time pass."""

    compartments: ClassVar[Mapping[str, str]] = {"words": "legal", "scan": "legal"}

    asked: str
    answer: Answer
    words: str = ""
    scan: str = ""


class PapersRecorded(OnwardEvent, frozen=True, kw_only=True):
    """A paper of the resident was received; its number is sealed as identity, as is the digest of its `scan`.

    `hands` is who has it since then: the resident, the programme's safe, an authority (`holder`: which).
    """

    compartments: ClassVar[Mapping[str, str]] = {"number": "identity", "scan": "identity"}

    paper: str
    issued_by: str = ""
    issued_on: date | None = None
    valid_until: date | None = None
    hands: str = ""
    holder: str = ""
    number: str = ""
    scan: str = ""


class ReturnChecked(OnwardEvent, frozen=True, kw_only=True):
    """One person judged whether going is safe, each question by itself; `safe` only when every answer is.

    `safe_there` is whether harm awaits them, `not_refouled` whether anything forbids sending anybody there, and
    `best_interests` whether a determination speaks for it (a child; None: not asked). `fit_by` found them fit.
    `first` is empty for the first of the two, and the first's entry for the second, who must be somebody else
    from another organisation. The sources of the judgement are named, sealed as legal.
    """

    compartments: ClassVar[Mapping[str, str]] = {
        "reasons": "legal",
        "sources": "legal",
        "family_words": "legal",
        "fit_by": "legal",
    }

    safe: bool
    family: FamilySaid
    fit_to_travel: bool
    first: str = ""
    organisation: str = ""
    reasons: str = ""
    sources: str = ""
    family_words: str = ""
    safe_there: bool | None = None
    not_refouled: bool | None = None
    best_interests: bool | None = None
    fit_by: str = ""


class ExitAuthorised(OnwardEvent, frozen=True, kw_only=True):
    """The officer of the organisation that has custody authorised the exit."""

    exit: str
    organisation: str


class ExitRefused(OnwardEvent, frozen=True, kw_only=True):
    """The officer of the organisation that has custody refused the exit; an empty `ground` is none given.

    The step stays open, held by the officer who refused. It is never taken back, which would hide whose the days
    since then were; who thinks better of it authorises.
    """

    final: ClassVar[bool] = True
    compartments: ClassVar[Mapping[str, str]] = {"ground": "legal"}

    exit: str
    organisation: str
    ground: str = ""


class Departed(OnwardEvent, frozen=True, kw_only=True):
    """The resident left the site on the journey onward, with their papers in their own hands or not.

    `convoy` is the stream of the convoy that they travelled with; empty where they went without one.
    """

    compartments: ClassVar[Mapping[str, str]] = {"destination": "legal"}

    accompanied_by: str
    papers_in_hand: bool
    destination: str = ""
    convoy: str = ""


class HandoverSigned(OnwardEvent, frozen=True, kw_only=True):
    """The receiving body signed for the resident; the programme no longer has custody.

    `office` is the office that signed, `received_by` the person in it, sealed; `convoy` as in the departure.
    """

    compartments: ClassVar[Mapping[str, str]] = {"received_by": "legal"}

    receiver: str
    receipt: str
    papers_in_hand: bool
    received_by: str = ""
    office: str = ""
    convoy: str = ""


class TurnedBack(OnwardEvent, frozen=True, kw_only=True):
    """The journey ended before it arrived, and the resident is back at the site that they had left; the stay goes on.

    Whatever turned them back, they are found in new circumstances: what two people had found of going, and the exit,
    no longer stand (`facts`: `return` is empty). After a handover this moves nobody: whoever signed goes on answering
    for them until a second person has said the same (`TurnedBackConfirmed`). Never taken back, since that would give
    both back. The `words` are sealed as legal.
    """

    final: ClassVar[bool] = True
    compartments: ClassVar[Mapping[str, str]] = {"words": "legal"}

    because: TurnedBackWhy
    words: str = ""


class TurnedBackConfirmed(OnwardEvent, frozen=True, kw_only=True):
    """A second person, who does not work for the host, said whether they are back from those who had signed for them.

    `first` is the entry that said so. Only where they are `back` do journey and handover no longer stand, and are they
    in custody at the site again; else the handover stands. The `words` are sealed as legal.
    """

    final: ClassVar[bool] = True
    compartments: ClassVar[Mapping[str, str]] = {"words": "legal"}

    first: str
    outcome: Back
    words: str = ""


class ArrivalConfirmed(OnwardEvent, frozen=True, kw_only=True):
    """The resident, their family or the receiving body said that the resident has arrived; the stay ends."""

    compartments: ClassVar[Mapping[str, str]] = {"words": "legal"}

    confirmed_by: str
    words: str = ""
