"""What a sum's lines are called, in the reader's language."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from onward.access.queries import staff_names
from onward.kit.ids import is_id
from onward.pathway import named
from onward.waiting.queries.titles import office_words, title_of
from onward.waiting.queries.ways import DEFAULT
from onward.waiting.rules.account import Sum

TRANSFER = "transfer"


class _Step:
    kind = "step"

    def __init__(self, what: str) -> None:
        self.what = what


def step_words(step: str) -> str:
    """A step's title; the absence of one, and what is no step of a way, by what they are."""
    if not step:
        return _("No step open")
    return _("Moving to another site") if step == TRANSFER else title_of(_Step(step), named(DEFAULT))


def step_place(step: str) -> tuple[int, str]:
    """Where a step stands in the order of the way; before it what is no step, after it what another way has."""
    order = [one.id for one in named(DEFAULT).steps]
    return (order.index(step), "") if step in order else (-1 if step in ("", TRANSFER) else len(order), step)


def holder_words(lines: Iterable[Sum]) -> dict[tuple[str, str], str]:
    """(holder, office) of each line -> a name; where nobody held, the office that should have, or nobody at all."""
    lines = list(lines)
    staff = staff_names({line.key for line in lines if is_id(line.key)})
    return {(line.key, line.office): held_words(line.key, line.office, line.name, staff) for line in lines}


def held_words(key: str, office: str, name: str, staff: dict[str, str]) -> str:
    """Who held: by their present name where they are of the staff."""
    if key == "resident":
        return _("the resident")
    if key:
        return staff.get(key) or name or key
    return _("nobody: %(office)s") % {"office": office_words(office)} if office else _("nobody, no office named")
