"""What others wrote since a page was shown, in words."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from onward.access.rules import Actor, may_know

if TYPE_CHECKING:
    from onward.journal.entries import Entry


class Change(NamedTuple):
    """One entry that the reader of a page had not seen."""

    day: date
    who: str
    what: str


def _knows(actor: Actor, one: "Entry") -> bool:
    from onward.cases.queries import knows_of

    file = knows_of(actor, [one.stream]).get(one.stream)
    return may_know(actor, one.kind, author=one.author, of_host=file is not None and file.of_host)


def changes_for(ids: Sequence[str], actor: Actor) -> list[Change]:
    """The changes that the entries `ids` made, oldest first; nothing of what is sealed apart is opened.

    Only those of which the actor would learn elsewhere too: a form can be made to ask for a file from its beginning.
    """
    if not ids:
        return []
    from onward.access.queries import staff_names
    from onward.cases.queries import title_of
    from onward.journal.reading import entry

    entries = [one for one in map(entry, ids) if _knows(actor, one)]
    names = staff_names({one.author for one in entries})
    return [Change(one.recorded_on, names.get(one.author, ""), title_of(one.kind)) for one in entries]
