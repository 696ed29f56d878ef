"""How a stay ended, and what is owed afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from onward.access.rules import Actor
from onward.cases.queries import case_for
from onward.homecoming.models import Closed, Ending, Visit
from onward.waiting.queries import matters_of
from onward.waiting.rules.words import AFTER_STAY, KINDS

if TYPE_CHECKING:  # a model is for its own app alone; its type is for everybody
    from onward.waiting.models import Matter


@dataclass
class Afterwards:
    """Everything that stands after a stay, read once for a page or an act."""

    case: str

    @cached_property
    def ending(self) -> Ending | None:
        """How the stay ended; none while it goes on."""
        last = Ending.objects.filter(stream=self.case).order_by("-number").first()
        return last if last is not None and last.resumed_on is None else None

    @cached_property
    def closed(self) -> Closed | None:
        """That the file is closed."""
        return Closed.objects.filter(stream=self.case).order_by("-id").first()

    @cached_property
    def visits(self) -> Sequence[Visit]:
        """Visits, latest first."""
        return list(Visit.objects.filter(stream=self.case).order_by("-visited_on", "-id"))

    @cached_property
    def owed(self) -> "Sequence[Matter]":
        """What is still owed after the stay, the one due first on top."""
        owed = [one for one in matters_of(self.case) if one.closed_on is None and one.kind in AFTER_STAY]
        return sorted(owed, key=lambda one: (one.due_on is None, one.due_on, one.id))

    @property
    def open_visits(self) -> "Sequence[Matter]":
        """The visits that are owed."""
        return [one for one in self.owed if one.kind == "visit"]

    @property
    def concerns(self) -> "Sequence[Matter]":
        """What is owed besides visits."""
        return [one for one in self.owed if one.kind != "visit"]

    @property
    def called(self) -> "Sequence[tuple[Matter, str]]":
        """The same, each with what a reader calls it."""
        return [(one, str(KINDS.get(one.kind, one.kind))) for one in self.concerns]


def afterwards_for(actor: Actor, case: str) -> Afterwards:
    """What stands after the stay of a resident within the actor's reach."""
    return Afterwards(case_for(actor, case).id)
