"""What others wrote since a page was shown, in words."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from onward.access.rules import Actor, may

ROOMS = {
    "access": "access.see_staff",
    "care": "care.answer_question",
    "homecoming": "homecoming.see_way",
    "places": "places.see_places",
}
"""Where an entry was written -> who may know that it was; of all else, whoever may see a resident's file."""


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

    entries = [one for one in map(entry, ids) if one.author == actor.id or _may_know(actor, one.kind)]
    names = staff_names({one.author for one in entries})
    return [Change(one.recorded_on, names.get(one.author, ""), title_of(one.kind)) for one in entries]


def _may_know(actor: Actor, kind: str) -> bool:
    room = ROOMS.get(kind.partition(".")[0], "cases.see_case")
    return may(actor, room) or may(actor, "cases.see_history")
