"""What takes two people of two organisations: the second one agrees or refuses, or the first takes it back."""

from typing import TYPE_CHECKING

import msgspec
from django.db import transaction

from onward.access.events import AccessRenewed, GrantRefused, GrantWithdrawn, RolesConfirmed
from onward.access.queries import account_for, actor_of_staff, other_administrators, staff_within
from onward.access.queries.accounts import end_sessions_of, renew_account
from onward.access.queries.grants import grant_for, is_related, keeps_people, work_of
from onward.access.rules import Actor, may, needs
from onward.access.rules.credentials import SignIn, first_half, new_half
from onward.access.rules.granting import check_own, check_second, check_waiting, is_lapsed
from onward.access.rules.staffing import check_administrator_stays, check_own_reach, check_present
from onward.journal import reading
from onward.journal.append import append, written

if TYPE_CHECKING:
    from onward.access.models import Account, Grant, Staff


@needs("access.confirm_grant")
@transaction.atomic
def confirm_grant(actor: Actor, *, staff: str, grant: str, entry: str = "") -> SignIn:
    """Agree, as the second person: what was asked holds from now on, or a new password is given."""
    found = grant_for(actor, staff, grant)
    member, account = staff_within(actor, staff), account_for(actor, staff)
    done = SignIn(staff=staff, username=account.username)
    if entry and written(entry):
        return done
    check_present(member.left_on)
    _check_second(actor, found, member)
    if found.what == "renewal":
        renewed = AccessRenewed(second_step=found.second_step, asked=found.id, acting_for=actor.organisation)
        append(renewed, by=actor, stream=staff, id=entry)
        return _renewed(account, found, second_step=found.second_step)
    check_own_reach(actor, sites=found.said["sites"], everywhere=found.said["everywhere"])
    check_administrator_stays(found.said["roles"], others=other_administrators(staff))
    return _give(actor, found, member, account, entry=entry)


def _give(actor: Actor, found: "Grant", member: "Staff", account: "Account", *, entry: str) -> SignIn:
    new = not work_of(member).guarded
    said = {**found.said, "asked": found.id, "acting_for": actor.organisation, "renewed": new}
    append(msgspec.convert(said, RolesConfirmed), by=actor, stream=member.id, id=entry)
    if new:
        return _renewed(account, found, second_step=True)
    end_sessions_of(account)
    return SignIn(staff=member.id, username=account.username)


def _renewed(account: "Account", found: "Grant", *, second_step: bool) -> SignIn:
    """A password of two halves: the first was shown to whoever asked, the second is shown now."""
    half = new_half()
    renew_account(account, password=f"{first_half(found.id)}-{half}", second_step_lost=second_step)
    return SignIn(staff=found.stream, username=account.username, password=half, half=2)


@needs("access.refuse_grant")
@transaction.atomic
def refuse_grant(actor: Actor, *, staff: str, grant: str, words: str = "", entry: str = "") -> None:
    """Refuse, as the second person: nothing changes."""
    found = grant_for(actor, staff, grant)
    if entry and written(entry):
        return
    _check_second(actor, found, staff_within(actor, staff))
    append(GrantRefused(asked=found.id, words=words.strip()), by=actor, stream=staff, id=entry)


@needs("access.take_back_grant")
@transaction.atomic
def take_back_grant(actor: Actor, *, staff: str, grant: str, entry: str = "") -> None:
    """Take back what one asked oneself: nothing changes."""
    found = grant_for(actor, staff, grant)
    if entry and written(entry):
        return
    check_waiting(settled=bool(found.outcome), lapsed=False, same=True)
    check_own(by=found.by, actor=actor.id)
    append(GrantWithdrawn(asked=found.id), by=actor, stream=staff, id=entry)


def _check_second(actor: Actor, found: "Grant", member: "Staff") -> None:
    asker = actor_of_staff(found.by)
    check_waiting(
        settled=bool(found.outcome),
        lapsed=is_lapsed(found.asked_at, reading.present()),
        same=may(asker, "access.change_staff") and asker.organisation == found.acting_for,
    )
    check_second(
        took_part=actor.id in (found.by, found.stream),
        related=is_related(actor.organisation, found.acting_for),
        keeps=keeps_people(actor.organisation, found, member),
    )
