"""Matters follow every event of a case, whoever said it."""

from datetime import timedelta

from onward.cases.events import CaseEvent, CaseOpenedEvent, Closes, Holder, Holds, IdentityNoted, Opens
from onward.cases.rules import age_fact
from onward.journal.compartments import FILE
from onward.journal.entries import Entry
from onward.journal.project import projector
from onward.kit.ids import derived_id
from onward.waiting.events import MatterEscalated, OverrunExplained
from onward.waiting.models import Escalation, Matter, WayState
from onward.waiting.rules.clocks import late_from
from onward.waiting.rules.words import AFTER_STAY, OF_THE_FILE


@projector(CaseEvent, opens=FILE)
def keep_matters(event: CaseEvent, entry: Entry) -> None:
    if event.pathway or event.facts or _band(event):
        _keep_way(event, entry)
    for opens in event.opens:
        _open(opens, entry)
    for holds in event.holds:
        _hold(holds, entry)
    for closes in event.closes:
        _close(closes, entry)
    if event.facts.get("ended"):
        told = entry.told_on
        left = Matter.objects.filter(closed_on__isnull=True).exclude(kind__in=(*AFTER_STAY, *OF_THE_FILE))
        left.update(closed_on=entry.day, closed_told_on=told, outcome="ended")
        Escalation.objects.filter(stream=entry.stream).delete()


def _keep_way(event: CaseEvent, entry: Entry) -> None:
    way, _new = WayState.objects.get_or_create(id=entry.stream)
    if event.pathway and way.pathway and event.pathway != way.pathway:
        old = Matter.objects.filter(kind="step", closed_on=None)
        Escalation.objects.filter(matter__in=[matter.id for matter in old]).delete()
        old.update(closed_on=entry.day, closed_told_on=entry.told_on, outcome="superseded")
    way.pathway = event.pathway or way.pathway
    way.facts = {**way.facts, **event.facts, **_age(event, way.facts.get("age", ""))}
    if event.facts.get("ended"):
        way.ended_on, way.ended_told_on, way.ended_how = entry.day, entry.told_on, event.facts["ended"]
    elif "ended" in event.facts:  # they are here again
        way.ended_on, way.ended_told_on, way.ended_how = None, None, ""
    way.save()


def _age(event: CaseEvent, before: str) -> dict[str, str]:
    """What the event says of the age, as it now stands: corrected, it no longer says what its facts say."""
    band = _band(event)
    return {"age": age_fact(band, before=before)} if band else {}


def _band(event: CaseEvent) -> str:
    return event.age if isinstance(event, CaseOpenedEvent | IdentityNoted) else ""


def _open(opens: Opens, entry: Entry) -> None:
    due_on = None if opens.norm is None else entry.day + timedelta(days=opens.norm)
    Matter.objects.create(
        id=opens.id,
        kind=opens.kind,
        what=opens.what,
        holder_kind=opens.holder.kind,
        holder_id=opens.holder.id,
        holder_name=opens.holder.name,
        office=opens.holder.office,
        since=entry.day,
        told_on=entry.told_on,
        norm=opens.norm,
        warn=opens.warn,
        due_on=due_on,
        late_from=due_on,
        rank=opens.rank,
        reason=opens.reason,
        blocks=opens.blocks,
        compartment=entry.within or opens.compartment,
        entry=entry.id,
        said_by=entry.author,
    )


def _hold(holds: Holds, entry: Entry) -> None:
    matter, holder = Matter.objects.filter(id=holds.id).first(), holds.holder
    if matter is None or (matter.held_since and entry.happened_at < matter.held_since):
        return  # told late: it has passed into other hands since, and the account keeps whose those days were
    matter.held_since = entry.happened_at
    if matter.due_on and holder.kind != "nobody" and _who(holder) != _who(matter.holder):
        matter.late_from = late_from(matter.due_on, entry.day)
    matter.holder_kind, matter.holder_id, matter.holder_name = holder.kind, holder.id, holder.name
    matter.office = holder.office or matter.office
    matter.reason = holds.reason or matter.reason
    matter.save()


def _who(holder: Holder) -> tuple[str, str]:
    return holder.kind, holder.id or holder.name


def _close(closes: Closes, entry: Entry) -> None:
    matter = Matter.objects.filter(id=closes.id).first()
    if matter is not None:
        # What is closed stays closed; a later entry may only say that it no longer counts as done.
        matter.closed_on = min(matter.closed_on or entry.day, entry.day)
        matter.closed_told_on = min(matter.closed_told_on or entry.told_on, entry.told_on)
        matter.outcome = closes.outcome
        matter.save()
        Escalation.objects.filter(matter=matter.id).delete()


@projector(OverrunExplained, opens=FILE)
def keep_overrun(event: OverrunExplained, entry: Entry) -> None:
    """Why it is late, as said last."""
    said = {"overrun": event.reason, "overrun_words": event.words[:400], "overrun_on": entry.day}
    Matter.objects.filter(id=event.matter).update(**said)


@projector(MatterEscalated, opens=FILE)
def keep_escalation(event: MatterEscalated, entry: Entry) -> None:
    """Who was told. Of a matter that has another due day by now, or is closed, it tells nobody anything any more."""
    matter = Matter.objects.filter(id=event.matter).first()
    if matter is None or matter.due_on != event.due:
        return
    Matter.objects.filter(id=event.matter).update(level=max(matter.level, event.level))
    for rung in event.rungs if matter.closed_on is None else ():
        row = Escalation(
            id=derived_id(event.matter, "told", rung.to.id or rung.to.office),
            matter=event.matter,
            level=rung.level,
            to=rung.to.id,
            name=rung.to.name,
            office=rung.to.office,
            due_on=event.due,
            fell_on=rung.fell_on,
            told_on=entry.day,
        )
        row.save()
