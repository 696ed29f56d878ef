"""What the desk asks."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.cases.rules import SHEET_SORTS
from onward.ui.forms import DayField, EntryForm, LineField, OneOfField, SomeOfField, WordsField


class PrintForm(EntryForm):
    """Which blank forms are printed, and how many."""

    site = OneOfField(label=_("For which site"))
    sort = OneOfField(label=_("Which form"), choices=list(SHEET_SORTS.items()))
    many = forms.IntegerField(
        label=_("How many"),
        min_value=1,
        max_value=40,
        initial=5,
        help_text=_("Of “Who is here”: one for each 200 people."),
    )

    def __init__(self, *args: Any, sites: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["site"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the types
        field.choices = list(sites)
        field.initial = sites[0][0] if len(sites) == 1 else None


class EnterForm(forms.Form):
    """The code on a form, the day that it tells of, and, of a need, whose it is."""

    code = LineField(label=_("Code on the form"), max_length=12)
    on = DayField(label=_("Which day it tells of"))
    person = LineField(label=_("Of a need: the case name"), required=False, max_length=80)
    people = forms.IntegerField(
        label=_("Of an arrival: how many people are on it"), required=False, min_value=1, max_value=12
    )


class HandOverForm(EntryForm):
    """Whom one hands over, to whom, and what the other needs to know."""

    cases = SomeOfField(label=_("Whom you hand over"))
    worker = OneOfField(label=_("To"))
    words = WordsField(
        label=_("What they need to know"),
        required=False,
        help_text=_("It stands in each of these files, sealed: never for those who keep the person."),
    )

    def __init__(
        self, *args: Any, people: Sequence[tuple[str, str]], workers: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, pairs in (("cases", people), ("worker", workers)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the types
            field.choices = list(pairs)
