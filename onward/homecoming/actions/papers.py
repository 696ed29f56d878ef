from datetime import date

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.queries import case_for
from onward.homecoming.actions.saying import Step
from onward.homecoming.events import PapersRecorded
from onward.homecoming.rules import check_paper
from onward.homecoming.rules.papers import TRAVEL
from onward.journal.append import written
from onward.kit.dates import today


@needs("homecoming.record_papers")
@transaction.atomic
def record_papers(
    actor: Actor,
    *,
    case: str,
    entry: str,
    after: str = "",
    on: date,
    paper: str,
    issued_by: str = "",
    number: str = "",
    valid_until: date | None = None,
) -> None:
    """Record a paper that the resident can travel with."""
    found = case_for(actor, case)
    if written(entry):
        return
    step = Step(by=actor, case=found, entry=entry, after=after, on=on)
    step.check()
    check_paper(valid_until=valid_until, today=today())
    event = PapersRecorded(paper=paper, issued_by=issued_by, number=number, valid_until=valid_until)
    step.say(event, done=["papers"] if paper in TRAVEL else [])
