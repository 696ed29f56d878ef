"""After a stay: visits, what is still to be settled, coming back, and closing the file."""

from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.db import transaction
from msgspec.structs import replace

from onward.access.rules import Actor, needs
from onward.cases.events import Closes, Holds, Move
from onward.cases.queries import case_for
from onward.cases.rules import years_kept
from onward.homecoming.actions.ending import After, End
from onward.homecoming.actions.saying import EXIT_STEP
from onward.homecoming.events import (
    Closing,
    Concern,
    ConcernSettled,
    FileClosed,
    StayResumed,
    VisitHow,
    VisitOutcome,
    VisitRecorded,
    Wellbeing,
)
from onward.homecoming.queries import Afterwards, Standing, one_of
from onward.homecoming.rules import CheckState
from onward.homecoming.rules.endings import (
    check_called,
    check_closing,
    check_day_after,
    check_resumed,
    check_settled,
    check_visit,
    years_later,
)
from onward.journal.append import written
from onward.kit.dates import today
from onward.places.queries import custody_at, site_for
from onward.waiting.queries import review_owed, reviewer_at


@needs("homecoming.record_visit")
@transaction.atomic
def record_visit(
    actor: Actor,
    *,
    case: str,
    entry: str,
    after: str = "",
    on: date,
    visit: str,
    outcome: VisitOutcome,
    how: VisitHow = "",
    wellbeing: Wellbeing = "",
    raised: Sequence[str] = (),
    words: str = "",
) -> None:
    """Record a visit after the arrival. Declining is theirs, and nothing else is then written down."""
    step = After(by=actor, case=case_for(actor, case), entry=entry, after=after, on=on)
    if written(entry):
        return
    step.check()
    owed = {matter.id: matter for matter in Afterwards(case).open_visits}
    check_visit(outcome=outcome, how=how, wellbeing=wellbeing, open_visits=owed, visit=visit)
    said = VisitRecorded(visit=visit, outcome=outcome)
    if outcome == "not_reached":
        step.note(replace(said, holds=(Holds(id=visit, holder=owed[visit].holder, reason="not_reached"),)))
        return
    opens, closes = step.finished()
    if outcome == "met":
        said = replace(said, how=how, wellbeing=wellbeing, raised=tuple(raised), words=words)
    if said.wellbeing == "in_danger":
        end = End(by=actor, case=step.case, entry=entry, after="", on=on)
        opens = (*opens, end.owed("alarm", "in_danger", end.office("coordinator"), norm=0))
    step.note(replace(said, opens=opens, closes=(Closes(id=visit), *closes)))


@needs("homecoming.settle_concern")
@transaction.atomic
def settle_concern(
    actor: Actor, *, case: str, entry: str, after: str = "", on: date, matter: str, outcome: Concern, words: str = ""
) -> None:
    """Settle what outlived the stay: a search, an urgent matter, a second person's confirmation, the telling."""
    step = After(by=actor, case=case_for(actor, case), entry=entry, after=after, on=on)
    if written(entry):
        return
    afterwards = Afterwards(case)
    step.check_settling(matter in {one.id for one in afterwards.concerns if one.kind == "alarm"})
    owed = one_of(afterwards.concerns, matter)
    by = afterwards.ending.recorded_by if afterwards.ending else ""
    check_settled(kind=owed.kind, outcome=outcome, recorded_by=by, by=actor.id)
    check_called(called=owed.office if owed.kind == "alarm" else "", roles=actor.roles)
    step.note(ConcernSettled(matter=matter, outcome=outcome, words=words, closes=(Closes(id=matter),)))


@needs("homecoming.resume_stay")
@transaction.atomic
def resume_stay(actor: Actor, *, case: str, entry: str, after: str = "", on: date, site: str, words: str = "") -> None:
    """Record that somebody who was gone is here again: a new stay in the same file; the one before stays as it was."""
    found, at = case_for(actor, case), site_for(actor, site)
    if written(entry):
        return
    check_resumed(found.ended_how)
    check_day_after(on, ended_on=found.ended_on, today=today())
    standing, custody = Standing(case), custody_at(at.id)
    # Whoever was called because they were in danger still answers: that they are here again is one person's word.
    over = [matter for matter in Afterwards(case).owed if matter.kind != "alarm"]
    closes = tuple(Closes(id=matter.id, outcome="superseded") for matter in over)
    step = End(by=actor, case=found, entry=entry, after=after, on=on)
    reviewer = reviewer_at(at.id, custody=custody, case_worker=found.case_worker)
    review = review_owed(entry, holder=reviewer, first=True)
    resumed = StayResumed(site=at.id, words=words, closes=closes, opens=(review,), facts={"ended": ""})
    found.site = at.id
    if standing.handed_over:
        # Nor does one person's word take them from whoever signed for them (record_turned_back).
        owed = step.owed("need", "place", step.office("site_manager"), norm=1)
        opens = (review, owed, step.second("back", kind="back"))
        step.say(replace(resumed, moves=Move(site=at.id, place=""), opens=opens))
        return
    # What was found and decided about leaving was so of somebody who then was here; that it is not safe still stands.
    anew = standing.return_state in (CheckState.SAFE, CheckState.FIRST)
    undone = ["return_checked"] if anew else [EXIT_STEP] if standing.exit_state else []
    found.custody = custody or ""
    moves = Move(site=at.id, custody=custody, place="")
    step.say(replace(resumed, moves=moves), undone=undone, facts={"return": ""} if anew else {})


@needs("homecoming.close_case")
@transaction.atomic
def close_case(actor: Actor, *, case: str, entry: str, after: str = "", on: date, reason: Closing) -> None:
    """Close the file of somebody to whom nothing more is owed, and note until when it is kept."""
    step = After(by=actor, case=case_for(actor, case), entry=entry, after=after, on=on)
    if written(entry):
        return
    step.check()
    owed = Afterwards(case).owed
    check_closing([matter.kind for matter in owed])
    keeping = settings.KEEPING
    kept = years_kept(how=step.case.ended_how, age=step.case.age, years=keeping.years, lost=keeping.lost)
    closed = FileClosed(
        reason=reason,
        keep_until=years_later(on, kept),
        closes=tuple(Closes(id=matter.id, outcome="superseded") for matter in owed),
    )
    step.note(closed)
