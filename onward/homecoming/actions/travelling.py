"""What happens to one of several who travel: in their own file, with their own name in front of a refusal."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self

from msgspec.structs import replace

from onward.access.rules import Actor
from onward.cases.events import Move
from onward.cases.queries import case_for
from onward.homecoming.actions.saying import Step
from onward.homecoming.events import Departed, GivenUp, HandoverSigned, SeatFreed
from onward.homecoming.queries import Standing, relatives_for
from onward.homecoming.rules import check_departure, check_handover, check_wish_leads_away
from onward.kit.dates import today
from onward.kit.errors import RuleBroken

DEPARTED = "departed"


@dataclass(frozen=True, kw_only=True)
class Travelling(Step):
    """One traveller's part of an act that may be about several."""

    @classmethod
    def off(cls, actor: Actor, case: str, entry: str, cause: str = "") -> Self:
        """One whose seat is given back: of those too who have moved to another site since."""
        file = case_for(replace(actor, everywhere=True), case)
        return cls(by=actor, case=file, entry=entry, after="", on=today(), cause=cause)

    @contextmanager
    def named(self) -> Iterator[None]:
        """Of several people, say whom a broken rule is about."""
        try:
            yield
        except RuleBroken as broken:
            raise RuleBroken(f"{self.case.name}: {broken.sentence}", "people") from broken

    def give_up(self, *, convoy: str, reason: GivenUp) -> None:
        """The seat is free again; the step stays with whoever led, until somebody else takes it on."""
        waits = "convoy_cancelled" if reason == "cancelled" else "seat_given_up"
        self.say(SeatFreed(convoy=convoy, reason=reason, holds=self.holding(DEPARTED, waits)))

    def depart(self, event: Departed, *, together: Collection[str] = ()) -> None:
        """Leave, alone or `together` with others of the same convoy (cases)."""
        standing = Standing(self.case.id)
        self.check(not_before=standing.exit.decided_on if standing.exit else None)
        check_wish_leads_away(standing.wish, standing.way)
        check, relatives = standing.return_check, relatives_for(self.by, self.case.id)
        # With a convoy the family goes at once; alone, one after another, as long as each of them is free to go.
        left = [one.name for one in relatives if one.case not in together and (together or not one.free_to_go)]
        check_departure(
            exit_state=standing.exit_state,
            return_state=standing.return_state,
            departed_on=standing.journey.departed_on if standing.journey else None,
            family=check.family if check else "",
            left_behind=left,
        )
        self.say(replace(event, moves=Move(place="")), done=[DEPARTED])

    def hand_over(self, event: HandoverSigned) -> None:
        """Be signed for; custody ends here."""
        journey = Standing(self.case.id).journey
        departed_on = journey.departed_on if journey else None
        self.check(not_before=departed_on)
        check_handover(departed_on, journey.handed_over_on if journey else None)
        self.say(replace(event, moves=Move(custody="")), done=["handed_over"])
