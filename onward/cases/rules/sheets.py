"""Blank forms on paper, and their codes."""

import secrets

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.kit.errors import RuleBroken

SORTS = {
    "arrival": gettext_lazy("Arrival"),
    "roster": gettext_lazy("Who is here"),
    "need": gettext_lazy("A need"),
    "incident": gettext_lazy("An incident"),
}
SIGNS = "23456789CFGHJKMPQRVWX"
"""No sign that looks like another, or makes a word."""
LONG = 6
MOST_SHEETS = 40


def new_code() -> str:
    """A code for one sheet."""
    return "".join(secrets.choice(SIGNS) for _sign in range(LONG))


def code_said(text: str) -> str:
    """A code as it was typed, as it is kept."""
    return "".join(text[:40].upper().split()).replace("-", "")


def code_shown(code: str) -> str:
    """A code as it is printed: in two halves, which are easier to copy."""
    return f"{code[:3]}-{code[3:]}"


def check_many(many: int) -> None:
    """Some are printed, and no more than anybody fills in."""
    if not 1 <= many <= MOST_SHEETS:
        raise RuleBroken(_("Print 1 to %(most)d at once.") % {"most": MOST_SHEETS}, "many")
