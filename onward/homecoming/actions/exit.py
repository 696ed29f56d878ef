from datetime import date

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.events import Holder
from onward.cases.queries import case_for
from onward.homecoming.actions.saying import EXIT_STEP, Step
from onward.homecoming.events import ExitAuthorised, ExitRefused
from onward.homecoming.queries import Standing, exit_for
from onward.homecoming.rules import check_exit, check_wish_goes
from onward.journal.append import written


@needs("homecoming.authorise_exit")
@transaction.atomic
def authorise_exit(actor: Actor, *, case: str, entry: str, after: str = "", on: date) -> None:
    """Authorise the exit that was asked of the actor's organisation."""
    asked, found = exit_for(actor, case), case_for(actor, case)
    if written(entry):
        return
    step = Step(by=actor, case=found, entry=entry, after=after, on=on)
    standing = Standing(found.id)
    step.check(not_before=asked.asked_on)
    check_wish_goes(standing.wish, standing.way)
    check_exit(state=asked.state, return_state=standing.return_state)
    event = ExitAuthorised(exit=asked.id, organisation=actor.organisation)
    step.say(event, done=[EXIT_STEP])


@needs("homecoming.refuse_exit")
@transaction.atomic
def refuse_exit(actor: Actor, *, case: str, entry: str, after: str = "", on: date, ground: str = "") -> None:
    """Refuse the exit; the step stays open, held by the officer who refused. No ground given is an answer too."""
    asked, found = exit_for(actor, case), case_for(actor, case)
    if written(entry):
        return
    step = Step(by=actor, case=found, entry=entry, after=after, on=on)
    step.check(not_before=asked.asked_on)
    check_exit(state=asked.state, return_state=Standing(found.id).return_state)
    officer = Holder(kind="staff", id=actor.id, name=actor.name, office="custody_officer")
    event = ExitRefused(
        exit=asked.id,
        organisation=actor.organisation,
        ground=ground,
        holds=step.holding(EXIT_STEP, "refused", officer),
    )
    step.say(event)
