"""What an act on the way opens and closes."""

from collections.abc import Callable, Collection, Mapping, Sequence

import msgspec

from onward.cases.events import Closes, Holder, Opens
from onward.kit.ids import derived_id
from onward.pathway import Pathway, Step, following, opened

Finder = Callable[[Step], Holder]


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """How a way stands: which steps are done and which are open (step -> id of its matter), and the facts."""

    done: dict[str, str] = {}
    open: dict[str, str] = {}
    facts: dict[str, str] = {}


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """What to put on the event that is about to be said; `pathway` only when it changes."""

    opens: tuple[Opens, ...] = ()
    closes: tuple[Closes, ...] = ()
    facts: dict[str, str] = {}
    pathway: str = ""


def after(
    pathway: Pathway,
    known: Known,
    *,
    done: Sequence[str],
    undone: Collection[str],
    facts: Mapping[str, str],
    entry_id: str,
    holder: Finder,
) -> Way:
    """The way after an act: `done` are the steps it did, `undone` those it opens anew, `facts` what it told.

    Every step that is done is a matter that was opened and closed, so a step done before its turn is both at once.
    """
    fallen = (set(undone) | _behind(pathway, undone)) & known.done.keys() - set(done)
    all_done = known.done.keys() - fallen - set(undone) | set(done)
    all_facts = {**known.facts, **facts}
    now = opened(pathway, all_done, all_facts)
    keep = {step.id for step in now}
    closes = [
        Closes(id=matter, outcome="done" if step in done else "superseded")
        for step, matter in known.open.items()
        if step in done or step not in keep
    ]
    # Closed long ago; that it is done no longer stands. Whose the days were stays as it was.
    closes += [Closes(id=matter, outcome="superseded") for step, matter in known.done.items() if step in fallen]
    early = [step for step in pathway.steps if step.id in done and step.id not in known.open]
    closes += [Closes(id=_id(entry_id, step)) for step in early if step.id not in known.done or step.id in undone]
    opens = [step for step in early if step.id not in known.done or step.id in undone]
    opens += [step for step in now if step.id not in known.open]
    return Way(
        opens=tuple(_opens(step, entry_id, holder(step)) for step in opens),
        closes=tuple(closes),
        facts={**facts, **_stage(pathway, now)},
    )


def _behind(pathway: Pathway, undone: Collection[str]) -> set[str]:
    return {later for step in undone for later in following(pathway, step)}


def _id(entry_id: str, step: Step) -> str:
    return derived_id(entry_id, "step", step.id)


def _opens(step: Step, entry_id: str, holder: Holder) -> Opens:
    return Opens(
        id=_id(entry_id, step),
        kind="step",
        what=step.id,
        holder=holder,
        norm=step.within,
        warn=step.warn,
        rank=step.rank,
    )


def _stage(pathway: Pathway, now: Sequence[Step]) -> dict[str, str]:
    """Where the case stands: the stage of the earliest open step, or the last stage when all is done."""
    return {"stage": now[0].stage if now else pathway.stages[-1].id}
