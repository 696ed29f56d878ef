"""What is a person's own: their plan and their talks. Read by them, by whoever wrote it, by whom they named."""

from typing import TYPE_CHECKING, NamedTuple

from onward.access.queries import actor_of_staff, staff_members_for, staff_names
from onward.access.rules import Actor
from onward.cases.queries import case_names, knows_of, of_host
from onward.courses.models import Goal, Reader, Talk
from onward.courses.rules.words import PLAN, TALKS
from onward.kit.errors import NotFound

if TYPE_CHECKING:  # a model is for its own app alone; its type is for everybody
    from onward.cases.models import Case


class Own(NamedTuple):
    """What a person sees of their own: goals, talks, and whom they let read."""

    goals: list[Goal]
    talks: list[Talk]
    readers: list[tuple[str, Reader]]


def own_of(actor: Actor, case: "Case") -> Own:
    """All of it, for the person themselves alone."""
    if actor.id != case.id or "resident" not in actor.roles:
        raise NotFound(case.id)
    readers = list(Reader.objects.filter(stream=case.id).order_by("since", "id"))
    names = staff_names(one.staff for one in readers)
    talks = list(Talk.objects.filter(stream=case.id).order_by("-held_on", "-id"))
    return Own(goals_for(actor, case), talks, [(names.get(one.staff, ""), one) for one in readers])


def goals_for(actor: Actor, case: "Case") -> list[Goal]:
    """The goals of a plan: for the person, and for staff whom they named."""
    if actor.id != case.id and case.id not in _let(actor, PLAN):
        raise NotFound(case.id)
    return list(Goal.objects.filter(stream=case.id, dropped=False).order_by("reached", "-id"))


def goal_of(actor: Actor, case: "Case", goal: str) -> Goal:
    """One goal of the person who asks."""
    found = Goal.objects.filter(id=goal, stream=case.id, dropped=False).first() if actor.id == case.id else None
    if found is None:
        raise NotFound(goal)
    return found


def plans_for(actor: Actor) -> list[tuple[str, list[Goal]]]:
    """The plans that people let the actor read, by case name."""
    cases = _let(actor, PLAN)
    names = case_names(cases)
    goals: dict[str, list[Goal]] = {case: [] for case in cases}
    for goal in Goal.objects.filter(stream__in=cases, dropped=False).order_by("reached", "-id"):
        goals[goal.stream].append(goal)
    return sorted((names.get(case, ""), found) for case, found in goals.items())


def talks_by(actor: Actor) -> list[tuple[str, Talk]]:
    """The talks that the actor held themselves, with the case name, the latest first."""
    return _named(actor, list(Talk.objects.filter(by=actor.id).order_by("-held_on", "-id")[:200]))


def shared_talks_for(actor: Actor) -> list[tuple[str, Talk]]:
    """The talks of others that people let the actor read, with the case name, the latest first."""
    found = Talk.objects.filter(stream__in=_let(actor, TALKS)).exclude(by=actor.id)
    return _named(actor, list(found.order_by("-held_on", "-id")[:200]))


def _named(actor: Actor, talks: list[Talk]) -> list[tuple[str, Talk]]:
    cases = {talk.stream for talk in talks}
    shut = {case for case, knows in knows_of(actor, cases).items() if knows.of_host}
    names = case_names(cases)
    return [(names.get(talk.stream, ""), talk) for talk in talks if talk.stream not in shut]


def _let(actor: Actor, what: str) -> set[str]:
    if "resident" in actor.roles:
        return set()
    cases = set(Reader.objects.filter(staff=actor.id, what=what).values_list("stream", flat=True))
    # Somebody may have changed sides since they were named.
    return {case for case, knows in knows_of(actor, cases).items() if not knows.of_host}


def allowed_people(actor: Actor, case: "Case") -> list[tuple[str, str]]:
    """Whom a person may let read what is their own: staff where they are, but for those of whoever keeps them."""
    if actor.id != case.id:
        raise NotFound(case.id)
    here = Actor(id=actor.id, sites=frozenset({case.site}))  # type: ignore[arg-type]  # a site's id, as it is stored
    members = staff_members_for(here, site=case.site)
    return [(one.id, one.name) for one in members if not of_host(actor_of_staff(one.id), case)]
