"""The base of every form that writes, and the few kinds of field that forms are made of."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from onward.kit.ids import is_drawn, new_id
from onward.ui.widgets import Boxes, Radios

YEARS = range(1900, 2101)
BROKEN_PAGE = _("This page did not arrive whole. Load it again, then send it once more.")
REQUIRED = forms.Field.default_error_messages["required"]
FILL_IN = _("Please fill this in.")
CHOOSE = _("Please choose one.")
ODD_DATE = _("Give a date between 1900 and 2100.")


def check_entry(value: str) -> None:
    """Refuse an entry id that this programme did not make for a form: what it derives, it alone writes."""
    if not is_drawn(value):
        raise ValidationError(BROKEN_PAGE)


class EntryForm(forms.Form):
    """A form that becomes an entry in the journal.

    `entry` is the id that the entry will have, made when the page is shown: sent twice, it is written once.
    `version` is the last entry that the page showed; give it (`version=case.version`) where the decision is taken
    on a page's state, and the act gets it as `after`. `said` is what was asked, without those two.
    """

    entry = forms.CharField(widget=forms.HiddenInput, max_length=32, validators=[check_entry])
    version = forms.CharField(widget=forms.HiddenInput, max_length=32, required=False)

    def __init__(self, *args: Any, actor: Any = None, version: str | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.guarded = version is not None
        self.fields["entry"].error_messages["required"] = BROKEN_PAGE
        self.fields["version"].error_messages["required"] = BROKEN_PAGE
        self.fields["entry"].initial = new_id()
        self.fields["version"].initial = version or ""
        self.fields["version"].required = bool(version)
        for field in self.fields.values():
            if field.error_messages.get("required") == REQUIRED:
                field.error_messages["required"] = CHOOSE if isinstance(field, forms.ChoiceField) else FILL_IN

    @property
    def said(self) -> Mapping[str, Any]:
        """What the person said: the cleaned values without `entry` and `version`."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("entry", "version")}

    @property
    def sent_entry(self) -> str:
        """The id that the page sent, if it is one; known before anything is validated."""
        value = self.data.get(self.add_prefix("entry"), "") if self.is_bound else ""
        return value if is_drawn(value) else ""

    def show_as_of(self, version: str) -> None:
        """Show what was typed again, decided now on `version`."""
        data = cast("QueryDict", self.data).copy()
        data[self.add_prefix("version")] = version
        self.data = data

    def focus_first_error(self) -> None:
        """Put the cursor where the first mistake is."""
        for field in self.visible_fields():
            field.field.widget.attrs.pop("autofocus", None)
        for field in self.visible_fields():
            if field.errors:
                field.field.widget.attrs["autofocus"] = True
                return


class LineField(forms.CharField):
    """One line of text."""

    def __init__(self, *, max_length: int = 200, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"dir": "auto", "autocomplete": "off", **super().widget_attrs(widget)}


class WordsField(forms.CharField):
    """Several lines in a person's own words."""

    widget = forms.Textarea(attrs={"rows": 4})

    def __init__(self, *, max_length: int = 4000, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"dir": "auto", **super().widget_attrs(widget)}


class DayField(forms.DateField):
    """A day, by the browser's own picker."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})

    def to_python(self, value: Any) -> date | None:
        day = super().to_python(value)
        if day is not None and day.year not in YEARS:
            raise ValidationError(ODD_DATE)
        return day


class MomentField(forms.DateTimeField):
    """A day and a time, in the programme's time zone."""

    widget = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})

    def to_python(self, value: Any) -> datetime | None:
        try:
            moment = super().to_python(value)
        except OverflowError as far:  # the year 1 or 9999, carried over the edge by the time zone
            raise ValidationError(ODD_DATE) from far
        if moment is not None and moment.year not in YEARS:
            raise ValidationError(ODD_DATE)
        return moment


class OneOfField(forms.ChoiceField):
    """One of a few, all of them in sight."""

    widget = Radios


class SomeOfField(forms.MultipleChoiceField):
    """Any of a few, all of them in sight."""

    widget = Boxes
