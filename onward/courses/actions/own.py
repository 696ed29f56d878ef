"""A person's own plan and talks: written by them or by their counsellor, read by whom they name."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from onward.access.queries import actor_of_staff, staff_for
from onward.access.rules import Actor, needs
from onward.cases.queries import case_for, case_named, of_host
from onward.courses.events import GoalNoted, ReadingAllowed, ReadingStopped, TalkNoted
from onward.courses.events.own import What
from onward.courses.queries import goal_of
from onward.courses.rules import check_goal, check_reader, check_talk
from onward.journal.append import append, written
from onward.kit.dates import said_of
from onward.kit.errors import RuleBroken


@needs("courses.note_talk")
@transaction.atomic
def note_talk(
    actor: Actor, *, person: str, words: str, on: date, language: str = "", interpreter: str = "", entry: str
) -> None:
    """Note a talk that one held with a resident; nobody else reads it unless they allow it."""
    found = case_named(actor, person)
    if found is None or of_host(actor, found):
        raise RuleBroken(_("Nobody of this name is in your reach. Look at it again."), "person")
    if written(entry):
        return
    check_talk(words)
    happened_at, precision = said_of(on)
    talk = TalkNoted(words=words.strip(), by_name=actor.name, language=language, interpreter=interpreter.strip())
    append(talk, by=actor, stream=found.id, id=entry, happened_at=happened_at, precision=precision)


@needs("courses.write_goal")
@transaction.atomic
def write_goal(
    actor: Actor,
    *,
    words: str,
    steps: str = "",
    helped: str = "",
    reached: bool = False,
    dropped: bool = False,
    goal: str = "",
    entry: str,
) -> None:
    """Write a goal of one's own, or write it anew."""
    found = case_for(actor, actor.id)
    if written(entry):
        return
    if goal:
        goal = goal_of(actor, found, goal).id
    check_goal(words)
    said = GoalNoted(
        words=words.strip(), goal=goal, steps=steps.strip(), helped=helped.strip(), reached=reached, dropped=dropped
    )
    append(said, by=actor, stream=found.id, id=entry)


@needs("courses.allow_reading")
@transaction.atomic
def allow_reading(actor: Actor, *, what: What, staff: str, entry: str) -> None:
    """Let a named member of staff read one's plan, or what was noted of one's talks."""
    found = case_for(actor, actor.id)
    if written(entry):
        return
    reader = staff_for(Actor(id=actor.id, everywhere=True), staff)
    check_reader(of_host=of_host(actor_of_staff(reader.id), found), left=reader.left_on is not None)
    append(ReadingAllowed(what=what, staff=reader.id), by=actor, stream=found.id, id=entry)


@needs("courses.stop_reading")
@transaction.atomic
def stop_reading(actor: Actor, *, what: What, staff: str, entry: str) -> None:
    """Let them read it no longer."""
    found = case_for(actor, actor.id)
    if not written(entry):
        append(ReadingStopped(what=what, staff=staff), by=actor, stream=found.id, id=entry)
