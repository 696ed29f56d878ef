"""What the desk asks."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.ui.forms import EntryForm, OneOfField, SomeOfField, WordsField


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
