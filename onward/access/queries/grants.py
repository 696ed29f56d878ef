"""What waits for a second person, what became of it, and everything that staff were given."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.db.models import Q

from onward.access.models import Given, Grant, Staff, Workplace
from onward.access.queries.members import staff_for, staff_names
from onward.access.rules import GRANTS, Actor, may
from onward.access.rules.granting import LAPSES, TWO_PERSON_ROLES, Work, is_lapsed, takes_two
from onward.access.rules.umbrellas import kin_among
from onward.journal import quick, reading
from onward.kit.errors import NotFound

SHOWN = 200


class Asked(NamedTuple):
    """One thing that was asked for a member of staff, by names, and whether the reader may decide it."""

    about: Grant
    member: Staff
    by: str
    second: str
    waits: bool
    until: datetime
    fresh: bool
    """Whether they had no such role before, so that a password of two halves comes with it."""
    may_confirm: bool
    may_take_back: bool


def is_of_staff(actor: Actor) -> bool:
    """Whether the actor is a person of the staff; a machine, and whoever founds a programme at it, is not."""
    return bool(quick.rows(Staff, id=actor.id))


def work_of(member: Staff) -> Work:
    """What a member of staff does now."""
    return Work(
        roles=frozenset(member.roles),
        sites=frozenset(member.sites),
        everywhere=member.everywhere,
        organisation=member.organisation,
    )


def takes_second(actor: Actor, *, before: Work, after: Work) -> bool:
    """Whether a second person has to agree; not where a programme is founded at its own machine, by nobody of the
    staff: whoever does that has the passphrase."""
    return takes_two(before, after) and is_of_staff(actor)


def waiting_for(staff: str) -> Grant | None:
    """What waits for a second person about a member of staff, if anything does."""
    now = reading.present()
    return next(
        (one for one in Grant.objects.filter(stream=staff, outcome="") if not is_lapsed(one.asked_at, now)), None
    )


def grant_for(actor: Actor, staff: str, grant: str) -> Grant:
    """One thing that was asked for a member of staff within the actor's reach."""
    found = quick.find(Grant, grant, staff_for(actor, staff).id)
    if found is None:
        raise NotFound(grant)
    return found


def is_related(one: str, other: str) -> bool:
    """Whether two organisations cannot check each other: the same, under one umbrella, or unknown."""
    return not one or not other or other in kin_among(one, _above("organisation"))


def keeps_people(organisation: str, grant: Grant, member: Staff) -> bool:
    """Whether the organisation, or one under the same umbrella, runs a site where they work or would."""
    kin = kin_among(organisation, _above("organisation"))
    everywhere, sites = reach_of(grant, member)
    return any(runner in kin for site, runner in _above("site").items() if everywhere or site in sites)


def reach_of(grant: Grant, member: Staff) -> tuple[bool, frozenset[str]]:
    """Where a member of staff works, or would: everywhere, or at these sites."""
    return (
        member.everywhere or grant.said.get("everywhere", False),
        frozenset(member.sites).union(grant.said.get("sites", ())),
    )


def _above(what: str) -> dict[str, str]:
    return dict(Workplace.objects.filter(what=what).values_list("id", "answers_to"))


def asked_of(actor: Actor, grants: Sequence[Grant]) -> list[Asked]:
    """They by names, as they stand for the reader: those of staff within their reach."""
    if not grants:
        return []
    now = reading.present()
    members = {one.id: one for one in Staff.objects.filter(id__in={grant.stream for grant in grants})}
    names = staff_names({who for one in grants for who in (one.by, one.second)} - {""})
    asked = []
    for one in grants:
        member = members[one.stream]
        waits = not one.outcome and not is_lapsed(one.asked_at, now)
        asked.append(
            Asked(
                about=one,
                member=member,
                by=names.get(one.by, ""),
                second=names.get(one.second, ""),
                waits=waits,
                until=one.asked_at + LAPSES,
                fresh=TWO_PERSON_ROLES.isdisjoint(members[one.stream].roles),
                may_confirm=waits and may_decide(actor, one, member),
                may_take_back=waits and one.by == actor.id and may(actor, "access.take_back_grant"),
            )
        )
    return asked


def may_decide(actor: Actor, grant: Grant, member: Staff) -> bool:
    """Whether the actor may be the second person."""
    everywhere, sites = reach_of(grant, member)
    return (
        may(actor, "access.confirm_grant")
        and actor.id not in (grant.by, grant.stream)
        and (actor.everywhere or (not everywhere and sites <= actor.sites))
        and not is_related(actor.organisation, grant.acting_for)
        and not keeps_people(actor.organisation, grant, member)
    )


def grants_for(actor: Actor, *, staff: str = "", waiting: bool = False) -> list[Asked]:
    """What was asked for staff within the actor's reach, of one person if named, latest first."""
    grants = Grant.objects.filter(stream=staff_for(actor, staff).id) if staff else Grant.objects.filter(_within(actor))
    if waiting:
        # Not cut: about each member of staff one waits at most, and none of all others may hide it.
        found = asked_of(actor, list(grants.filter(outcome="", asked_at__gte=reading.present() - LAPSES)))
        return [one for one in found if one.waits]
    return asked_of(actor, list(grants[:SHOWN]))


def to_confirm(actor: Actor) -> list[Asked]:
    """What waits for the actor to agree or to refuse."""
    return [one for one in grants_for(actor, waiting=True) if one.may_confirm]


def two_can_agree() -> bool:
    """Whether there are two people, of organisations that can check each other, who may ask or agree."""
    roles = GRANTS["access.confirm_grant"]
    of = {one.organisation for one in Staff.objects.filter(left_on=None) if not roles.isdisjoint(one.roles)} - {""}
    return any(not is_related(one, other) for one in of for other in of)


def given_for(actor: Actor) -> list[Given]:
    """Everything that staff within the actor's reach were given, latest first."""
    return list(Given.objects.filter(_within(actor))[:SHOWN])


def _within(actor: Actor) -> Q:
    """Of staff within the actor's reach: asked before a list is cut, so that others never push them off it."""
    if actor.everywhere:
        return Q()
    return Q(stream__in=[one.id for one in Staff.objects.all() if _reached(actor, one)])


def _reached(actor: Actor, member: Staff) -> bool:
    return member.id == actor.id or actor.everywhere or member.everywhere or not actor.sites.isdisjoint(member.sites)
