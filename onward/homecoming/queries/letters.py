"""What was told to whom and what came back: the resident's to read, and their case's staff's."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Exists, OuterRef

from onward.access.queries import staff_names
from onward.access.rules import Actor, may
from onward.access.rules.grants import RESIDENT
from onward.cases.queries import case_names, ids_beyond_host
from onward.homecoming.models import Disclosure, Inquiry
from onward.homecoming.rules.letters import NORM, NORMS, SETTLED
from onward.kit.dates import today
from onward.kit.errors import NotFound

if TYPE_CHECKING:  # a model is for its own app alone; its type is for everybody
    from onward.cases.models import Case

MOST_LISTED = 300
"""Letters on one page; whoever has more unanswered begins with the oldest anyway."""


class Letter(NamedTuple):
    """One letter that left the programme; what came back stands with the first, not with its reminders."""

    body: str
    told: list[str]
    sent_on: date
    reminder: bool
    by: str
    asks_for: str
    asked: Inquiry | None


class Out(NamedTuple):
    """A letter that waits for its answer."""

    letter: Inquiry
    case_name: str
    due_on: date

    @property
    def late(self) -> bool:
        """Whether the answer should have come by now."""
        return self.due_on < today()


class Body(NamedTuple):
    """Somebody outside, and every letter to them that waits for its answer, the oldest first."""

    name: str
    letters: list[Out]

    @property
    def late(self) -> int:
        """How many of them should have been answered by now."""
        return sum(out.late for out in self.letters)


def disclosures_of(actor: Actor, case: "Case") -> Sequence[Letter]:
    """What was told to whom about a resident (one that the actor was given), latest first."""
    if not (may(actor, "homecoming.see_way") or (actor.id == case.id and RESIDENT in actor.roles)):
        raise NotFound(case.id)
    rows = list(Disclosure.objects.filter(stream=case.id).order_by("-sent_on", "-id"))
    asked = {inquiry.id: inquiry for inquiry in Inquiry.objects.filter(stream=case.id)}
    names = staff_names(row.sent_by for row in rows)
    return [_letter(row, asked.get(row.inquiry), names.get(row.sent_by, "")) for row in rows]


def _letter(row: Disclosure, asked: Inquiry | None, by: str) -> Letter:
    asks_for = asked.asks_for if asked else ""
    return Letter(row.body, row.told, row.sent_on, row.reminder, by, asks_for, None if row.reminder else asked)


def letters_out_for(actor: Actor) -> list[Body]:
    """The letters about residents in the actor's reach that nobody has answered, by body, the oldest first."""
    here = ids_beyond_host(actor).filter(id=OuterRef("stream"), ended_on=None)
    waiting = Inquiry.objects.filter(Exists(here)).exclude(answer__in=("confirmed", *SETTLED))
    waiting = waiting.order_by("asked_on", "id")[:MOST_LISTED]
    return _by_body(list(waiting))


def _by_body(waiting: Iterable[Inquiry]) -> list[Body]:
    names = case_names(letter.stream for letter in waiting)
    bodies: dict[str, list[Out]] = {}
    for letter in waiting:
        due_on = letter.asked_on + timedelta(days=NORMS.get(letter.about, NORM))
        out = Out(letter, names.get(letter.stream, ""), due_on)
        bodies.setdefault(letter.body, []).append(out)
    return [Body(name, letters) for name, letters in bodies.items()]
