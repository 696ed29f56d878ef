"""Letters to bodies outside: what they ask for, when an answer is due, what comes back."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from onward.homecoming.rules.words import Words
from onward.kit.errors import RuleBroken
from onward.kit.ids import Id, derived_id

ASKS: Words = {
    "nationality": gettext_lazy("The nationality"),
    "travel_document": gettext_lazy("A travel document"),
    "family_tracing": gettext_lazy("Looking for family"),
    "admission": gettext_lazy("Leave to enter the country"),
    "protection": gettext_lazy("Protection"),
    "legal_help": gettext_lazy("Legal help"),
    "civil_paper": gettext_lazy("A civil paper"),
    "appeal": gettext_lazy("An appeal"),
    "other": pgettext_lazy("letter", "Something else"),
}
"""What a letter may ask for."""

SENT = tuple(asks for asks in ASKS if asks not in ("nationality", "appeal"))
"""What may be asked for at any time; the nationality and an appeal are acts of their own."""

LEADS_AWAY = ("travel_document", "admission")
"""What is asked for only on behalf of somebody whose wish is to go."""

NORMS = {"travel_document": 30, "legal_help": 14, "civil_paper": 30, "other": 30}
NORM = 60
"""Days within which an answer is due: by what was asked for, else NORM."""

REPLIES: Words = {
    "granted": gettext_lazy("They agree"),
    "refused": gettext_lazy("They refuse"),
    "more_asked": gettext_lazy("They ask for more"),
    "passed_on": gettext_lazy("They passed it on to somebody else"),
    "no_answer": gettext_lazy("No answer came"),
}
SETTLED = ("granted", "refused", "passed_on")
"""Answers after which nothing more is owed on that letter."""


def answer_to(letter: str) -> Id:
    """The matter of the answer that is owed on a letter."""
    return derived_id(letter, "answer")


def check_reply(before: str) -> None:
    """A letter is settled once; silence and a question back are no end."""
    if before in SETTLED:
        raise RuleBroken(_("Their answer is recorded already; write again first."), "asked")


def check_appeal(*, answer: str, pending: bool) -> None:
    """An appeal follows a refusal or silence, one at a time."""
    if answer not in ("refused", "no_answer"):
        raise RuleBroken(_("There is nothing to appeal against: they have not refused."), "asked")
    if pending:
        raise RuleBroken(_("An appeal against this is under way already."), "asked")
