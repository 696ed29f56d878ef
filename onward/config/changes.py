"""What others wrote since a page was shown, in words."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple


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
    from onward.cases.queries import title_of
    from onward.journal.reading import entry

    entries = [entry(one) for one in ids]
    names = staff_names({one.author for one in entries})
    return [Change(one.recorded_on, names.get(one.author, ""), title_of(one.kind)) for one in entries]
