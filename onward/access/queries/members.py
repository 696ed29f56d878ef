"""Who works here, where, and who holds an office."""

from collections.abc import Iterable

from django.utils.translation import get_language

from onward.access.models import Duty, Staff, Workplace
from onward.access.rules import ADMINISTRATOR, NOBODY, Actor
from onward.access.rules.staffing import check_own_reach
from onward.journal import quick
from onward.kit.errors import NotFound


def actor_from(staff: Staff) -> Actor:
    """What a member of staff may do, and where."""
    return Actor(
        id=staff.id,
        name=staff.name,
        roles=frozenset(staff.roles),
        sites=frozenset(staff.sites),
        everywhere=staff.everywhere,
        organisation=staff.organisation,
        language=get_language() or "en",
    )


def actor_of_staff(staff_id: str) -> Actor:
    """What another member of staff may do, for asking whether something can be put into their hands."""
    staff = Staff.objects.filter(id=staff_id, left_on=None).first()
    return actor_from(staff) if staff else NOBODY


def staff_for(actor: Actor, staff_id: str) -> Staff:
    """One member of staff: oneself, or someone within the actor's reach."""
    staff = Staff.objects.filter(id=staff_id).first()
    if staff is None or (staff.id != actor.id and not _reaches(actor, staff)):
        raise NotFound(staff_id)
    return staff


def staff_within(actor: Actor, staff_id: str) -> Staff:
    """A member of staff all of whose work lies within the actor's reach. Raises NotAllowed otherwise."""
    member = staff_for(actor, staff_id)
    check_own_reach(actor, sites=member.sites, everywhere=member.everywhere)
    return member


def _reaches(actor: Actor, staff: Staff) -> bool:
    return actor.everywhere or staff.everywhere or not actor.sites.isdisjoint(staff.sites)


def staff_members_for(actor: Actor, *, role: str = "", site: str = "", left: bool = False) -> list[Staff]:
    """Staff within the actor's reach by name, those of one role or site if asked; `left`: the former ones."""
    members = Staff.objects.filter(left_on__isnull=not left)
    if role or site:
        duties = Duty.objects.filter(role=role) if role else Duty.objects.all()
        duties = duties.filter(site__in=(site, "")) if site else duties
        members = members.filter(id__in=duties.values("staff"))
    return [staff for staff in members if staff.id == actor.id or _reaches(actor, staff)]


def named_holder(role: str, site: str, *, organisation: str = "") -> Staff | None:
    """The person who holds an office at a site: those of the site before those of every site, earliest first.

    None when the role has no person behind it: then nobody holds what it owes.
    """
    for where in dict.fromkeys((site, "")):
        duties = quick.rows(Duty, role=role, site=where)
        held = [duty for duty in duties if not organisation or duty.organisation == organisation]
        if held:
            first = min(held, key=lambda duty: (duty.since, duty.staff))
            return quick.rows(Staff, id=first.staff)[0]
    return None


def named_holders(role: str, site: str) -> list[Staff]:
    """Everybody who holds an office at a site: those of the site before those of every site, earliest first."""
    duties = [
        duty
        for where in dict.fromkeys((site, ""))
        for duty in sorted(quick.rows(Duty, role=role, site=where), key=lambda duty: (duty.since, duty.staff))
    ]
    return [quick.rows(Staff, id=duty.staff)[0] for duty in duties]


def staff_names(ids: Iterable[str]) -> dict[str, str]:
    """Names by id, of past and present staff, for showing who did something."""
    return quick.names((Staff,), set(ids))


def other_administrators(staff: str) -> int:
    """How many administrators there are besides this one."""
    return sum(ADMINISTRATOR in other.roles for other in Staff.objects.filter(left_on=None).exclude(id=staff))


def workplaces_for(actor: Actor, what: str) -> list[tuple[str, str]]:
    """Organisations or sites (`what`) as (id, name), for choosing where a person works."""
    places = Workplace.objects.filter(what=what)
    if what == "site" and not actor.everywhere:
        places = places.filter(id__in=actor.sites)
    return list(places.values_list("id", "name"))


def staff_organisations(ids: Iterable[str]) -> dict[str, str]:
    """Organisations (ids) by id, of past and present staff, for showing for whom somebody did something."""
    return dict(Staff.objects.filter(id__in=set(ids)).values_list("id", "organisation"))


def staff_roles(ids: Iterable[str]) -> dict[str, list[str]]:
    """Roles by id, of past and present staff, for showing which office did something."""
    return dict(Staff.objects.filter(id__in=set(ids)).values_list("id", "roles"))
