"""Which steps are open: plain values in, plain values out."""

from collections.abc import Collection, Mapping

from onward.pathway.shape import Pathway, Step


def opened(pathway: Pathway, done: Collection[str], facts: Mapping[str, str]) -> tuple[Step, ...]:
    """The steps that are open once `done` are done, in order of rank.

    A needed step that is no part of the way for this person (`when`, `unless`) is not waited for; what it needs is.
    """
    part = {step.id: step.applies(facts) for step in pathway.steps}
    ready: dict[str, bool] = {}
    for step in pathway.steps:  # `load` has made sure that what is needed comes earlier
        reached = all(ready[need] for need in step.needs)
        ready[step.id] = step.id in done or (not part[step.id] and reached)
    return tuple(
        step
        for step in pathway.steps
        if part[step.id] and step.id not in done and all(ready[need] for need in step.needs)
    )


def following(pathway: Pathway, step_id: str) -> frozenset[str]:
    """Every step that comes after this one, however far."""
    after: set[str] = set()
    for step in pathway.steps:
        if step_id in step.needs or not after.isdisjoint(step.needs):
            after.add(step.id)
    return frozenset(after)
