"""Forms of staff and of one's own account."""

from collections.abc import Mapping
from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as second_step
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as passkeys
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from onward.access.queries import workplaces_for
from onward.access.rules import ROLE_NAMES, STAFF_ROLES
from onward.access.rules.credentials import new_username
from onward.access.rules.names import ROLE_WORK, language_choices
from onward.ui.forms import EntryForm, LineField, SomeOfField, WordsField


class StaffForm(EntryForm):
    """Who a member of staff is, what they may do, and where."""

    name = LineField(
        label=_("Name"),
        max_length=120,
        help_text=_("As others here know the person. It need not be the name in their papers."),
    )
    roles = SomeOfField(label=_("Roles"), error_messages={"required": _("Choose at least one role.")})
    organisation = forms.ChoiceField(label=_("Organisation"), required=False)
    everywhere = forms.BooleanField(label=_("Works at every site"), required=False)
    sites = SomeOfField(label=_("Sites"), required=False)
    languages = SomeOfField(label=_("Speaks"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organisations = workplaces_for(self.actor, "organisation")
        colon = gettext(": ")
        self._offer("roles", [(role, f"{ROLE_NAMES[role]}{colon}{ROLE_WORK[role]}") for role in STAFF_ROLES])
        self._offer("organisation", [("", _("Choose")), *organisations])
        self.fields["organisation"].required = bool(organisations)
        self._offer("sites", workplaces_for(self.actor, "site"))
        self._offer("languages", language_choices())
        if not self.actor.everywhere:
            del self.fields["everywhere"]

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells mypy what the class body says
        field.choices = choices

    @property
    def said(self) -> Mapping[str, Any]:
        """Whoever works everywhere has no list of sites."""
        said = dict(super().said)
        return said | {"sites": ()} if said.get("everywhere") else said


class AddStaffForm(StaffForm):
    """The same, with a name to sign in by."""

    username = LineField(
        label=_("Sign-in name"),
        max_length=30,
        help_text=_("A pseudonym, which says nothing of the person. Keep this one or choose another."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].initial = new_username()


class EndStaffForm(EntryForm):
    """That a person leaves, and why if it matters."""

    reason = WordsField(label=_("Why"), required=False, max_length=500)


class EndSessionsForm(EntryForm):
    """That somebody is to be signed out everywhere."""


class RenewAccessForm(EntryForm):
    """That a person needs a new one-time password."""

    second_step_lost = forms.BooleanField(
        label=_("The second step is lost as well: take it off"),
        required=False,
        help_text=_("Only where the person stands before you without their phone, key and spare codes."),
    )


class ConfirmGrantForm(EntryForm):
    """That a second person agrees."""


class RefuseGrantForm(EntryForm):
    """That a second person does not."""

    words = WordsField(label=_("Why not?"), required=False, max_length=500)


class TakeBackGrantForm(EntryForm):
    """That whoever asked takes it back."""


# Words of our own on the forms of django-allauth, whose placeholders would stand in for labels.


def _plain(form: forms.Form, **labels: Any) -> None:
    form.label_suffix = ""
    for name, field in form.fields.items():
        field.widget.attrs.pop("placeholder", None)
        field.help_text = ""
        field.error_messages["required"] = _("Fill this in.")
        field.label = labels.get(name, field.label)


class SignInForm(account.LoginForm):  # type: ignore[misc]  # allauth ships no types
    """A pseudonym and a password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, login=_("Sign-in name"), password=_("Password"))
        self.fields["login"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false", "dir": "ltr"}
        # After a mistake the name is still there; what is to be typed again is the password.
        self.fields["password" if self.is_bound else "login"].widget.attrs["autofocus"] = True


class ChoosePasswordForm(account.ChangePasswordForm):  # type: ignore[misc]  # allauth ships no types
    """The present password, and twice the new one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(
            self,
            oldpassword=_("Present password"),
            password1=_("New password"),
            password2=_("New password again"),
        )
        self.fields["password1"].help_text = _(
            "At least 12 characters. Several words that you alone would put together."
        )


class ConfirmPasswordForm(account.ReauthenticateForm):  # type: ignore[misc]  # allauth ships no types
    """One's own password once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, password=_("Password"))


class SecondStepForm(second_step.AuthenticateForm):  # type: ignore[misc]  # allauth ships no types
    """The code of the authenticator app, or a recovery code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, code=_("Code"))
        self.fields["code"].widget.attrs |= {"autofocus": True, "inputmode": "numeric", "dir": "ltr"}


class ConfirmCodeForm(second_step.ReauthenticateForm):  # type: ignore[misc]  # allauth ships no types
    """The same, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, code=_("Code"))


class StartSecondStepForm(totp.ActivateTOTPForm):  # type: ignore[misc]  # allauth ships no types
    """The first code of a new authenticator app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, code=_("Code that the app shows"))
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "dir": "ltr"}


def _nothing_given() -> ValidationError:
    return ValidationError(_("No passkey was given. Try again, or use a code."))


MISSHAPEN = (LookupError, TypeError, ValueError, AttributeError)
"""What the library says of an answer that no browser gives."""


class AddPasskeyForm(passkeys.AddWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """A passkey, and what its owner calls it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, name=_("What you call it"))
        self.fields["name"].max_length = 60
        self.fields["name"].initial = self.initial["name"] = gettext("My phone")
        self.fields["name"].help_text = _("So that you know it from another one, such as a key on your key ring.")

    def clean(self) -> Any:
        """Refuse what no browser would answer."""
        try:
            return super().clean()
        except MISSHAPEN:
            raise _nothing_given() from None


class PasskeyForm(passkeys.AuthenticateWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """The answer of a passkey, after the password."""

    def clean_credential(self) -> Any:
        """Refuse what no browser would answer."""
        try:
            return super().clean_credential()
        except MISSHAPEN:
            raise _nothing_given() from None


class ConfirmPasskeyForm(PasskeyForm):
    """The same, before something that matters."""

    reauthenticated = True
