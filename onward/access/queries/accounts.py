"""Accounts: a working table beside the journal, so this room also keeps it; no other may import its model."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db.models import F

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


def open_account(staff_id: str, *, username: str, password: str | None, once: bool) -> None:
    """Make the account of a new member of staff; `once`: the password is to be changed at first sign-in. Without one
    nobody can sign in yet."""
    account = Account(username=username, staff=staff_id, must_choose_password=once)
    account.set_password(password)
    account.save()


def renew_account(account: Account, *, password: str, second_step_lost: bool) -> None:
    """Give a one-time password, and take off a second step that was lost. Every session of the account ends, and a link
    to another sign-in: it would open what the new password is to close."""
    account.set_password(password)
    account.must_choose_password = True
    account.save()
    unlink_elsewhere(int(account.pk))
    if second_step_lost:
        account.authenticator_set.all().delete()  # type: ignore[attr-defined]  # allauth.mfa, untyped


def keep_password(account: Account, *, password: str) -> None:
    """Keep a password that its owner chose."""
    account.set_password(password)
    account.must_choose_password = False
    account.save()


def end_sessions_of(account: Account) -> None:
    """End every session of the account, wherever it is open."""
    Account.objects.filter(id=account.id).update(sessions=F("sessions") + 1)


def has_second_step(number: int) -> bool:
    """Whether the account of that number asks for more than a password. Asked for every page, so by prepared SQL."""
    kept = quick.rows(Authenticator, user_id=number)
    return any(one.type != Authenticator.Type.RECOVERY_CODES for one in kept)


def second_steps(number: int) -> dict[str, Any]:
    """What an account asks for besides its password: `app`, and `passkeys` by name, latest last."""
    kept = sorted(quick.rows(Authenticator, user_id=number), key=lambda one: one.created_at)
    passkeys = [one for one in kept if one.type == Authenticator.Type.WEBAUTHN]
    return {
        "app": any(one.type == Authenticator.Type.TOTP for one in kept),
        "passkeys": [{"id": one.pk, "name": one.data["name"], "since": one.created_at} for one in passkeys],
    }


def passkey_of(number: int, passkey: str) -> Authenticator | None:
    """One of the account's own passkeys."""
    kept = quick.rows(Authenticator, user_id=number)
    return next((one for one in kept if one.type == Authenticator.Type.WEBAUTHN and str(one.pk) == passkey), None)


def linked_elsewhere(number: int) -> bool:
    """Whether that account is linked to another organisation's sign-in."""
    return settings.PROGRAMME.oidc is not None and _links(number).exists()


def unlink_elsewhere(number: int) -> None:
    """Let another organisation's sign-in open that account no more."""
    if settings.PROGRAMME.oidc is not None:
        _links(number).delete()


def _links(number: int) -> Any:
    from allauth.socialaccount.models import SocialAccount  # there only where a programme names another sign-in

    return SocialAccount.objects.filter(user_id=number)


def close_account(account: Account) -> None:
    """Let nobody sign in with this account again; every session of it ends."""
    account.is_active = False
    account.set_unusable_password()
    account.save()
    unlink_elsewhere(int(account.pk))
