"""What a pathway is made of."""

from collections.abc import Mapping

import msgspec

OTHERWISE = "otherwise"

WEIGHTS = {"return": 100, "age": 10}
"""A return found unsafe comes before all else, then a child; every other fact weighs one."""

Conditions = dict[str, tuple[str, ...]]


class Stage(msgspec.Struct, frozen=True):
    """A stretch of the way, as drawn on its line."""

    id: str
    title: str


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step: what is owed, by which office, within how many days, and after which other steps.

    `holder` lists offices; the first that a named person fills owes the step. `outside` marks a step that an
    outside body owes: which body, only the event that opens it can say. `when` names facts and the values under
    which the step is part of the way at all; `unless` the values under which it is not. `say` is what a resident
    is told while the step is open, and `title_for_person` what the step is called on their own page; where a file
    gives none, it is called there as everywhere. `warn` is how many days before its norm is over the step counts as
    due soon.
    """

    id: str
    stage: str
    title: str
    say: str
    title_for_person: str = ""
    needs: tuple[str, ...] = ()
    holder: tuple[str, ...] = ()
    outside: bool = False
    within: int | None = None
    warn: int | None = None
    when: Conditions = {}
    unless: Conditions = {}
    evidence: str = ""
    rank: int = 0

    def applies(self, facts: Mapping[str, str]) -> bool:
        """Whether the step is part of the way for someone of whom these facts are known."""
        meant = all(facts.get(fact, "") in values for fact, values in self.when.items())
        return meant and not any(facts.get(fact, "") in values for fact, values in self.unless.items())


class Pathway(msgspec.Struct, frozen=True, kw_only=True):
    """A whole way: its stages in order, its steps in order of rank.

    `ends` says for each wish how the stay ends where the way leads; a wish that is not in it leads nobody away.
    `fits` are the facts under which the way is suggested, any of them; `anew` the steps that whoever is put on this
    way has to do anew. `words` are the texts in other languages, of a file that brings its own.
    """

    id: str
    title: str
    stages: tuple[Stage, ...]
    steps: tuple[Step, ...]
    about: str = ""
    ends: dict[str, str] = {}
    fits: tuple[Conditions, ...] = ()
    anew: tuple[str, ...] = ()
    words: dict[str, dict[str, str]] = {}

    def step(self, step_id: str) -> Step | None:
        """The step of that id, if this way has it."""
        return next((step for step in self.steps if step.id == step_id), None)

    def ending(self, wish: str) -> str:
        """How the stay ends where this way leads somebody who wishes so; empty where it leads them nowhere."""
        return self.ends.get(wish) or self.ends.get(OTHERWISE, "")

    def fitting(self, facts: Mapping[str, str]) -> int:
        """How closely the way fits what is known: 0 where it does not; what protects the person weighs most."""
        held = (fit for fit in self.fits if all(facts.get(fact, "") in values for fact, values in fit.items()))
        return max((sum(WEIGHTS.get(fact, 1) for fact in fit) for fit in held), default=0)
