"""Which places are held, for whom, until when."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.kit.dates import today
from onward.ui.forms import DayField, EntryForm, LineField, SomeOfField


class HoldPlacesForm(EntryForm):
    """Free places of a block, for somebody who is to have them."""

    places = SomeOfField(
        label=_("Which places"),
        error_messages={
            "required": _("Choose a place."),
            "invalid_choice": _("One of these places is not free any more: load the page again."),
        },
    )
    held_for = forms.ChoiceField(
        label=_("For whom"), required=False, error_messages={"invalid_choice": _("Choose one of these people.")}
    )
    until = DayField(label=_("Until"), help_text=_("That day included. After it the place is free by itself."))
    reason = LineField(
        label=_("Why"), max_length=200, help_text=_("All who give places read it: no name, nothing about health.")
    )

    def __init__(
        self,
        *args: Any,
        free: Sequence[tuple[str, str]],
        people: Sequence[tuple[str, str]],
        picked: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        places, held_for = self.fields["places"], self.fields["held_for"]
        assert isinstance(places, SomeOfField)  # noqa: S101 - tells mypy what the class body says
        assert isinstance(held_for, forms.ChoiceField)  # noqa: S101 - as above
        places.choices = free
        places.initial = [picked] if picked else []
        held_for.choices = [("", _("Whoever has no place here yet")), *people]
        self.fields["until"].initial = today() + timedelta(days=3)


class ReleasePlaceForm(EntryForm):
    """Nothing is asked."""
