"""Blank forms on paper: which there are, which were entered, and from which of them an entry is."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from onward.access.rules import Actor
from onward.cases.models import PaperSheet
from onward.cases.rules import code_said, code_shown
from onward.journal.append import written
from onward.kit.dates import today
from onward.kit.errors import NotFound

if TYPE_CHECKING:
    from onward.cases.events.sheets import SheetSort


class Asked(NamedTuple):
    """A form on paper that is being entered, and the day that it tells of."""

    entry: str
    code: str
    on: date
    page: int


def sheet_of_code(actor: Actor, code: str) -> PaperSheet | None:
    """The form on paper with this code, of a site within reach."""
    found = PaperSheet.objects.filter(code=code_said(code)).order_by("-id").first()
    return found if found and actor.reaches(found.stream) else None


def sheets_for(actor: Actor, printed: str) -> list[PaperSheet]:
    """Those that were printed together."""
    found = list(PaperSheet.objects.filter(printed=printed).order_by("page", "id"))
    if not found or not actor.reaches(found[0].stream):
        raise NotFound(printed)
    return found


def is_entered(sheet: PaperSheet) -> bool:
    """Whether what stands on it was entered."""
    return written(sheet.entry)


def sheet_asked(actor: Actor, code: str, on: str, *, sort: "SheetSort", site: str = "") -> Asked | None:
    """The form that a page is opened for (`?paper=` and `on=`), unless it was entered already, or is of another sort or
    site: what is entered under it there would take the place of what stands on it."""
    found = sheet_of_code(actor, code) if code else None
    if found is None or found.sort != sort or (site and found.stream != site) or is_entered(found):
        return None
    try:
        day = date.fromisoformat(on)
    except ValueError:
        day = found.printed_on
    return Asked(found.entry, code_shown(found.code), min(day, today()), found.page)


def sheets_of(entries: Iterable[str]) -> dict[str, str]:
    """Entry -> the code of the form on paper that it was entered from."""
    rows = PaperSheet.objects.filter(entry__in=set(entries)).values_list("entry", "code")
    return {entry: code_shown(code) for entry, code in rows}
