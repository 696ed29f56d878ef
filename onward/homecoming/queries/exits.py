"""The exits asked of an officer. What they see of a file is its name, the day and what is asked."""

from typing import NamedTuple

from django.db.models import QuerySet

from onward.access.rules import Actor
from onward.homecoming.models import Exit
from onward.homecoming.queries.standing import Standing
from onward.homecoming.rules import ExitState
from onward.kit.dates import today
from onward.kit.errors import NotFound
from onward.places.queries import office_of
from onward.waiting.queries import Owed, matters_for, matters_of

EXIT_STEP = "exit_authorised"


class Leave(NamedTuple):
    """The leave to go, asked of an office: for how many days it has waited, and within how many it was owed.

    `holder` is who must decide, by name, for staff; a resident is told the office.
    """

    exit: Exit
    office: str
    holder: str
    days: int
    norm: int | None

    @property
    def late(self) -> bool:
        """Whether nobody decided within the norm."""
        return self.norm is not None and self.days > self.norm


def leave_asked(standing: Standing) -> Leave | None:
    """The exit of a resident as it was last asked; nothing while none is asked."""
    asked = standing.exit
    if asked is None:
        return None
    steps = [one for one in matters_of(standing.case) if one.kind == "step" and one.what == EXIT_STEP]
    step = steps[-1] if steps else None
    until = asked.decided_on if asked.state == ExitState.AUTHORISED and asked.decided_on else today()
    return Leave(
        exit=asked,
        office=office_of(asked.asked_of),
        holder=step.holder_name if step else "",
        days=(until - asked.asked_on).days,
        norm=step.norm if step else None,
    )


def _exits_asked_of(actor: Actor) -> QuerySet[Exit]:
    return Exit.objects.filter(asked_of=actor.organisation).exclude(asked_of="")


def exits_for(actor: Actor) -> list[Exit]:
    """The exits that wait for a decision of the actor's organisation at the actor's sites, oldest first."""
    exits = _exits_asked_of(actor).filter(state__in=(ExitState.ASKED, ExitState.REFUSED))
    if not actor.everywhere:
        exits = exits.filter(asked_at__in=actor.sites)
    return list(exits.order_by("asked_on", "id"))


def exits_late_for(actor: Actor) -> dict[str, Owed]:
    """Case -> the decision that the actor owes it, past its norm."""
    return {owed.case: owed for owed in matters_for(actor, mine=True, late=True, whats=(EXIT_STEP,), size=200)}


def exit_for(actor: Actor, case: str) -> Exit:
    """The exit of one resident, asked of the actor's organisation; for anybody else there is none."""
    asked = _exits_asked_of(actor).filter(stream=case).exclude(state=ExitState.LAPSED).order_by("-number").first()
    if asked is None or not actor.reaches(asked.asked_at):
        raise NotFound(case)
    return asked
