"""What django-allauth does differently here."""

from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from onward.access.queries.accounts import keep_password, signed_in_account
from onward.access.views.signed_in import CASE_AT_THE_DOOR, SIGNED_IN_AT, this_moment
from onward.sealing import unwrap, vault, wrap

SECOND_STEP = b"second step"


class Pseudonyms(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Accounts are given by an administrator, have no address, and begin with a one-time password."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "enter_current_password": _("This is not your present password."),
        "incorrect_password": _("This is not your password."),
        "too_many_login_attempts": _("Too many tries. Wait five minutes, then try again."),
        "username_password_mismatch": _("The sign-in name or the password is not right."),
        "rate_limited": _("Too many tries. Wait a minute, then try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - as allauth calls it
        """Nobody signs up: an administrator adds staff."""
        return False

    def login(self, request: HttpRequest, user: Any) -> None:
        """Begin a session of staff: a resident's session at this machine ends, the twelve hours start."""
        request.session.pop(CASE_AT_THE_DOOR, None)
        super().login(request, user)
        request.session[SIGNED_IN_AT] = this_moment()

    def clean_password(self, password: str, user: Any = None) -> str:
        """Refuse the present password as the new one."""
        if user is not None and user.check_password(password):
            raise ValidationError(_("Choose another password than the present one."))
        cleaned: str = super().clean_password(password, user)
        return cleaned

    def set_password(self, user: Any, password: str) -> None:
        """A password that its owner chose is no longer a one-time one."""
        keep_password(user, password=password)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002 - as allauth calls it
        """On to the first page of one's work."""
        return "/"


class Accounts(AuthenticationBackend):  # type: ignore[misc]  # allauth ships no types
    """Who a session belongs to, read once for every page: by prepared SQL."""

    def get_user(self, user_id: int) -> Any:
        """The account of that number, unless it is closed."""
        return signed_in_account(user_id)


class SecondStep(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """The second step, in our words; what it rests on is sealed once more within the encrypted database."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code is not right. Give the one that the app shows now."),
    }

    def encrypt(self, text: str) -> str:
        """The secret of an app, or the seed of spare codes: nobody reads it who only reads the table."""
        return wrap(vault.secrets().wrapping_key, text.encode(), about=SECOND_STEP).hex()

    def decrypt(self, encrypted_text: str) -> str:
        """What was sealed."""
        return unwrap(vault.secrets().wrapping_key, bytes.fromhex(encrypted_text), about=SECOND_STEP).decode()

    def build_totp_svg(self, url: str) -> str:
        """The picture that an authenticator app scans."""
        drawn = str(segno.make(url, error="m").svg_inline(border=2, light="#fff"))
        # As a file of its own, which names what it is written in: an <img> shows no other.
        return drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """A passkey belongs to the name under which this machine is reached, and shows the programme's own."""
        return {"id": context.request.get_host().partition(":")[0], "name": settings.PROGRAMME_NAME}
