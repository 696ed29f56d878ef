from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.queries import case_for
from onward.harmless import Harmless
from onward.homecoming.actions.saying import Step
from onward.homecoming.events import CivilPaperRecorded, CivilState, Hands, PaperMoved, PapersRecorded
from onward.homecoming.queries import Standing, children_for, one_of
from onward.homecoming.rules import check_moved, check_paper
from onward.homecoming.rules.papers import TRAVEL
from onward.journal.append import written
from onward.kit.dates import today
from onward.kit.errors import NotFound

if TYPE_CHECKING:
    from onward.homecoming.models import Paper

STEP = "papers"


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
    issued_on: date | None = None,
    number: str = "",
    valid_until: date | None = None,
    hands: str = "",
    holder: str = "",
    scan: Harmless | None = None,
) -> None:
    """Record a paper that was received, and in whose hands it is now."""
    found = case_for(actor, case)
    if written(entry):
        return
    step = Step(by=actor, case=found, entry=entry, after=after, on=on)
    step.check(not_before=None)
    check_paper(valid_until=valid_until, today=today())
    check_moved(before="", hands=hands, holder=holder)
    event = PapersRecorded(
        paper=paper,
        issued_by=issued_by,
        issued_on=issued_on,
        number=number,
        valid_until=valid_until,
        hands=hands,
        holder=holder,
        scan=step.keep(scan, sealed="identity"),
    )
    step.say(event, done=[STEP] if paper in TRAVEL else [])


@needs("homecoming.move_paper")
@transaction.atomic
def move_paper(
    actor: Actor,
    *,
    case: str,
    entry: str,
    after: str = "",
    on: date,
    paper: str,
    hands: Hands,
    holder: str = "",
    words: str = "",
) -> None:
    """Record that a paper passed into other hands, or was lost; who keeps it is theirs to read."""
    found = case_for(actor, case)
    if written(entry):
        return
    step = Step(by=actor, case=found, entry=entry, after=after, on=on)
    standing = Standing(found.id)
    kept = one_of(standing.papers, paper)
    step.check(not_before=kept.hands_since or kept.recorded_on)
    check_moved(before=kept.hands, hands=hands, holder=holder)
    event = PaperMoved(paper=paper, hands=hands, holder=holder, words=words)
    if standing.journey is None and kept.paper in TRAVEL:
        done, undone = _travels(standing, kept, hands)
        step.say(event, done=done, undone=undone)
    else:
        step.say(event)


def _travels(standing: Standing, kept: "Paper", hands: str) -> tuple[list[str], list[str]]:
    """Without a paper nobody travels: the step opens anew when the only one is lost, and closes when it is found."""
    others = any(one.id != kept.id and one.paper in TRAVEL and one.hands != "lost" for one in standing.papers)
    if hands == "lost" and not others:
        return [], [STEP]
    return ([STEP], []) if kept.hands == "lost" else ([], [])


@needs("homecoming.record_civil_paper")
@transaction.atomic
def record_civil_paper(
    actor: Actor,
    *,
    case: str,
    entry: str,
    after: str = "",
    on: date,
    paper: str,
    state: CivilState,
    child: str = "",
    asked: str = "",
    issued_by: str = "",
    number: str = "",
    scan: Harmless | None = None,
) -> None:
    """Record what became of a civil paper: of a child born on the way, or of the resident themselves."""
    found = case_for(actor, case)
    if written(entry):
        return
    step = Step(by=actor, case=found, entry=entry, after=after, on=on)
    if child and child not in {one.id for one in children_for(actor, found)}:
        raise NotFound(child)
    letter = one_of(Standing(found.id).letters, asked) if asked else None
    step.check(not_before=letter.asked_on if letter else None)
    event = CivilPaperRecorded(
        paper=paper,
        state=state,
        child=child,
        asked=asked,
        issued_by=issued_by,
        number=number,
        scan=step.keep(scan, sealed="identity"),
    )
    step.say(event)
