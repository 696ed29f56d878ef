"""What a pathway is made of."""

from collections.abc import Mapping

import msgspec


class Stage(msgspec.Struct, frozen=True):
    """A stretch of the way, as drawn on its line."""

    id: str
    title: str


class Step(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One step: what is owed, by which office, within how many days, and after which other steps.

    `holder` lists offices; the first that a named person fills owes the step. `outside` marks a step that an
    outside body owes: which body, only the event that opens it can say. `when` names facts and the values under
    which the step is part of the way at all; `unless` the values under which it is not. `say` is what a resident
    is told while the step is open. `warn` is how many days before its norm is over the step counts as due soon.
    """

    id: str
    stage: str
    title: str
    say: str
    needs: tuple[str, ...] = ()
    holder: tuple[str, ...] = ()
    outside: bool = False
    within: int | None = None
    warn: int | None = None
    when: dict[str, tuple[str, ...]] = {}
    unless: dict[str, tuple[str, ...]] = {}
    evidence: str = ""
    rank: int = 0

    def applies(self, facts: Mapping[str, str]) -> bool:
        """Whether the step is part of the way for someone of whom these facts are known."""
        meant = all(facts.get(fact, "") in values for fact, values in self.when.items())
        return meant and not any(facts.get(fact, "") in values for fact, values in self.unless.items())


class Pathway(msgspec.Struct, frozen=True, kw_only=True):
    """A whole way: its stages in order, its steps in order of rank."""

    id: str
    title: str
    stages: tuple[Stage, ...]
    steps: tuple[Step, ...]

    def step(self, step_id: str) -> Step | None:
        """The step of that id, if this way has it."""
        return next((step for step in self.steps if step.id == step_id), None)
