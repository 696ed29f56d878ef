"""People who arrive, when they may have arrived, and who of them belongs with whom."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec
from django.utils.translation import gettext as _

from onward.kit.errors import RuleBroken

MOST_PEOPLE = 20
"""Recorded in one go. More at once are more forms, and more officers."""

LONGEST_BELONGINGS = 40
"""Lines of one receipt."""

FAST_CLOCK = timedelta(minutes=10)
EARLIEST = timedelta(days=5 * 366)


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """One person as an officer sees them; everything may be left open."""

    sex: str = ""
    age: str = ""
    needs: tuple[str, ...] = ()
    with_whom: str = ""
    name: str = ""
    nationality: str = ""
    belongings: tuple[str, ...] = ()


def check_arrival(*, happened_at: datetime, now: datetime) -> None:
    """Nobody arrives in the future; a phone's clock may be a few minutes fast."""
    if happened_at > now + FAST_CLOCK:
        raise RuleBroken(_("This time has not come yet."), "happened_at")
    if happened_at < now - EARLIEST:
        raise RuleBroken(_("This is more than five years ago. Check the year."), "happened_at")


def check_people(people: Sequence[Person]) -> None:
    """At least one, and no more than one form can hold."""
    if not 1 <= len(people) <= MOST_PEOPLE:
        raise RuleBroken(_("Record between 1 and %(most)d people in one go.") % {"most": MOST_PEOPLE}, "people")
    if any(len(person.belongings) > LONGEST_BELONGINGS for person in people):
        raise RuleBroken(_("A receipt has at most %(most)d lines.") % {"most": LONGEST_BELONGINGS}, "people")


def in_family(people: Sequence[Person]) -> set[int]:
    """Which of them are one family: those who came with family, if they are at least two."""
    members = {number for number, person in enumerate(people) if person.with_whom == "family"}
    return members if len(members) > 1 else set()


def companions(people: Sequence[Person], number: int) -> list[int]:
    """Those before `number` in the list who are this person's companions, so that each two are noted once."""
    me = people[number].with_whom
    return [
        other
        for other, person in enumerate(people[:number])
        if "companions" in (me, person.with_whom) and {me, person.with_whom} <= {"companions", "family"}
    ]
