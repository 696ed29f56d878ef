"""What may be done next."""

from typing import TYPE_CHECKING, NamedTuple

from onward.access.rules import Actor, may
from onward.homecoming.models import Check
from onward.homecoming.queries.back import said_back
from onward.homecoming.queries.choosing import recordable
from onward.homecoming.queries.standing import Standing
from onward.homecoming.rules import CheckState, Stands, next_steps, other_acts
from onward.homecoming.rules.words import ACTS

if TYPE_CHECKING:  # a model is for its own app alone; its type is for everybody
    from onward.cases.models import Case


class Act(NamedTuple):
    """One thing to do: the URL name within this app, and the words on its button."""

    name: str
    words: str

    @property
    def url_name(self) -> str:
        return f"homecoming:{self.name}"


class Acts(NamedTuple):
    """The next step, where it is the actor's to take, and what else is possible."""

    next: Act | None
    others: list[Act]


def acts_for(actor: Actor, case: "Case", standing: Standing | None = None) -> Acts:
    """What the actor may do now for a resident; who holds the case may see it."""
    stands = _stands(actor, standing or Standing(case.id), ended=case.ended_on is not None)
    steps = [act for act in next_steps(stands) if may(actor, f"homecoming.{act}")]
    others = [act for act in other_acts(stands) if may(actor, f"homecoming.{act}") and act not in steps[:1]]
    return Acts(next=_act(steps[0]) if steps else None, others=[_act(act) for act in others])


def _act(name: str) -> Act:
    return Act(name, str(ACTS[name]))


def _stands(actor: Actor, standing: Standing, *, ended: bool) -> Stands:
    checks = [standing.contact_check(consent.id) for consent in standing.to_check]
    journey, back = standing.journey, said_back(standing.case) if standing.journey else None
    return Stands(
        ended=ended,
        wish=standing.wish,
        going=standing.going,
        consents=len(standing.live),
        to_check=sum(not _mine(check, actor) for check in checks),
        askable=len(standing.askable),
        unanswered=len(standing.unanswered),
        unsettled=len(standing.unsettled),
        kept=len(standing.papers),
        appealable=len(standing.appealable),
        confirmed=standing.confirmed,
        papers=int(standing.can_travel),
        to_weigh=standing.return_state != CheckState.SAFE and not _mine(standing.return_check, actor, ours=True),
        unsafe=standing.return_state == CheckState.UNSAFE,
        exit_state=standing.exit_state,
        to_determine=_to_determine(actor, standing),
        to_record=len(recordable(actor, standing)),
        departed=journey is not None,
        handed_over=journey is not None and journey.handed_over_on is not None,
        said_back=back is not None,
        to_confirm=back is not None and back.said_by != actor.id,
    )


def _to_determine(actor: Actor, standing: Standing) -> bool:
    first = standing.open_determination
    asked = any(matter.what == "best_interests_determined" for matter in standing.open_steps)
    return asked and (first is None or first.first_by != actor.id)


def _mine(check: Check | None, actor: Actor, *, ours: bool = False) -> bool:
    """Whether a check waits for somebody else than the actor, or than their organisation."""
    if check is None or check.state != CheckState.FIRST:
        return False
    return check.first_by == actor.id or (ours and check.first_organisation == actor.organisation)
