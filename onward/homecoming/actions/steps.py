from datetime import date

from django.db import transaction
from msgspec.structs import replace

from onward.access.rules import Actor, needs
from onward.cases.queries import case_for, reader_of
from onward.homecoming.actions.saying import Step
from onward.homecoming.events import StepRecorded
from onward.homecoming.queries import Standing, recordable
from onward.homecoming.rules import check_record
from onward.journal.append import written
from onward.waiting.queries import step_title


@needs("homecoming.record_step")
@transaction.atomic
def record_step(
    actor: Actor,
    *,
    case: str,
    entry: str,
    after: str = "",
    on: date,
    step: str,
    done: bool,
    evidence: str = "",
    because: str = "",
) -> None:
    """Say how a step stands that has no act of its own: done, with what shows it, or not done, and why."""
    found = case_for(actor, case)
    if written(entry):
        return
    act = Step(by=actor, case=found, entry=entry, after=after, on=on)
    standing = Standing(found.id)
    mine = next((matter for matter in recordable(actor, standing) if matter.what == step), None)
    act.check(not_before=mine.since if mine else None)
    check_record(possible=mine is not None, done=done, evidence=evidence, because=because)
    event = StepRecorded(
        step=step,
        title=step_title(reader_of(actor, found), step, standing.way),
        done=done,
        because="" if done else because,
        evidence=evidence,
    )
    if done:
        act.say(event, done=[step])
    else:
        act.say(replace(event, holds=act.holding(step, because)))
