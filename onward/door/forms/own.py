"""What the door asks."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.care.rules import LONGEST
from onward.ui.forms import FILL_IN, EntryForm, OneOfField, WordsField

if TYPE_CHECKING:
    from onward.homecoming.models import Consent

SECRET = {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "dir": "ltr"}


class CardForm(forms.Form):
    """A card's code, as it stands on the card, and its PIN."""

    code = forms.CharField(
        label=_("The 26 letters and digits on the card"),
        help_text=_("Spaces do not matter, nor does small or large."),
        max_length=100,
        widget=forms.TextInput(attrs=SECRET),
        error_messages={"required": FILL_IN},
    )
    pin = forms.CharField(
        label=_("PIN, six digits"),
        max_length=32,
        # A browser offers to keep passwords, not what is good for one time.
        widget=forms.PasswordInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "dir": "ltr"}),
        error_messages={"required": FILL_IN},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def refuse(self) -> None:
        """The one sentence for a card that is unknown, stopped or locked, and for a PIN that is wrong."""
        self.add_error(None, str(REFUSED))

    def put_off(self) -> None:
        """The sentence for whoever comes while another card is looked at; no try is counted."""
        self.add_error(None, str(BUSY))


BUSY = _("Too many tries. Wait a minute, then try again.")
REFUSED = _(
    "This card and this PIN do not open a page. Look at both and try again. "
    "After five wrong tries a card stops working; then ask for a new one, it is made at once."
)


class QuestionForm(EntryForm):
    """What a resident wants to know or to say."""

    words = WordsField(
        label=_("Your question"),
        help_text=_("In any language. It stays in your file. This page closes after ten minutes without use."),
        max_length=LONGEST,
    )


class ChallengeForm(EntryForm):
    """That a resident does not accept having to stay."""

    words = WordsField(
        label=_("What do you say to it?"),
        help_text=_(
            "You need not write anything. Your case worker, a reviewer and oversight can read it; whoever gave the "
            "order is told only that you challenge it."
        ),
        max_length=LONGEST,
        required=False,
    )


class TakeBackChallengeForm(EntryForm):
    """That a person wants no answer any more: there is nothing to fill in."""


class TakeBackWishForm(EntryForm):
    """That a wish no longer holds: there is nothing to fill in."""


class AskOwnErasureForm(EntryForm):
    """That everything written about a resident be erased."""

    words = WordsField(
        label=_("Do you want to say something to it?"),
        help_text=_("You need not write anything. Nobody of those who keep you reads it."),
        max_length=LONGEST,
        required=False,
    )


class TakeBackErasureForm(EntryForm):
    """That it is not erased: there is nothing to fill in."""


class TakeBackConsentForm(EntryForm):
    """Which consent no longer holds."""

    consent = OneOfField(label=_("Who may not be told any more?"))

    def __init__(self, *args: Any, consents: Sequence["Consent"], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["consent"]
        assert isinstance(field, OneOfField)  # noqa: S101 - for the types
        field.choices = [(consent.id, consent.body) for consent in consents]
        if len(consents) == 1:
            field.initial = consents[0].id
