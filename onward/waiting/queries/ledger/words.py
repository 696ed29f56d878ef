"""What a sum's lines are called, in the reader's language."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from onward.access.queries import staff_names
from onward.access.rules import Reader
from onward.kit.ids import is_id
from onward.pathway import anywhere
from onward.waiting.queries.hands import body_words
from onward.waiting.queries.titles import office_words, step_title
from onward.waiting.rules.account import Sum

TRANSFER = "transfer"
LAST = 10_000


def step_words(reader: Reader, step: str) -> str:
    """A step's title; the absence of one, and what is no step of a way, by what they are."""
    if not step:
        return _("No step open")
    return _("Moving to another site") if step == TRANSFER else step_title(reader, step)


def step_place(step: str) -> tuple[int, str]:
    """Where a step stands in the order of its way; before them what is no step, after them what no way has any more."""
    found = anywhere(step)
    return (found[1].rank, step) if found else (LAST if step not in ("", TRANSFER) else -1, step)


def holder_words(reader: Reader, lines: Iterable[Sum]) -> dict[tuple[str, str], str]:
    """(holder, office) of each line -> a name; where nobody held, the office that should have, or nobody at all."""
    lines = list(lines)
    staff = staff_names({line.key for line in lines if is_id(line.key)})
    return {(line.key, line.office): held_words(reader, line.key, line.office, line.name, staff) for line in lines}


def held_words(reader: Reader, key: str, office: str, name: str, staff: dict[str, str]) -> str:
    """Who held: by their present name where they are of the staff."""
    if key == "resident":
        return _("the resident")
    if key:
        return staff.get(key) or (name if is_id(key) and name else body_words(name or key, reader))
    return _("nobody: %(office)s") % {"office": office_words(office)} if office else _("nobody, no office named")
