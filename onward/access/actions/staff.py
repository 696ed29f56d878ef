"""Adding, changing and ending staff. What takes two people is asked for."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db import transaction
from msgspec.structs import asdict, replace

from onward.access.events import (
    AccessRenewed,
    RenewalAsked,
    RolesAsked,
    SessionsEnded,
    StaffChanged,
    StaffEvent,
    StaffJoined,
    StaffLeft,
)
from onward.access.queries import account_for, other_administrators, staff_within, username_taken
from onward.access.queries.accounts import close_account, end_sessions_of, open_account, renew_account
from onward.access.queries.grants import is_of_staff, takes_second, waiting_for, work_of
from onward.access.rules import Actor, needs
from onward.access.rules.credentials import SignIn, first_half, new_password, new_username
from onward.access.rules.granting import Work, check_asker
from onward.access.rules.staffing import (
    check_administrator_stays,
    check_own_reach,
    check_present,
    check_roles,
    check_username,
)
from onward.journal.append import append, written
from onward.kit.ids import derived_id, new_id

if TYPE_CHECKING:
    from onward.access.models import Account, Staff


@needs("access.add_staff")
@transaction.atomic
def add_staff(
    actor: Actor,
    *,
    name: str,
    roles: Collection[str],
    sites: Collection[str] = (),
    everywhere: bool = False,
    organisation: str = "",
    languages: Collection[str] = (),
    username: str = "",
    password: str = "",
    entry: str = "",
) -> SignIn:
    """Add a member of staff with an account. `password`, if given, was chosen by themselves; else one is drawn.

    Roles that take two people are asked for: until a second one agrees, nobody can sign in to that account.
    """
    entry = entry or new_id()
    if written(entry):
        staff = derived_id(entry, "staff")
        return SignIn(staff=staff, username=account_for(actor, staff).username)
    joined = StaffJoined(
        name=name,
        roles=tuple(roles),
        sites=tuple(sites),
        everywhere=everywhere,
        organisation=organisation,
        languages=tuple(languages),
    )
    _check_said(actor, joined)
    # A drawn one may by chance hold a few letters of the name: that tells nothing.
    if username:
        check_username(username, taken=username_taken(username), name=name)
    return _add(actor, joined, username=username or _free_username(), password=password, entry=entry)


def _add(actor: Actor, joined: StaffJoined, *, username: str, password: str, entry: str) -> SignIn:
    staff = derived_id(entry, "staff")
    if not takes_second(actor, before=Work(), after=_work_in(joined)):
        append(joined, by=actor, stream=staff, id=entry)
        sign_in = SignIn(staff=staff, username=username, password=password or new_password())
        open_account(staff, username=username, password=sign_in.password, once=not password)
        return sign_in
    # They are of the staff without a role, and nothing opens their account yet.
    asked = derived_id(entry, "asked")
    append(replace(joined, roles=()), by=actor, stream=staff, id=entry)
    _ask_roles(actor, joined, staff=staff, entry=asked)
    open_account(staff, username=username, password=None, once=True)
    return SignIn(staff=staff, username=username, password=first_half(asked), half=1, asked=asked)


def _check_said(actor: Actor, said: StaffEvent) -> None:
    check_roles(said.roles, sites=said.sites, everywhere=said.everywhere)
    check_own_reach(actor, sites=said.sites, everywhere=said.everywhere)


def _work_in(said: StaffEvent) -> Work:
    return Work(
        roles=frozenset(said.roles),
        sites=frozenset(said.sites),
        everywhere=said.everywhere,
        organisation=said.organisation,
    )


def _ask_roles(actor: Actor, said: StaffEvent, *, staff: str, entry: str, after: str = "") -> None:
    check_asker(organisation=actor.organisation, theirs=said.organisation, waiting=waiting_for(staff) is not None)
    asked = RolesAsked(**asdict(said), acting_for=actor.organisation)
    append(asked, by=actor, stream=staff, id=entry, after=after)


def _free_username() -> str:
    """One that nobody has: of so many that are drawn, two are the same before long."""
    while username_taken(drawn := new_username()):
        pass
    return drawn


@needs("access.change_staff")
@transaction.atomic
def change_staff(
    actor: Actor,
    *,
    staff: str,
    name: str,
    roles: Collection[str],
    sites: Collection[str] = (),
    everywhere: bool = False,
    organisation: str = "",
    languages: Collection[str] = (),
    after: str = "",
    entry: str = "",
) -> SignIn:
    """Say anew what a member of staff may do, and where. Where that changes, they are signed out everywhere.

    What takes two people is asked for: until a second one agrees, they work as they did.
    """
    member, account, entry = staff_within(actor, staff), account_for(actor, staff), entry or new_id()
    if written(entry):
        return SignIn(staff=staff, username=account.username)
    check_present(member.left_on)
    changed = StaffChanged(
        name=name,
        roles=tuple(roles),
        sites=tuple(sites),
        everywhere=everywhere,
        organisation=organisation,
        languages=tuple(languages),
    )
    _check_said(actor, changed)
    check_administrator_stays(roles, others=other_administrators(staff))
    return _change(actor, changed, member, account, entry=entry, after=after)


def _change(
    actor: Actor, changed: StaffChanged, member: "Staff", account: "Account", *, entry: str, after: str
) -> SignIn:
    before, now = work_of(member), _work_in(changed)
    if takes_second(actor, before=before, after=now):
        _ask_roles(actor, changed, staff=member.id, entry=entry, after=after)
        half = "" if before.guarded else first_half(entry)
        return SignIn(staff=member.id, username=account.username, password=half, half=int(bool(half)), asked=entry)
    append(changed, by=actor, stream=member.id, id=entry, after=after)
    # A session begun with other rights ends with them, and with it every page that is still open.
    if (before.roles, before.sites, before.everywhere) != (now.roles, now.sites, now.everywhere):
        end_sessions_of(account)
    return SignIn(staff=member.id, username=account.username)


@needs("access.end_staff")
@transaction.atomic
def end_staff(actor: Actor, *, staff: str, reason: str = "", after: str = "", entry: str = "") -> None:
    """End a person's work here: their account is closed at once, wherever they are signed in."""
    if entry and written(entry):
        return
    check_present(staff_within(actor, staff).left_on)
    check_administrator_stays((), others=other_administrators(staff))
    append(StaffLeft(reason=reason), by=actor, stream=staff, id=entry, after=after)
    close_account(account_for(actor, staff))


@needs("access.renew_access")
@transaction.atomic
def renew_access(
    actor: Actor, *, staff: str, second_step_lost: bool = False, after: str = "", entry: str = ""
) -> SignIn:
    """Give a new one-time password to a person who cannot sign in. A second step stays, unless it was lost too: so
    whoever gives the password cannot sign in with it. Of somebody whose role takes two people it is asked for."""
    account = account_for(actor, staff)
    entry = entry or new_id()
    if written(entry):
        return SignIn(staff=staff, username=account.username)
    member = staff_within(actor, staff)
    check_present(member.left_on)
    if work_of(member).guarded and is_of_staff(actor):
        theirs = member.organisation or actor.organisation
        check_asker(organisation=actor.organisation, theirs=theirs, waiting=waiting_for(staff) is not None)
        asked = RenewalAsked(second_step=second_step_lost, acting_for=actor.organisation)
        append(asked, by=actor, stream=staff, id=entry, after=after)
        return SignIn(staff=staff, username=account.username, password=first_half(entry), half=1, asked=entry)
    append(AccessRenewed(second_step=second_step_lost), by=actor, stream=staff, id=entry, after=after)
    password = new_password()
    renew_account(account, password=password, second_step_lost=second_step_lost)
    return SignIn(staff=staff, username=account.username, password=password)


@needs("access.end_sessions")
@transaction.atomic
def end_sessions(actor: Actor, *, staff: str, after: str = "", entry: str = "") -> None:
    """Sign a member of staff out, wherever they are signed in."""
    if entry and written(entry):
        return
    check_present(staff_within(actor, staff).left_on)
    append(SessionsEnded(), by=actor, stream=staff, id=entry, after=after)
    end_sessions_of(account_for(actor, staff))
