"""What is asked to keep people apart, and of who cares for a child."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from onward.cases.queries import case_named
from onward.kit.dates import today
from onward.shelter.rules.words import ASKED_BY, CARE, STRENGTHS
from onward.ui.forms import DayField, EntryForm, LineField, OneOfField, WordsField


class ResidentField(LineField):
    """A resident by case name; gives their id, or nothing where it was left empty."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=80, **kwargs)
        self.actor: Any = None

    def clean(self, value: Any) -> Any:
        name = super().clean(value)
        if not name:
            return ""
        found = case_named(self.actor, name)
        if found is None:
            raise ValidationError(_("No resident of this name is known to you."))
        return found.id


class ResidentForm(EntryForm):
    """Base of the forms that ask for a resident by name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, ResidentField):
                field.actor = self.actor


class KeepApartForm(ResidentForm):
    """From whom a resident is kept apart, and why."""

    other = ResidentField(
        label=_("From which resident"), required=False, help_text=_("Their case name. Empty: somebody from outside.")
    )
    strength = OneOfField(label=_("How far"), choices=list(STRENGTHS.items()), initial="block")
    threat = WordsField(
        label=_("From whom outside"), required=False, max_length=1000, help_text=_("If the threat comes from outside.")
    )
    avoid_site = forms.ChoiceField(
        label=_("A site that they are not sent to"),
        required=False,
        error_messages={"invalid_choice": _("Choose one of these sites.")},
    )
    asked_by = OneOfField(label=_("Who asked for it"), choices=list(ASKED_BY.items()), initial="resident")
    why = WordsField(label=_("Why"), max_length=2000)

    def __init__(self, *args: Any, sites: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["avoid_site"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells mypy what the class body says
        field.choices = [("", "–"), *sites]


class EndKeepingApartForm(EntryForm):
    """Why it is over."""

    why = WordsField(label=_("Why it is over, and who says so"), max_length=2000)


class ArrangeCareForm(ResidentForm):
    """Who cares for a child that is alone."""

    arrangement = OneOfField(label=_("Who cares for them"), choices=list(CARE.items()))
    carer = ResidentField(
        label=_("The adult who cares for them"), required=False, help_text=_("Their case name, if it is a resident.")
    )
    place = LineField(label=_("Where"), required=False, help_text=_("The supervised place, if it is one."))
    decided_by = LineField(label=_("Who decided on it"), help_text=_("The name, and the office."))
    review_on = DayField(label=_("Looked at again by"))
    words = WordsField(
        label=_("What the child said to it"), required=False, max_length=2000, help_text=_("In their own words.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["review_on"].initial = today() + timedelta(days=14)
