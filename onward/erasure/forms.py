"""The short forms about keeping and erasing a file."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.erasure.rules.words import GROUNDS, STOPS
from onward.ui.forms import DayField, EntryForm, LineField, OneOfField, WordsField

SEALED = _("Sealed. Nobody of those who keep them reads it.")


class AskErasureForm(EntryForm):
    """That a file be erased, and on which ground."""

    ground = OneOfField(label=_("Why should it be erased?"), choices=GROUNDS.items())
    words = WordsField(label=_("What the person said"), help_text=SEALED, required=False)


class ConfirmErasureForm(EntryForm):
    """That a second person agrees."""

    alone = forms.BooleanField(
        label=_("I spoke with them alone. They want it, and nobody pressed them."), required=False
    )

    def __init__(self, *args: Any, own: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not own:
            del self.fields["alone"]


class StopErasureForm(EntryForm):
    """That it is not erased."""

    reason = OneOfField(label=_("Why is it not erased?"), choices=STOPS.items())
    words = WordsField(label=_("In words"), help_text=SEALED, required=False)


class KeepLongerForm(EntryForm):
    """Until when, and why."""

    until = DayField(label=_("Keep it until"))
    reason = LineField(label=_("Why so long?"), max_length=400)


class HoldFileForm(EntryForm):
    """On which ground nothing may be erased."""

    words = WordsField(
        label=_("On which ground?"), help_text=_("A complaint, a search, a court: who may need this file. Sealed.")
    )


class ReleaseFileForm(EntryForm):
    """That the ground holds no longer."""

    words = WordsField(label=_("Why no longer?"), help_text=SEALED, required=False)
