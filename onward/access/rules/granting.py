"""Roles that open what is closed are given by two people of two organisations.

1. Such a role opens a compartment beyond the record, or agrees to what others open or to what others are given.
2. What gives somebody one, a further site with one, or another organisation, waits until a second person agrees; so
   does a new password for them. What takes something away holds at once.
3. The second is neither who asked nor whom it is for, works for an organisation that shares no umbrella with that of
   who asked, nor with one that keeps people where the role would reach, and reaches all of it themselves.
4. Nobody agreed within a week: it lapses, and may be asked anew.
5. Whoever had no such role before signs in anew with it, by a password of which each of the two gives one half: else
   whoever made the account would have it.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

import msgspec
from django.utils.translation import gettext as _

from onward.access.rules.compartments import OPENS
from onward.access.rules.grants import GRANTS, STAFF_ROLES
from onward.journal.compartments import RECORD
from onward.kit.errors import RuleBroken

LAPSES = timedelta(days=7)
"""So long a second person can agree."""

_OPENING = frozenset().union(*(roles for compartment, roles in OPENS.items() if compartment != RECORD))
_AGREEING = GRANTS["access.confirm_grant"] | GRANTS["emergency.confirm_opening"]
TWO_PERSON_ROLES = (_OPENING | _AGREEING) & frozenset(STAFF_ROLES)
"""The roles that one person cannot give."""


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody does, where, and for whom."""

    roles: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    everywhere: bool = False
    organisation: str = ""

    @property
    def guarded(self) -> frozenset[str]:
        """Those of the roles that one person cannot give."""
        return self.roles & TWO_PERSON_ROLES


def takes_two(before: Work, after: Work) -> bool:
    """Whether it gives more of what one person cannot give."""
    if not after.guarded:
        return False
    further = after.everywhere or not after.sites <= before.sites
    # From none to one as well: of whoever works for nobody knows whom, nothing is open and nobody's second they are.
    elsewhere = before.organisation != after.organisation
    return not after.guarded <= before.guarded or (further and not before.everywhere) or elsewhere


def is_lapsed(asked_at: datetime, now: datetime) -> bool:
    """Whether it was asked too long ago for anybody to agree."""
    return now - asked_at > LAPSES


def check_asker(*, organisation: str, theirs: str, waiting: bool) -> None:
    """Of somebody, for somebody, whose organisations are known; one thing at a time."""
    if not organisation:
        raise RuleBroken(_("This takes two people of two organisations, and yours is not known. Have it set first."))
    if not theirs:
        raise RuleBroken(_("Choose the organisation that they work for."), "organisation")
    if waiting:
        raise RuleBroken(_("Something was asked for this person already: a second person decides on that first."))


def check_waiting(*, settled: bool, lapsed: bool, same: bool) -> None:
    """Still to be decided, and asked by somebody who still may."""
    if settled:
        raise RuleBroken(_("This was decided already, or something else was said meanwhile."))
    if lapsed:
        raise RuleBroken(_("This was asked too long ago. It has to be asked anew."))
    if not same:
        raise RuleBroken(_("Whoever asked this may not any more. It has to be asked anew."))


def check_second(*, took_part: bool, related: bool, keeps: bool) -> None:
    """Another person, of another organisation, which keeps nobody there."""
    if took_part:
        raise RuleBroken(_("You asked for it, or it is for yourself; somebody else has to agree."))
    if related:
        raise RuleBroken(_("Somebody of another organisation has to agree, under no umbrella with the first."))
    if keeps:
        raise RuleBroken(_("Nobody of the organisation that has custody, or that it belongs to, can agree to this."))


def check_own(*, by: str, actor: str) -> None:
    """Taken back by whoever asked."""
    if by != actor:
        raise RuleBroken(_("Somebody else asked this. You may refuse it."))


def is_apart(organisation: str, *, kin_of_asker: Collection[str], keepers: Collection[str]) -> bool:
    """Whether an organisation, which must be known, can check what another one asked."""
    return bool(organisation) and organisation not in kin_of_asker and organisation not in keepers
