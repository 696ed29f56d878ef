"""A resident's file: what a case page shows, put together from every room."""

from typing import TYPE_CHECKING, NamedTuple

from onward.access.queries import readings_for, staff_names
from onward.access.rules import Actor, Reader, may
from onward.access.rules import reader as reader_as
from onward.access.rules.knowing import WHOLE_FILE
from onward.care.queries import question_ids
from onward.cases.queries import companions_of, family_of, known_to, knows_in, knows_kind, liberty_of, openings_for
from onward.homecoming.queries import recordable_among
from onward.journal.compartments import IDENTITY
from onward.kit.dates import today
from onward.oversight.queries import reviews_of
from onward.places.queries import names_of
from onward.tracing.queries import linked_with
from onward.waiting.queries import (
    Days,
    Rest,
    WayPicture,
    days_for,
    matters_of,
    owed_from,
    rest_of,
    title_of,
    veiled,
    way_of,
    way_state,
)
from onward.waiting.queries import Owed as Line
from onward.waiting.rules import may_explain

if TYPE_CHECKING:
    from datetime import date

    from onward.access.models import Reading
    from onward.cases.models import Case
    from onward.cases.queries import Knows, Standing
    from onward.oversight.queries import Reviews
    from onward.pathway import Pathway
    from onward.waiting.models import Matter
    from onward.waiting.queries import StepMark

SEEN_SHOWN = 6
ELSEWHERE = ("step", "block", "challenge", "screening", "review")
"""What the page shows in a place of its own."""


class Owed(NamedTuple):
    """Something owed besides the way: a need, an answer, a transfer. `question`: its id, if it is one."""

    matter: "Matter"
    title: str
    line: Line
    question: str = ""
    explains: bool = False
    brings: bool = False
    """It is the reader's to hand on, and not to read."""


class Opened(NamedTuple):
    """That somebody opened the identity, and why."""

    name: str
    day: "date"
    reason: str


class File(NamedTuple):
    """All that the page shows of one resident. `records`: whether a step is the reader's to finish by saying so."""

    case: "Case"
    names: dict[str, str]
    worker: str
    wish: str
    way: WayPicture
    rest: Rest | None
    days: Days
    reached: frozenset[str]
    step: str
    matter: str
    explains: bool
    records: bool
    owed: list[Owed]
    blocks: list[Owed]
    family: "list[Case]"
    companions: "list[Case]"
    readings: "list[Reading]"
    openings: list[Opened]
    knows: "Knows"
    liberty: "Standing"
    reviews: "Reviews"
    linked: "list[tuple[Case, bool]]"


def file_for(actor: Actor, case: "Case") -> File:
    """What the actor may see of a resident whom `case_for` gave them."""
    every, knows = matters_of(case.id), knows_in(actor, case)
    reader = reader_as(actor, of_host=knows.of_host)
    matters = veiled(actor, every, {case.id: reader})
    openings = openings_for(case)[:SEEN_SHOWN]
    why = bool(openings) and knows_kind(actor, case, "cases.identity_opened")
    staff = staff_names({case.case_worker, *(opening.by for opening in openings)} - {""})
    state = way_state(case.id)
    way = way_of(actor, case, state=state, matters=matters, reader=reader)
    now = next((step for step in way.steps if step.state == "now"), None)
    present = next((one for one in matters if now and one.id == now.matter), None)
    transfer = any(m.kind == "transfer" and m.closed_on is None for m in matters)
    return File(
        case=case,
        names=names_of({case.site, case.place, case.custody}),
        worker=staff.get(case.case_worker, ""),
        way=way,
        rest=_rest(actor, now, matters) if now and not transfer else None,
        days=days_for(actor, case, state=state, reader=reader),
        wish=state[1].get("wish", ""),
        reached=frozenset(m.what for m in matters if m.kind == "step" and _reached(m)),
        step=now.id if now and not transfer else "",
        matter=now.matter if now else "",
        explains=present is not None and _explains(actor, present),
        records=bool(recordable_among(actor, state[0], every)),
        owed=_owed(actor, reader, state[0], matters),
        blocks=_blocks(actor, reader, state[0], matters),
        family=known_to(actor, family_of(case)),
        companions=[
            one for one in known_to(actor, companions_of(case)) if not case.family or one.family != case.family
        ],
        readings=readings_for(actor, case.id, most=SEEN_SHOWN) if may(actor, "cases.see_history") else [],
        liberty=liberty_of(actor, case, kinds={matter.kind for matter in every}),
        reviews=reviews_of(actor, case),
        knows=knows,
        linked=linked_with(actor, case) if IDENTITY in knows.opens else [],
        openings=[Opened(staff.get(one.by, ""), one.day, one.reason if why else "") for one in openings],
    )


def _rest(actor: Actor, now: "StepMark", matters: "list[Matter]") -> Rest | None:
    if actor.roles.isdisjoint(WHOLE_FILE):
        return None
    return next((rest_of(now.id, matter.since) for matter in matters if matter.id == now.matter), None)


def _reached(matter: "Matter") -> bool:
    return matter.closed_on is None or matter.outcome == "done"


def _brings(actor: Actor, matter: "Matter") -> bool:
    return not matter.is_told and matter.holder_id == actor.id


def _is_owed(matter: "Matter") -> bool:
    return matter.closed_on is None and matter.kind not in ELSEWHERE


def _explains(actor: Actor, matter: "Matter") -> bool:
    return matter.is_told and bool(matter.late_by(today())) and may_explain(matter.holder, by=actor.id)


def _owed(actor: Actor, reader: Reader, way: "Pathway", matters: "list[Matter]") -> list[Owed]:
    due = [m for m in matters if _is_owed(m)]
    if not due:
        return []
    questions = [m.id for m in due if m.kind == "question"]
    asked = question_ids(questions) if questions else {}
    due.sort(key=lambda m: (m.due_on is None, m.due_on, m.id))
    return [
        Owed(
            m,
            title_of(reader, m, way),
            owed_from(reader, m, ""),
            asked.get(m.id, ""),
            _explains(actor, m),
            _brings(actor, m),
        )
        for m in due
    ]


def _blocks(actor: Actor, reader: Reader, way: "Pathway", matters: "list[Matter]") -> list[Owed]:
    blocks = [m for m in matters if m.kind == "block" and m.closed_on is None and m.compartment == "record"]
    return [Owed(m, title_of(reader, m, way), owed_from(reader, m, ""), explains=_explains(actor, m)) for m in blocks]
