"""Adding, changing and ending staff, and what a person does with their own account."""

from collections.abc import Collection
from typing import TYPE_CHECKING

import msgspec
from django.db import transaction

from onward.access.events import AccessRenewed, SessionsEnded, StaffChanged, StaffJoined, StaffLeft
from onward.access.queries import account_for, other_administrators, staff_for, username_taken
from onward.access.queries.accounts import (
    close_account,
    end_sessions_of,
    keep_password,
    open_account,
    renew_account,
)
from onward.access.queries.readings import keep_reading
from onward.access.rules import Actor, needs
from onward.access.rules.credentials import new_password, new_username
from onward.access.rules.staffing import (
    check_administrator_stays,
    check_new_password,
    check_present,
    check_reach,
    check_roles,
    check_username,
)
from onward.journal.append import append, written
from onward.kit.ids import derived_id, new_id

if TYPE_CHECKING:
    from onward.access.models import Staff


class SignIn(msgspec.Struct, frozen=True, kw_only=True):
    """What a member of staff signs in with first. The password is shown once and kept nowhere.

    It is empty where the act had been done before: a page sent twice does not show it again.
    """

    staff: str
    username: str
    password: str = ""


def _check_reach(actor: Actor, *, sites: Collection[str], everywhere: bool) -> None:
    check_reach(sites=sites, everywhere=everywhere, own_sites=actor.sites, own_everywhere=actor.everywhere)


def _within_reach(actor: Actor, staff: str) -> "Staff":
    """A member of staff all of whose work lies within the actor's reach."""
    member = staff_for(actor, staff)
    _check_reach(actor, sites=member.sites, everywhere=member.everywhere)
    return member


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
    """Add a member of staff with an account. `password`, if given, was chosen by themselves; else one is drawn."""
    staff = derived_id(entry or new_id(), "staff")
    if entry and written(entry):
        return SignIn(staff=staff, username=account_for(actor, staff).username)
    sign_in = SignIn(staff=staff, username=username or _free_username(), password=password or new_password())
    check_roles(roles, sites=sites, everywhere=everywhere)
    _check_reach(actor, sites=sites, everywhere=everywhere)
    # A drawn one may by chance hold a few letters of the name: that tells nothing.
    check_username(sign_in.username, taken=username_taken(sign_in.username), name=name if username else "")
    joined = StaffJoined(
        name=name,
        roles=tuple(roles),
        sites=tuple(sites),
        everywhere=everywhere,
        organisation=organisation,
        languages=tuple(languages),
    )
    append(joined, by=actor, stream=staff, id=entry)
    open_account(staff, username=sign_in.username, password=sign_in.password, once=not password)
    return sign_in


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
) -> None:
    """Say anew what a member of staff may do, and where. Where that changes, they are signed out everywhere."""
    member = _within_reach(actor, staff)
    check_present(member.left_on)
    check_roles(roles, sites=sites, everywhere=everywhere)
    _check_reach(actor, sites=sites, everywhere=everywhere)
    check_administrator_stays(roles, others=other_administrators(staff))
    changed = StaffChanged(
        name=name,
        roles=tuple(roles),
        sites=tuple(sites),
        everywhere=everywhere,
        organisation=organisation,
        languages=tuple(languages),
    )
    # A session begun with other rights ends with them, and with it every page that is still open.
    before = (set(member.roles), set(member.sites), member.everywhere)
    append(changed, by=actor, stream=staff, id=entry, after=after)
    if before != (set(roles), set(sites), everywhere):
        end_sessions_of(account_for(actor, staff))


@needs("access.end_staff")
@transaction.atomic
def end_staff(actor: Actor, *, staff: str, reason: str = "", after: str = "", entry: str = "") -> None:
    """End a person's work here: their account is closed at once, wherever they are signed in."""
    if entry and written(entry):
        return
    check_present(_within_reach(actor, staff).left_on)
    check_administrator_stays((), others=other_administrators(staff))
    append(StaffLeft(reason=reason), by=actor, stream=staff, id=entry, after=after)
    close_account(account_for(actor, staff))


@needs("access.renew_access")
@transaction.atomic
def renew_access(
    actor: Actor, *, staff: str, second_step_lost: bool = False, after: str = "", entry: str = ""
) -> SignIn:
    """Give a new one-time password to a person who cannot sign in. A second step stays, unless it was lost too: so
    whoever gives the password cannot sign in with it."""
    account = account_for(actor, staff)
    if entry and written(entry):
        return SignIn(staff=staff, username=account.username)
    check_present(_within_reach(actor, staff).left_on)
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
    check_present(_within_reach(actor, staff).left_on)
    append(SessionsEnded(), by=actor, stream=staff, id=entry, after=after)
    end_sessions_of(account_for(actor, staff))


@needs("access.end_own_sessions")
@transaction.atomic
def end_own_sessions(actor: Actor, *, entry: str = "") -> None:
    """Sign oneself out everywhere, this browser included."""
    if entry and written(entry):
        return
    append(SessionsEnded(), by=actor, stream=actor.id, id=entry)
    end_sessions_of(account_for(actor, actor.id))


@needs("access.choose_password")
@transaction.atomic
def choose_password(actor: Actor, *, password: str) -> None:
    """Keep a password that the person chose for themselves."""
    account = account_for(actor, actor.id)
    check_new_password(same=account.check_password(password))
    keep_password(account, password=password)


@needs("cases.see_case")
def note_reading(actor: Actor, *, case: str) -> None:
    """Note that the actor opened a file: once per person, case and day."""
    keep_reading(actor, case)
