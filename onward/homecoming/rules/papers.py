"""Papers: what speaks for a nationality, whose hands a paper is in, which papers a child is owed, what a scan is."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.harmless import Harmless, Refused, clean, sort_of
from onward.harmless.kinds import Why
from onward.homecoming.rules.words import Words
from onward.kit.errors import RuleBroken

MOST_BYTES = 10 * 1024 * 1024
"""The largest scan that may be sent."""

REFUSED: dict[Why, str | Promise] = {
    "unreadable": gettext_lazy("This file is damaged, or not what it begins like. Scan the paper anew."),
    "heavy": gettext_lazy("This file asks for more than a scan does. Scan the paper anew, at 200 dots an inch."),
    "long": gettext_lazy("This PDF has more than 20 pages. Send it in parts."),
    "locked": gettext_lazy("This PDF asks for a password. Send it without one."),
    "busy": gettext_lazy("Other files are being looked at. Send it again in a moment."),
}
"""Why a file that begins like a scan is not kept."""

TRAVEL = ("passport", "travel_document", "identity_card")
"""Papers that somebody can travel with."""

CLAIMANTS: Words = {
    "resident": gettext_lazy("They themselves"),
    "family": gettext_lazy("Their family"),
    "other": gettext_lazy("Somebody else"),
}
EVIDENCE: Words = {
    "old_passport": gettext_lazy("An old passport"),
    "identity_card": gettext_lazy("An identity card"),
    "birth_paper": gettext_lazy("A birth or family paper"),
    "school_record": gettext_lazy("A school record"),
    "relatives": gettext_lazy("Relatives who vouch for it"),
    "language": gettext_lazy("The language they speak"),
    "photographs": gettext_lazy("Photographs"),
    "other": gettext_lazy("Other evidence"),
}
HANDS: Words = {
    "resident": gettext_lazy("In their own hands"),
    "safe": gettext_lazy("In the programme's safe"),
    "authority": gettext_lazy("With an authority"),
    "lost": gettext_lazy("Lost"),
}
KEPT = ("safe", "authority")
"""Hands that are not the person's own."""

CIVIL: Words = {
    "birth_notice": gettext_lazy("Notice of birth"),
    "birth_record": gettext_lazy("Birth certificate"),
    "family_paper": gettext_lazy("Family paper"),
    "marriage_paper": gettext_lazy("Marriage paper"),
    "death_paper": gettext_lazy("Death certificate"),
    "guardianship": gettext_lazy("Paper of guardianship"),
}
CIVIL_STATES: Words = {
    "received": gettext_lazy("It has come"),
    "registered": gettext_lazy("Entered in the register of their country"),
    "refused": gettext_lazy("Refused"),
}


def check_scan(content: bytes | None) -> None:
    """A scan is a PDF or a picture; what its name claims does not count."""
    if content is not None and not sort_of(content):
        raise RuleBroken(_("This is no PDF, JPEG or PNG file."), "scan")


def harmless_scan(content: bytes) -> Harmless:
    """What was sent as a scan, drawn anew in a confined process: a file of pictures and nothing else."""
    check_scan(content)
    try:
        return clean(content)
    except Refused as refused:
        raise RuleBroken(str(REFUSED[refused.why]), "scan") from refused


def check_moved(*, before: str, hands: str, holder: str) -> None:
    """A paper passes into other hands, and an authority that has it is named."""
    if hands == "authority" and not holder.strip():
        raise RuleBroken(_("Name the authority that has it."), "holder")
    if before and before == hands and hands != "authority":
        raise RuleBroken(_("It is recorded as being there already."), "hands")


def check_claim(country: str) -> None:
    """A claim names a country."""
    if not country.strip():
        raise RuleBroken(_("Write which country."), "country")
