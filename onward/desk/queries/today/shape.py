"""What Today is made of."""

from datetime import date
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.desk.queries.counting import counted
from onward.kit.dates import today
from onward.waiting.queries import Owed

SHOWN = 8
"""Lines of a section; the rest is behind one link."""


class Line(NamedTuple):
    """Something to do: `case` is the name that leads to `url`, `words` what it is about, `note` whose it is."""

    case: str
    url: str
    words: str = ""
    note: str = ""
    due_on: date | None = None
    tag: str = ""
    tone: str = "plain"
    soon: bool = False
    owed: Owed | None = None


class Section(NamedTuple):
    """A list of them, or one calm sentence; `more` leads to all of it."""

    title: str
    lines: list[Line]
    empty: str
    more: str = ""
    more_words: str = ""


class Figure(NamedTuple):
    """A number of people or of matters, large."""

    number: str
    text: str
    url: str = ""
    tone: str = ""


def figure(number: int, text: str, *, url: str = "", late: bool = False) -> Figure:
    """A figure; a count that stopped counting says so, and what is late is late only where there is some."""
    return Figure(counted(number), text, url, "late" if late and number else "")


def owed_line(owed: Owed, *, url: str = "", whose: bool = True) -> Line:
    """One matter as a line: whose file, what, who owes it, until when."""
    holder = owed.holder or (_("nobody (%(office)s)") % {"office": owed.office} if owed.office else _("nobody"))
    return Line(
        case=owed.case_name,
        url=url or reverse("desk:case", args=[owed.case]),
        words=owed.title,
        note=holder if whose else "",
        due_on=owed.due_on,
        soon=owed.soon,
        owed=owed,
    )


def since_words(day: date) -> str:
    """How long something has been so."""
    days = (today() - day).days
    if not days:
        return _("since today")
    if days == 1:
        return _("since yesterday")
    return ngettext("for %(count)d day", "for %(count)d days", days) % {"count": days}
