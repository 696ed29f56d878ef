"""Accounts: a working table beside the journal, so this room also keeps it; no other may import its model."""

from onward.access.models import Account, Staff
from onward.access.queries.members import actor_from, staff_for
from onward.access.rules import NOBODY, Actor
from onward.journal import quick
from onward.kit.errors import NotFound


def actor_of(account: Account) -> Actor:
    """The actor behind an account; nobody, when the person has left."""
    staff = next(iter(quick.rows(Staff, id=account.staff)), None)
    return NOBODY if staff is None or staff.left_on is not None else actor_from(staff)


def signed_in_account(number: int) -> Account | None:
    """The account of a session; none, once it is closed."""
    account = next(iter(quick.rows(Account, id=number)), None)
    return account if account is not None and account.is_active else None


def account_for(actor: Actor, staff_id: str) -> Account:
    """The account of oneself, or of a member of staff within the actor's reach."""
    account = Account.objects.filter(staff=staff_for(actor, staff_id).id).first()
    if account is None:
        raise NotFound(staff_id)
    return account


def username_taken(username: str) -> bool:
    """Whether somebody signs in, or once signed in, by this name."""
    return Account.objects.filter(username=username).exists()


def open_account(staff_id: str, *, username: str, password: str, once: bool) -> None:
    """Make the account of a new member of staff; `once`: the password is to be changed at first sign-in."""
    account = Account(username=username, staff=staff_id, must_choose_password=once)
    account.set_password(password)
    account.save()


def renew_account(account: Account, *, password: str) -> None:
    """Give a one-time password and take off the second step; every session of the account ends."""
    account.set_password(password)
    account.must_choose_password = True
    account.save()
    account.authenticator_set.all().delete()  # type: ignore[attr-defined]  # allauth.mfa, untyped


def keep_password(account: Account, *, password: str) -> None:
    """Keep a password that its owner chose."""
    account.set_password(password)
    account.must_choose_password = False
    account.save()


def close_account(account: Account) -> None:
    """Let nobody sign in with this account again; every session of it ends."""
    account.is_active = False
    account.set_unusable_password()
    account.save()
