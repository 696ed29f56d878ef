"""Where many residents stand at once: the step that each waits for now, and whose it is."""

from collections.abc import Collection
from datetime import date

import msgspec

from onward.access.rules import Actor, Reader
from onward.cases.queries import readers_of
from onward.kit.dates import today
from onward.waiting.models import Matter
from onward.waiting.queries.hands import veiled
from onward.waiting.queries.lists import Owed, owed_from
from onward.waiting.queries.pictures import blocked_by, now_of
from onward.waiting.queries.titles import office_words, title_of
from onward.waiting.rules import is_named

HOLDING = ("step", "transfer", "block")


class Present(msgspec.Struct, frozen=True, kw_only=True):
    """The step that a resident waits for. `holder` is empty where nobody is named: these days are unexplained."""

    title: str
    holder: str
    office: str
    since: date
    due_on: date | None
    late_by: int


def present_steps(actor: Actor, cases: Collection[str]) -> dict[str, Present]:
    """For each of these cases (ids that the actor was given) the step it waits for; a case without one is left out."""
    held: dict[str, list[Matter]] = {}
    # By case alone: told the kinds too, the database walks every open step there is.
    readers = readers_of(actor, cases)
    for matter in veiled(actor, Matter.objects.filter(stream__in=cases, closed_on=None), readers):
        if matter.kind in HOLDING or matter.blocks:
            held.setdefault(matter.stream, []).append(matter)
    words = _Words()
    found = ((case, _present(readers[case], matters, words)) for case, matters in held.items())
    return {case: present for case, present in found if present}


def next_due(actor: Actor, cases: Collection[str]) -> dict[str, Owed]:
    """For each of these cases (ids that the actor was given) what is due first, in whosever hands it is."""
    found: dict[str, Owed] = {}
    owed = Matter.objects.filter(stream__in=cases, closed_on=None, due_on__isnull=False).order_by("due_on", "id")
    readers = readers_of(actor, cases)
    for matter in veiled(actor, owed, readers):
        if matter.stream not in found:
            found[matter.stream] = owed_from(readers[matter.stream], matter, "")
    return found


class _Words(dict[tuple[Reader | None, str, str], str]):
    """Titles and offices in the reader's language: a page has many of the same, and each is looked up once."""

    def title(self, reader: Reader, matter: Matter) -> str:
        key = reader, matter.kind, matter.what
        return self[key] if key in self else self.setdefault(key, title_of(reader, matter))

    def office(self, office: str) -> str:
        key = None, "", office
        return self[key] if key in self else self.setdefault(key, office_words(office))


def _present(reader: Reader, matters: list[Matter], words: _Words) -> Present | None:
    now = now_of(matters)
    if now is None:
        return None
    last, _block = blocked_by(now, matters)
    return Present(
        title=words.title(reader, now),
        holder=last.holder_name if is_named(last.holder, last.reason) else "",
        office=words.office(last.office),
        since=now.since,
        due_on=now.due_on,
        late_by=now.late_by(today()),
    )
