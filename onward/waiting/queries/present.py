"""Where many residents stand at once: the step that each waits for now, and whose it is."""

from collections.abc import Collection
from datetime import date

import msgspec

from onward.kit.dates import today
from onward.pathway import named
from onward.waiting.models import Matter
from onward.waiting.queries.pictures import blocked_by, now_of
from onward.waiting.queries.titles import office_words, title_of
from onward.waiting.queries.ways import DEFAULT
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


def present_steps(cases: Collection[str]) -> dict[str, Present]:
    """For each of these cases (ids that the actor was given) the step it waits for; a case without one is left out."""
    held: dict[str, list[Matter]] = {}
    for matter in Matter.objects.filter(stream__in=cases, closed_on=None, kind__in=HOLDING):
        held.setdefault(matter.stream, []).append(matter)
    return {case: present for case, matters in held.items() if (present := _present(matters))}


def _present(matters: list[Matter]) -> Present | None:
    now = now_of(matters)
    if now is None:
        return None
    last, _block = blocked_by(now, matters)
    return Present(
        title=title_of(now, named(DEFAULT)),
        holder=last.holder_name if is_named(last.holder, last.reason) else "",
        office=office_words(last.office),
        since=now.since,
        due_on=now.due_on,
        late_by=now.late_by(today()),
    )
