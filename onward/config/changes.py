"""What others wrote since a page was shown, in words."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _


class Change(NamedTuple):
    """One entry that the reader of a page had not seen."""

    day: date
    who: str
    what: str


def changes_for(ids: Sequence[str]) -> list[Change]:
    """The changes that the entries `ids` made, oldest first; nothing of what is sealed apart is opened."""
    if not ids:
        return []
    from onward.access.queries import staff_names
    from onward.journal.reading import entry

    entries = [entry(one) for one in ids]
    names = staff_names({one.author for one in entries})
    return [Change(one.recorded_on, names.get(one.author, ""), _words(one.kind)) for one in entries]


def _words(kind: str) -> str:
    # The kinds' own words are msgids of the catalogue: "reception.arrived" is "Arrived".
    return _(kind.rpartition(".")[2].replace("_", " ").capitalize())
