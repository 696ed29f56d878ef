"""The short forms of an emergency."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.ui.forms import EntryForm, OneOfField, WordsField

SEALED = _("Sealed. Nobody of those who keep them reads it.")
FOUND = {"yes": _("It was in order"), "no": _("It was not in order")}


class AskOpeningForm(EntryForm):
    """Why a file must be opened now."""

    reason = WordsField(label=_("What happened, and what do you need to know?"), help_text=SEALED)


class ConfirmOpeningForm(EntryForm):
    """That a second person agrees."""


class RefuseOpeningForm(EntryForm):
    """That a second person does not."""

    words = WordsField(label=_("Why not?"), help_text=SEALED, required=False)


class OpenFileForm(EntryForm):
    """That one looks now."""


class ReviewOpeningForm(EntryForm):
    """What oversight found."""

    in_order = OneOfField(label=_("Was it in order?"), choices=FOUND.items())
    words = WordsField(label=_("In words"), help_text=SEALED, required=False)
    withheld = forms.BooleanField(
        label=_("Do not show it on the person’s own page"),
        required=False,
        help_text=_("Only where seeing it would put somebody in danger. That it is withheld stays written."),
    )

    @property
    def said(self) -> Mapping[str, Any]:
        """Yes and no as what they are."""
        said = dict(super().said)
        return said | {"in_order": said["in_order"] == "yes"}
