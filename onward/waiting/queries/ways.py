"""Where a way stands, and what an act on it opens and closes."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from msgspec.structs import replace

from onward.access.queries import staff_names
from onward.cases.events import Closes, Holder, Opens
from onward.cases.queries import office_holder
from onward.journal import quick
from onward.pathway import Pathway, Step, sound
from onward.waiting.models import Matter, WayState
from onward.waiting.rules import Known, Way, after

DEFAULT = "default"


class CaseLike(Protocol):
    """What of a case its way depends on."""

    @property
    def id(self) -> str: ...
    @property
    def site(self) -> str: ...
    @property
    def custody(self) -> str: ...


def way_after(
    case: CaseLike,
    *,
    done: Sequence[str] = (),
    undone: Collection[str] = (),
    facts: Mapping[str, str] | None = None,
    entry_id: str,
    pathway: str = "",
) -> Way:
    """What an act opens and closes: put it all on the event that you append under `entry_id`.

    `undone` are steps that this act opens anew, all behind them falling away (a consent withdrawn); `pathway`
    puts the case on another way.
    """
    state = next(iter(quick.rows(WayState, id=case.id)), None)
    before = state.pathway if state and state.pathway else getattr(case, "pathway", "") or DEFAULT
    name = pathway or before
    last = _last(case.id)
    known = _known(last, dict(state.facts) if state else {})
    left = known.open if name != before else {}
    way = after(
        way_named(name),
        replace(known, open={}) if left else known,
        done=done,
        undone=undone,
        facts=facts or {},
        entry_id=entry_id,
        holder=lambda step: _holder(case, step),
    )
    if name == before:
        return way
    # The steps of the way left behind close that day; what was done on it stays done.
    old = (Closes(id=matter, outcome="superseded") for matter in left.values())
    return replace(way, opens=_kept(way.opens, last), closes=(*old, *way.closes), pathway=name)


State = tuple[Pathway, dict[str, str]]


def way_state(case: str) -> State:
    """The way that a case follows, and the facts told of it."""
    state = next(iter(quick.rows(WayState, id=case)), None)
    return way_named(state.pathway if state and state.pathway else DEFAULT), dict(state.facts) if state else {}


def way_named(name: str) -> Pathway:
    """The way of that id; the one on which everybody begins where its file is gone."""
    try:
        return sound(name)
    except KeyError:
        return sound(DEFAULT)


def _last(case: str) -> dict[str, Matter]:
    # What is open stands, whichever of two entries got its id first.
    steps = quick.rows(Matter, stream=case, kind="step")
    steps.sort(key=lambda matter: (matter.closed_on is None, matter.entry, matter.id))
    return {matter.what: matter for matter in steps}


def _kept(opens: Sequence[Opens], last: Mapping[str, Matter]) -> tuple[Opens, ...]:
    """A step that was open on the way left behind is still whose it was, and waits for the same reason."""
    kept = []
    for one in opens:
        matter = last.get(one.what)
        still = matter is not None and matter.closed_on is None
        kept.append(replace(one, holder=matter.holder, reason=matter.reason) if matter and still else one)
    return tuple(kept)


def _known(last: Mapping[str, Matter], facts: dict[str, str]) -> Known:
    return Known(
        done={what: matter.id for what, matter in last.items() if matter.outcome == "done"},
        open={what: matter.id for what, matter in last.items() if matter.closed_on is None},
        facts=facts,
    )


def _holder(case: CaseLike, step: Step) -> Holder:
    """The person behind the first of the step's offices that has one; an office without a person is nobody."""
    for office in step.holder:
        found = _officer(case, office)
        if found is not None:
            return found
    return Holder(office=step.holder[0] if step.holder else "")


def _officer(case: CaseLike, office: str) -> Holder | None:
    if office == "case_worker":
        worker = getattr(case, "case_worker", "")
        name = staff_names([worker]).get(worker, "") if worker else ""
        return Holder(kind="staff", id=worker, name=name, office=office) if worker else None
    organisation = case.custody if office == "custody_officer" else ""
    holder = office_holder(office, case.site, organisation=organisation)
    return holder if holder.id else None
