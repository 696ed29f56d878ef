"""The page of a resident's care: what the one who asks opens, and what they may do about it."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from onward.access.rules import Actor, may
from onward.care.models import Referral
from onward.care.queries.account import opens_account
from onward.care.queries.child import assessments_of, is_child
from onward.care.queries.needs import need_words, needs_of
from onward.care.queries.referrals import may_refer, referrals_of, services_at
from onward.care.rules import DECLINED, GENDERS, HELPED_WORDS, STATES, VERIFIED, WITH_WHOM
from onward.cases.queries import case_for, compartments_for, reader_of
from onward.journal.compartments import ACCOUNT, CHILD
from onward.waiting.queries import title_of

if TYPE_CHECKING:
    from onward.cases.models import Case
    from onward.waiting.models import Matter


class Wanting(NamedTuple):
    """A need that the reader opens."""

    matter: "Matter"
    title: str


class Passed(NamedTuple):
    """A referral in words."""

    row: Referral
    what: str
    state: str
    gender: str
    reason: str
    helped: str
    acts: Sequence[str]


class Assessed(NamedTuple):
    """What was assessed of a child on one day."""

    day: date
    with_whom: str
    caregiver: str
    relation: str
    verified: str
    heard: str
    advised: str
    by_name: str


class Offered(NamedTuple):
    """A service as it stands on the sheet."""

    id: str
    name: str
    what: str
    hours: str
    where: str
    contact: str
    women: bool


class Care(NamedTuple):
    """The page."""

    case: "Case"
    needs: Sequence[Wanting]
    referrals: Sequence[Passed]
    child: bool
    assessed: Sequence[Assessed]
    may: frozenset[str]


ACTS: dict[str, tuple[str, ...]] = {
    "sent": ("answer_referral", "withdraw_referral"),
    "accepted": ("finish_referral", "withdraw_referral"),
    "done": ("ask_helped", "withdraw_referral"),
    "declined": ("withdraw_referral",),
}
"""What may be said of a referral where it stands."""


def care_for(actor: Actor, case: str) -> Care:
    """What the actor may see of a resident's care: a section for each compartment that they open."""
    found = case_for(actor, case)
    opens, here = compartments_for(actor, found), found.ended_on is None
    verbs = {verb for verb in ("note_need", "meet_need") if here and may(actor, f"care.{verb}")}
    if here and may(actor, "care.send_referral") and may_refer(actor, found):
        verbs.add("send_referral")
    if CHILD in opens and here and may(actor, "care.assess_child"):
        verbs.add("assess_child")
    if opens_account(actor, found) and may(actor, "care.see_account"):
        verbs.add("see_account")
    if ACCOUNT in opens and here and may(actor, "care.note_account"):
        verbs.add("note_account")
    return Care(
        case=found,
        needs=[Wanting(one, title_of(reader_of(actor, found), one)) for one in needs_of(actor, case) if one.is_told],
        referrals=[said_of(one) for one in referrals_of(actor, found)],
        child=CHILD in opens and is_child(found.id),
        assessed=[
            Assessed(
                entry.day,
                str(WITH_WHOM[one.with_whom]),
                one.caregiver,
                one.relation,
                str(VERIFIED[one.verified]),
                one.heard,
                one.advised,
                one.by_name,
            )
            for entry, one in assessments_of(actor, found)
        ],
        may=frozenset(verbs),
    )


def said_of(row: Referral) -> Passed:
    """A referral in words, with what may be said of it next."""
    return Passed(
        row,
        need_words(row.what),
        str(STATES[row.state]),
        str(GENDERS[row.gender]) if row.gender else "",
        str(DECLINED.get(row.reason, "")),
        str(HELPED_WORDS.get(row.helped, "")),
        ACTS.get(row.state, ()),
    )


def services_said(site: str) -> list[Offered]:
    """What a site offers, in words, as on the sheet."""
    return [
        Offered(one.id, one.name, need_words(one.sort), one.hours, one.where, one.contact, one.women)
        for one in services_at(site)
    ]
