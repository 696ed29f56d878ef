"""Lists of what is owed, across residents."""

from collections.abc import Iterator
from datetime import date

import msgspec
from django.db.models import QuerySet

from onward.access.rules import Actor
from onward.cases.queries import cases_for
from onward.kit.dates import today
from onward.kit.errors import NotFound
from onward.pathway import named
from onward.waiting.models import Matter
from onward.waiting.queries.titles import office_words, title_of
from onward.waiting.queries.ways import DEFAULT

CHUNK = 200
CHUNKS = 25


class Owed(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a list: what is owed to whom, by whom, until when."""

    id: str
    case: str
    case_name: str
    kind: str
    what: str
    title: str
    holder: str
    office: str
    since: date
    due_on: date | None
    late_by: int
    reason: str

    @property
    def after(self) -> str:
        """Where the next page begins after this line."""
        return f"{self.due_on or ''}.{self.id}"


def matters_for(
    actor: Actor, *, mine: bool = False, late: bool = False, nobodys: bool = False, after: str = "", size: int = 25
) -> list[Owed]:
    """Open matters of residents in the actor's reach, the one due first on top: one's own, late ones, nobody's."""
    wanted = Matter.objects.filter(closed_on=None, compartment="record", due_on__isnull=False)
    if mine:
        wanted = wanted.filter(holder_id=actor.id)
    if late:
        wanted = wanted.filter(due_on__lt=today())
    if nobodys:
        wanted = wanted.filter(holder_id="", holder_name="")
    owed: list[Owed] = []
    for matter, name in _reached(actor, wanted.order_by("due_on", "id"), after):
        owed.append(_owed(matter, name))
        if len(owed) == size:
            break
    return owed


def matter_for(actor: Actor, matter: str) -> Matter:
    """One open or closed matter of a resident in the actor's reach."""
    found = Matter.objects.filter(id=matter, compartment="record").first()
    if found is None or not cases_for(actor, ids=[found.stream], ended=None, size=1):
        raise NotFound(matter)
    return found


def _reached(actor: Actor, wanted: QuerySet[Matter], after: str) -> Iterator[tuple[Matter, str]]:
    """Walk the matters in order, a stretch at a time, leaving out those of residents the actor may not know of."""
    due, _dot, last = after.partition(".")
    for _stretch in range(CHUNKS):
        part = wanted
        if last:
            part = part.filter(due_on__gt=due) | part.filter(due_on=due, id__gt=last)
        rows = list(part[:CHUNK])
        if not rows:
            return
        names = {case.id: case.name for case in cases_for(actor, ids={m.stream for m in rows}, ended=None, size=CHUNK)}
        yield from ((matter, names[matter.stream]) for matter in rows if matter.stream in names)
        due, last = str(rows[-1].due_on), rows[-1].id


def _owed(matter: Matter, case_name: str) -> Owed:
    return Owed(
        id=matter.id,
        case=matter.stream,
        case_name=case_name,
        kind=matter.kind,
        what=matter.what,
        title=title_of(matter, named(DEFAULT)),
        holder=matter.holder_name,
        office=office_words(matter.office),
        since=matter.since,
        due_on=matter.due_on,
        late_by=matter.late_by(today()),
        reason=matter.reason,
    )


def held_by(staff: str) -> list[Matter]:
    """Every open matter that a member of staff owes, of whichever resident: for releasing them."""
    return list(Matter.objects.filter(holder_id=staff, closed_on=None).order_by("stream", "since", "id"))
