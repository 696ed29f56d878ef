"""What others wrote since a page was shown, in words."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from onward.access.rules import Actor, may_know


class Change(NamedTuple):
    """One entry that the reader of a page had not seen."""

    day: date
    who: str
    what: str


def changes_for(ids: Sequence[str], actor: Actor) -> list[Change]:
    """The changes that the entries `ids` made, oldest first; nothing of what is sealed apart is opened.

    Only those of which the actor would learn elsewhere too: a form can be made to ask for a file from its beginning.
    """
    if not ids:
        return []
    from onward.access.queries import staff_names
    from onward.cases.queries import title_of
    from onward.journal.reading import entry

    entries = [one for one in map(entry, ids) if may_know(actor, one.kind, author=one.author)]
    names = staff_names({one.author for one in entries})
    return [Change(one.recorded_on, names.get(one.author, ""), title_of(one.kind)) for one in entries]
