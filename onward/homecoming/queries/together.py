"""The family of a resident, as the rule of the undivided family needs it."""

from dataclasses import dataclass

from onward.access.rules import Actor
from onward.cases.queries import case_for, family_of
from onward.homecoming.queries.standing import Standing
from onward.homecoming.rules import ExitState


@dataclass(frozen=True, slots=True)
class Relative:
    """One of the family who is still here, as the rule of the undivided family needs them."""

    case: str
    name: str
    going: bool
    free_to_go: bool


def relatives_for(actor: Actor, case: str) -> list[Relative]:
    """The family of a resident who are still here, and whether each wishes to go and may."""
    relatives = []
    for member in family_of(case_for(actor, case)):
        standing = Standing(member.id)
        departed = standing.journey is not None
        if member.id == case or member.ended_on is not None or departed:
            continue
        relatives.append(
            Relative(
                case=member.id,
                name=member.name,
                going=standing.going,
                free_to_go=standing.exit_state == ExitState.AUTHORISED,
            )
        )
    return relatives
