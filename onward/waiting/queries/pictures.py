"""The way as `waiting/way.html` draws it, and why somebody waits, in words."""

from datetime import date, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

import msgspec
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from onward.access.rules import Actor, Reader
from onward.cases.queries import case_for, reader_of
from onward.kit.dates import today
from onward.pathway import Pathway, Stage, Step
from onward.ui.templatetags.look import day_words
from onward.waiting.models import Matter
from onward.waiting.queries.besides import beside, decided
from onward.waiting.queries.clocks import told_of
from onward.waiting.queries.hands import veiled
from onward.waiting.queries.matters import matters_of
from onward.waiting.queries.titles import (
    known_as,
    office_words,
    overrun_words,
    reason_words,
    stage_title,
    step_title,
    title_of,
    way_words,
)
from onward.waiting.queries.usual import Usual, usual_of
from onward.waiting.queries.ways import State, way_state
from onward.waiting.rules import Explanation, Lateness, Told, Waiting, explain, is_named, norm_words
from onward.waiting.rules.words import REASONS

if TYPE_CHECKING:
    from onward.cases.models import Case


class StageMark(msgspec.Struct, frozen=True, kw_only=True):
    """A stage on the line: done, now or later."""

    title: str
    state: str


class StepMark(msgspec.Struct, frozen=True, kw_only=True):
    """A step in the column; `usual` only for the one that is open and comes first."""

    id: str
    title: str
    state: str
    day: date | None = None
    norm: int | None = None
    late_by: int = 0
    timing: str = ""
    matter: str = ""
    usual: Usual | None = None


class WayPicture(msgspec.Struct, frozen=True, kw_only=True):
    """The whole way of one resident. `depends`: what comes after hangs on a wish that is not known yet."""

    stages: tuple[StageMark, ...]
    steps: tuple[StepMark, ...]
    explanation: Explanation
    depends: bool = False
    title: str = ""

    @property
    def ahead(self) -> tuple[StepMark, ...]:
        """The last steps, of which none was opened yet: the same for all who have come so far."""
        return tuple(takewhile(lambda step: step.state == "later" and not step.matter, reversed(self.steps)))[::-1]

    @property
    def begun(self) -> tuple[StepMark, ...]:
        """The steps before these."""
        return self.steps[: len(self.steps) - len(self.ahead)]

    @property
    def next(self) -> str:
        """The step that comes after the present one, in words."""
        after = False
        for step in self.steps:
            if after and step.state == "later" and not step.matter:
                return step.title
            after = after or step.state == "now"
        return ""


def way_of(
    actor: Actor,
    case: "Case | str",
    *,
    state: State | None = None,
    matters: list[Matter] | None = None,
    reader: Reader | None = None,
) -> WayPicture:
    """The way of a resident: stages, steps, and the present one with its holder.

    `state`, `matters` and `reader` are what `way_state`, `matters_of` and `reader_of` gave, if they were asked already.
    """
    file = case_for(actor, case) if isinstance(case, str) else case
    way, facts = state or way_state(file.id)
    reader = reader or reader_of(actor, file)
    matters = veiled(actor, matters_of(file.id) if matters is None else matters, {file.id: reader})
    now = now_of(matters)
    latest = {matter.what: matter for matter in sorted(matters, key=lambda m: m.entry) if matter.kind == "step"}
    # A step of a way that was left is history: the account keeps it, the picture shows it as still to come, if at all.
    last = {what: m for what, m in latest.items() if m.closed_on is None or m.outcome == "done"}
    ended = file.ended_on is not None
    # A step that hangs on what nobody knows yet is not drawn: it would read as if it had been decided.
    ahead = [step for step in way.steps if step.applies(facts) and step.unless.keys() <= facts.keys() and not ended]
    # Nor one that the reader may know of only once it is reached: all of them together would tell which way it is.
    ahead = [step for step in ahead if known_as(reader, step.id) == step.id]
    shown = [step for step in way.steps if step.id in last or step in ahead]
    steps = (_step(step_title(reader, step.id, way), step, last.get(step.id), first=now) for step in shown)
    return WayPicture(
        stages=tuple(_stage(reader, stage, way, facts.get("stage", ""), ended=ended) for stage in way.stages),
        # After a change of mind what was done further on stays done: it is told before what waits now.
        steps=tuple(sorted(steps, key=lambda step: step.state != "done")),
        explanation=explain(_waiting(reader, way, matters, now), ended_on=file.ended_on),
        depends="wish" not in facts and not ended,
        title=way_words(way, way.title) if reader.names else _("The way onward"),
    )


def explanation_for(actor: Actor, case: "Case | str") -> Explanation:
    """Why the resident waits, in words, for staff and for the resident."""
    file = case_for(actor, case) if isinstance(case, str) else case
    way, _facts = way_state(file.id)
    reader = reader_of(actor, file)
    matters = veiled(actor, matters_of(file.id), {file.id: reader})
    return explain(_waiting(reader, way, matters, now_of(matters)), ended_on=file.ended_on)


def now_of(matters: list[Matter]) -> Matter | None:
    """Of a case's matters the open step that comes first, or the transfer under way."""
    held = [m for m in matters if m.kind in ("step", "transfer") and m.closed_on is None and m.compartment == "record"]
    return min(held, key=lambda m: (m.rank, m.since, m.entry, m.id), default=None)


def _stage(reader: Reader, stage: Stage, way: Pathway, now: str, *, ended: bool) -> StageMark:
    order = [each.id for each in way.stages]
    at = order.index(now) if now in order else 0
    place = order.index(stage.id)
    done = place < at or (ended and place <= at)
    return StageMark(title=stage_title(reader, stage, way), state="done" if done else "now" if place == at else "later")


def _step(title: str, step: Step, matter: Matter | None, *, first: Matter | None) -> StepMark:
    if matter is None:
        timing = norm_words(get_language(), step.within)
        return StepMark(id=step.id, title=title, state="later", norm=step.within, timing=timing)
    if matter.closed_on is not None:
        return StepMark(id=step.id, title=title, state="done", day=matter.closed_on, norm=matter.norm)
    opened = first is not None and first.id == matter.id
    late_by = matter.late_by(today())
    return StepMark(
        id=step.id,
        title=title,
        state="now" if opened else "later",
        norm=matter.norm,
        late_by=late_by,
        timing=norm_words(get_language(), matter.norm, late_by),
        matter=matter.id,
        usual=usual_of(matter) if opened else None,
    )


def _waiting(reader: Reader, way: Pathway, matters: list[Matter], now: Matter | None) -> Waiting | None:
    if now is None:
        return None
    last, block = blocked_by(now, matters)
    holder = last.holder
    step = way.step(now.what)
    reason = last.reason or now.reason
    day, office = decided(last)
    return Waiting(
        title=title_of(reader, now, way),
        say=way_words(way, step.say) if step and now.kind == "step" else _("You are being moved to another site."),
        holder=holder,
        office=office_words(holder.office),
        named=is_named(holder, last.reason),
        days=(today() - now.since) // timedelta(days=1),
        norm=now.norm,
        block=title_of(reader, block, way) if block else "",
        reason=reason_words(reason),
        answer=str(REASONS.get(reason, "")),
        decided_on=day,
        decided_by=office,
        beside=beside(reader, way, matters, now),
        late=_lateness(now, last),
    )


def _lateness(now: Matter, last: Matter) -> Lateness:
    """Why a step is late, and who was told: of the step itself, and of what holds it up."""
    matters = {now.id, last.id} if now.level or last.level else ()
    why = last if last.overrun else now
    told = sorted(told_of(now.stream, matters), key=lambda one: one.told_on, reverse=True) if matters else ()
    first = {(one.to, one.office): one for one in told}  # told of both, each is named with the first day
    return Lateness(
        reason=overrun_words(why.overrun),
        words=why.overrun_words.rstrip("."),
        told=tuple(
            Told(name=one.name, office=one.office, office_name=office_words(one.office), day=day_words(one.told_on))
            for one in sorted(first.values(), key=lambda one: one.told_on)
        ),
    )


def blocked_by(step: Matter, matters: list[Matter]) -> tuple[Matter, Matter | None]:
    """What blocks a step, the last of the chain: whose the days are; and again, or None where nothing does."""
    seen, last = {step.id}, step
    while True:
        blocking = [
            m
            for m in matters
            if m.blocks == last.id and m.closed_on is None and m.compartment == "record" and m.id not in seen
        ]
        if not blocking:
            return last, None if last is step else last
        last = min(blocking, key=lambda m: (m.since, m.entry, m.id))
        seen.add(last.id)
