"""Kinds of need: how each is said, in which compartment, whose office it is, and how soon it should be met."""

import re
from collections.abc import Collection
from datetime import date

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.access.rules.grants import CHILD_OFFICER, HEALTH_WORKER, LAWYER, LIAISON, PROTECTION, SITE, TRACING
from onward.journal.compartments import CHILD, GBV, HEALTH, IDENTITY, LEGAL, RECORD
from onward.kit.errors import RuleBroken
from onward.waiting.rules.words import NEEDS as WORDS

ANTENATAL = 7
"""Days within which somebody who is pregnant is seen."""

NOTED_BY_ANYBODY = frozenset({RECORD, HEALTH, CHILD})
"""What everybody may see of a person and pass on, though not read again; the others note those who open them."""

MONTH = re.compile(r"20[2-9]\d-(0[1-9]|1[0-2])")


class Need(msgspec.Struct, frozen=True):
    """A kind of need: the compartment that it is said in, and the office that owes it."""

    within: str
    office: str


class Urgency(msgspec.Struct, frozen=True):
    """How soon: in words, in days for whoever owes it, and in days for an answer to a referral."""

    words: str | Promise
    norm: int
    answer: int


NEEDS = {
    "health": Need(HEALTH, HEALTH_WORKER),
    "mental_health": Need(HEALTH, HEALTH_WORKER),
    "disability": Need(HEALTH, HEALTH_WORKER),
    "pregnant": Need(HEALTH, HEALTH_WORKER),
    "nutrition": Need(HEALTH, HEALTH_WORKER),
    "child": Need(CHILD, CHILD_OFFICER),
    "gbv": Need(GBV, PROTECTION),
    "legal": Need(LEGAL, LAWYER),
    "documents": Need(LEGAL, LIAISON),
    "family_contact": Need(IDENTITY, TRACING),
    "clothing": Need(RECORD, SITE),
    "hygiene": Need(RECORD, SITE),
}
"""In the order in which they are offered. What stands in the record the host may read: things to be handed out."""

URGENCIES = {
    "now": Urgency(gettext_lazy("Today: it cannot wait"), 0, 1),
    "days": Urgency(gettext_lazy("Within three days"), 3, 3),
    "weeks": Urgency(gettext_lazy("Within two weeks"), 14, 7),
}


def words_of(codes: Collection[str]) -> list[tuple[str, str]]:
    """These kinds of need with their words, in their usual order."""
    return [(code, str(WORDS[code])) for code in NEEDS if code in codes]


def check_noting(
    *,
    what: str,
    urgency: str,
    on: date,
    today: date,
    arrived_on: date,
    ended: bool,
    may: Collection[str],
    due_month: str,
) -> None:
    """A need is of a kind that the one who notes it may note, on a day of the stay."""
    if ended:
        raise RuleBroken(_("The stay has ended."))
    if what not in may:
        raise RuleBroken(_("Choose what is needed."), "what")
    if urgency not in URGENCIES:
        raise RuleBroken(_("Choose how soon."), "urgency")
    if not arrived_on <= on <= today:
        raise RuleBroken(_("Give a day of their stay until today."), "on")
    if due_month and what != "pregnant":
        raise RuleBroken(_("The month of a birth goes with: pregnant."), "due_month")
    if due_month and not MONTH.fullmatch(due_month):
        raise RuleBroken(_("Write the month as a year and a month: 2027-03."), "due_month")


def check_need(*, kind: str, is_open: bool) -> None:
    """Only a need that is open can be met; a place is met by giving one."""
    if kind != "need" or not is_open:
        raise RuleBroken(_("This need has been met already, or is no need."), None)
