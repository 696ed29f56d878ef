"""The ways to choose from, and the steps that somebody may finish."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from onward.access.rules import Actor
from onward.cases.rules import country_code
from onward.homecoming.queries.standing import Standing
from onward.homecoming.rules import may_record
from onward.pathway import Pathway, ways
from onward.waiting.queries import way_words

if TYPE_CHECKING:  # a model is for its own app alone; its type is for everybody
    from onward.waiting.models import Matter


class Choice(NamedTuple):
    """A way to choose: `fits` where what is known of the person speaks for it."""

    id: str
    title: str
    about: str
    fits: bool


def choices_for(standing: Standing) -> list[Choice]:
    """All ways but their own; those that fit them first, the closest on top. Nobody is put on one by itself."""
    facts = {**standing.facts, "country": country_code(standing.country)}
    others = [way for way in ways() if way.id != standing.way.id]
    others.sort(key=lambda way: -way.fitting(facts))
    return [Choice(w.id, way_words(w, w.title), way_words(w, w.about), w.fitting(facts) > 0) for w in others]


def suggestion_for(standing: Standing) -> Choice | None:
    """The way that fits better than the present one, to be shown to whoever chooses; never chosen by itself."""
    facts = {**standing.facts, "country": country_code(standing.country)}
    best = next(iter(choices_for(standing)), None)
    if best is None or not best.fits:
        return None
    weight = next(way.fitting(facts) for way in ways() if way.id == best.id)
    return best if weight > standing.way.fitting(facts) else None


def recordable(actor: Actor, standing: Standing) -> "Sequence[Matter]":
    """The open steps that the actor may say are done: theirs, or their office's."""
    return recordable_among(actor, standing.way, standing.open_steps)


def recordable_among(actor: Actor, way: Pathway, matters: "Sequence[Matter]") -> "Sequence[Matter]":
    """The same, among matters that a page has read already."""
    steps = [matter for matter in matters if matter.kind == "step" and matter.closed_on is None]
    return [matter for matter in steps if _theirs(actor, way, matter)]


def _theirs(actor: Actor, way: Pathway, matter: "Matter") -> bool:
    step = way.step(matter.what)
    offices = step.holder if step else [office for office in [matter.office] if office]
    return may_record(step=matter.what, held=matter.holder_id == actor.id, offices=offices, roles=actor.roles)
