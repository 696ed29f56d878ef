"""A case opens, moves, and ends."""

from typing import Any

from onward.cases.events import CaseEvent, CaseOpenedEvent
from onward.cases.models import Case, Companion
from onward.journal.entries import Entry
from onward.journal.project import projector
from onward.kit.ids import derived_id, is_id


@projector(CaseOpenedEvent)
def open_case(event: CaseOpenedEvent, entry: Entry) -> None:
    Case.objects.create(
        id=entry.stream,
        stream=entry.stream,
        name=event.case_name,
        language=event.language,
        sex=event.sex,
        age=event.age,
        arrived_at=entry.happened_at,
        arrived_on=entry.day,
        family=event.family,
        liberty_may_leave=event.liberty_may_leave,
        liberty_by=event.liberty_by,
        liberty_ground=event.liberty_ground,
        **_changes(event, entry),
    )
    for other in event.companions:
        Companion.objects.create(id=derived_id(entry.id, other), stream=entry.stream, other=other)


@projector(CaseEvent)
def keep_case(event: CaseEvent, entry: Entry) -> None:
    if not isinstance(event, CaseOpenedEvent):  # the row was opened with all that this could say
        Case.objects.filter(id=entry.stream).update(**_changes(event, entry))


def _changes(event: CaseEvent, entry: Entry) -> dict[str, Any]:
    changed: dict[str, Any] = {"last_entry_on": entry.recorded_on}
    # A clock is no person, and a change of hands nothing that happens to one.
    if isinstance(event, CaseOpenedEvent) or (is_id(entry.author) and not event.quiet and not event.among_staff):
        changed |= {"last_done_on": entry.recorded_on, "last_done": event.kind}
    if isinstance(event, CaseOpenedEvent):
        changed |= {"site": event.site, "custody": event.custody}
    if event.moves is not None:
        moves = {"site": event.moves.site, "place": event.moves.place, "custody": event.moves.custody}
        changed |= {field: value for field, value in moves.items() if value is not None}
    if changed.get("custody"):
        changed["host"] = changed["custody"]
    if event.pathway:
        changed["pathway"] = event.pathway
    if "stage" in event.facts:
        changed["stage"] = event.facts["stage"]
    if event.facts.get("ended"):
        changed |= {"ended_on": entry.day, "ended_how": event.facts["ended"], "place": ""}
    elif "ended" in event.facts:  # they are here again, and a new stay begins
        changed |= {"ended_on": None, "ended_how": "", "arrived_at": entry.happened_at, "arrived_on": entry.day}
    return changed
