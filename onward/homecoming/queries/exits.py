"""The exits asked of an officer. What they see of a file is its name, the day and what is asked."""

from django.db.models import QuerySet

from onward.access.rules import Actor
from onward.homecoming.models import Exit
from onward.homecoming.rules import ExitState
from onward.kit.errors import NotFound


def _exits_asked_of(actor: Actor) -> QuerySet[Exit]:
    return Exit.objects.filter(asked_of=actor.organisation).exclude(asked_of="")


def exits_for(actor: Actor) -> list[Exit]:
    """The exits that wait for a decision of the actor's organisation at the actor's sites, oldest first."""
    exits = _exits_asked_of(actor).filter(state__in=(ExitState.ASKED, ExitState.REFUSED))
    if not actor.everywhere:
        exits = exits.filter(asked_at__in=actor.sites)
    return list(exits.order_by("asked_on", "id"))


def exit_for(actor: Actor, case: str) -> Exit:
    """The exit of one resident, asked of the actor's organisation; for anybody else there is none."""
    asked = _exits_asked_of(actor).filter(stream=case).exclude(state=ExitState.LAPSED).order_by("-number").first()
    if asked is None or not actor.reaches(asked.asked_at):
        raise NotFound(case)
    return asked
