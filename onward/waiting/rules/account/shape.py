"""What an account of days is made of."""

from datetime import date

import msgspec

from onward.cases.events import Holder


def is_named(holder: Holder, reason: str) -> bool:
    """A role without a person is nobody; the resident holds only what was put to them, said in so many words (4)."""
    if holder.kind == "resident":
        return bool(reason)
    return holder.kind != "nobody" and bool(holder.id or holder.name)


class Owner(msgspec.Struct, frozen=True, kw_only=True):
    """Who holds the way: the step it stands at, open `since` that day, and the matter that decides (the step itself,
    or what blocks it)."""

    step: str = ""
    since: date | None = None
    matter: str = ""
    kind: str = ""
    what: str = ""
    holder: Holder = Holder()
    reason: str = ""
    unexplained: bool = True


class Span(msgspec.Struct, frozen=True):
    """Days from `start` up to, not including, `end`: whose they were, and at which site the person then was."""

    start: date
    end: date
    owner: Owner
    site: str = ""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One stretch of the account: days from `start` up to, not including, `end`.

    `late`: this explanation was given more than seven days after the day that it explains.
    """

    start: date
    end: date
    owner: Owner
    site: str = ""
    late: bool = False

    @property
    def days(self) -> int:
        """How many days the stretch has."""
        return (self.end - self.start).days

    @property
    def step(self) -> str:
        """The step at which the way stood; "" when no step was open."""
        return self.owner.step

    @property
    def what(self) -> str:
        """The code of the matter that held the day."""
        return self.owner.what

    @property
    def kind(self) -> str:
        """The kind of the matter that held the day: step, transfer, or what blocked it."""
        return self.owner.kind

    @property
    def holder(self) -> Holder:
        """Whose days these were."""
        return self.owner.holder

    @property
    def held_by(self) -> str:
        """Who held these days, as a key: a member of staff's id, a body's name, "resident"; "" for nobody."""
        holder = self.holder
        if self.unexplained:
            return ""
        # A body has an id in each case anew; its name is what all of them have in common.
        named = holder.name or holder.id if holder.kind == "body" else holder.id or holder.name
        return "resident" if holder.kind == "resident" else named

    @property
    def reason(self) -> str:
        """Why, as said by who held them."""
        return self.owner.reason

    @property
    def unexplained(self) -> bool:
        """Whether nobody held these days."""
        return self.owner.unexplained

    @property
    def named(self) -> bool:
        """Whether somebody held these days."""
        return not self.owner.unexplained


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """A stay from `start` up to, not including, `end`: the rows follow one another and add up to it.

    `how` it ended; "" while it goes on.
    """

    start: date
    end: date
    rows: tuple[Row, ...] = ()
    how: str = ""

    @property
    def data(self) -> list[tuple[date, date, str, str, str]]:
        """The account as plain data: (from, to, step, holder, reason); no step or no holder is an empty word."""
        return [(row.start, row.end, row.step, row.holder.name or row.held_by, row.reason) for row in self.rows]

    @property
    def days(self) -> int:
        """The days of the stay; today is not yet counted."""
        return (self.end - self.start).days

    @property
    def unexplained(self) -> int:
        """The days that nobody held."""
        return sum(row.days for row in self.rows if row.unexplained)

    @property
    def late(self) -> int:
        """The days that were explained more than seven days later."""
        return sum(row.days for row in self.rows if row.late)
