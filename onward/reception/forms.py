"""The arrival form: little is asked, nothing typed is ever lost."""

from collections.abc import Mapping
from operator import itemgetter
from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.access.rules import Actor
from onward.cases.rules import AGES, LANGUAGES, SEXES, language_name
from onward.kit.dates import now
from onward.places.queries import sites_for
from onward.reception.rules import (
    GIVEN,
    LONGEST_BELONGINGS,
    MOST_PEOPLE,
    NEEDS,
    TOLD,
    WITH_WHOM,
    Person,
)
from onward.ui.forms import EntryForm, LineField, MomentField, OneOfField, SomeOfField
from onward.ui.widgets import Menu

AT_HAND = ("ar", "fr", "en", "nl", "de", "uz", "ru", "tr", "ku")
"""Languages with a button of their own; the others are in a list."""

AS_TYPED = {
    "hx-post": reverse_lazy("reception:look_first"),
    "hx-trigger": "input changed delay:300ms",
    "hx-target": "#looked",
    "hx-swap": "outerHTML",
    "hx-sync": "this:replace",
    "hx-params": "entry,look,csrfmiddlewaretoken",
}
"""A moment after the last letter the answer follows by itself; nothing else of the form is sent."""

WORDLESS = gettext_lazy("Choose the language the person speaks.")


class PersonForm(forms.Form):
    """One person as the officer sees them. Nothing here must be filled in."""

    sex = OneOfField(label=gettext_lazy("Person"), choices=SEXES.items(), required=False)
    age = OneOfField(label=gettext_lazy("Age, as it seems"), choices=AGES.items(), required=False)
    needs = SomeOfField(
        label=gettext_lazy("Needs now"), choices=[(code, need.words) for code, need in NEEDS.items()], required=False
    )
    with_whom = OneOfField(label=gettext_lazy("Came"), choices=WITH_WHOM.items(), required=False)
    name = LineField(
        label=gettext_lazy("Name, as said"),
        help_text=gettext_lazy("In any script. It is sealed at once; the file shows a case name."),
        required=False,
    )
    nationality = LineField(label=gettext_lazy("Nationality, as said"), max_length=80, required=False)
    belongings = forms.CharField(
        label=gettext_lazy("Belongings taken into keeping"),
        help_text=gettext_lazy("One thing a line, for the receipt."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        max_length=4000,
        required=False,
    )

    def clean_belongings(self) -> tuple[str, ...]:
        lines = tuple(filter(None, (line.strip() for line in self.cleaned_data["belongings"].splitlines())))
        if len(lines) > LONGEST_BELONGINGS:
            raise forms.ValidationError(_("A receipt has at most %(most)d lines.") % {"most": LONGEST_BELONGINGS})
        return lines

    @property
    def more_said(self) -> bool:
        """Whether the folded part holds something, so that it is shown open."""
        return any(self[field].value() for field in ("name", "nationality", "belongings"))

    def person(self) -> Person:
        """The person who was described."""
        return Person(**{**self.cleaned_data, "needs": tuple(self.cleaned_data["needs"])})


class ArrivalForm(EntryForm):
    """Those who arrived together: what holds for all of them, and a form for each."""

    language = OneOfField(label=gettext_lazy("They speak"), choices=[])
    other_language = forms.ChoiceField(label=gettext_lazy("Another language"), choices=[], required=False, widget=Menu)
    interpreter = forms.BooleanField(label=gettext_lazy("An interpreter is needed"), required=False)
    happened_at = MomentField(label=gettext_lazy("Time"))
    site = forms.ChoiceField(label=gettext_lazy("Place"), choices=[], widget=Menu)
    given = SomeOfField(label=gettext_lazy("Given"), choices=GIVEN.items(), required=False)
    told = SomeOfField(label=gettext_lazy("Told"), choices=TOLD.items(), required=False)
    told_language = forms.ChoiceField(label=gettext_lazy("Told in"), choices=[], required=False, widget=Menu)
    look = LineField(
        label=gettext_lazy("Look first"),
        help_text=gettext_lazy("Case name, card number, or the name the person gives, in any script."),
        widget=forms.TextInput(attrs=AS_TYPED),
        required=False,
    )
    count = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=MOST_PEOPLE, initial=1)

    def __init__(self, *args: Any, actor: Actor, people: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, actor=actor, **kwargs)
        names = {code: language_name(code) for code in LANGUAGES}
        others = sorted(((code, names[code]) for code in LANGUAGES if code not in AT_HAND), key=itemgetter(1))
        sites = [(site.id, site.name) for site in sites_for(actor)]
        self._choose("language", [(code, names[code]) for code in AT_HAND])
        self._choose("other_language", [("", "–"), *others])
        self._choose("told_language", [("", _("the same language")), *((code, names[code]) for code in AT_HAND)])
        self._choose("site", sites)
        self.fields["language"].required = not self.data.get("other_language")
        self.fields["language"].error_messages["required"] = WORDLESS
        self.fields["site"].initial = sites[0][0] if sites else None
        self.fields["happened_at"].initial = now
        self.fields["happened_at"].error_messages["required"] = _("Say when they arrived.")
        self.people = [self._person(number) for number in range(people or self._sent_count())]
        self.initial = {**self.initial, "count": len(self.people)}

    def _choose(self, field: str, choices: list[tuple[str, str]]) -> None:
        chosen = self.fields[field]
        assert isinstance(chosen, forms.ChoiceField)  # noqa: S101 - tells mypy what the class body says
        chosen.choices = choices

    def _sent_count(self) -> int:
        sent = str(self.data.get("count", "1"))
        return min(max(int(sent), 1), MOST_PEOPLE) if sent.isascii() and sent.isdecimal() and len(sent) < 4 else 1

    def _person(self, number: int) -> PersonForm:
        prefix = f"p{number}"
        initial = self.initial.get(prefix)
        return PersonForm(self.data if self.is_bound else None, prefix=prefix, initial=initial, label_suffix="")

    def is_valid(self) -> bool:
        return all([super().is_valid(), *(person.is_valid() for person in self.people)])

    def focus_first_error(self) -> None:
        super().focus_first_error()
        wrong = [field for person in self.people for field in person.visible_fields() if field.errors]
        if wrong and not any(field.errors for field in self.visible_fields()):
            wrong[0].field.widget.attrs["autofocus"] = True

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["language"] = cleaned.get("other_language") or cleaned.get("language", "")
        return cleaned

    @property
    def said(self) -> Mapping[str, Any]:
        left_out = ("other_language", "look", "count")
        shared = {field: value for field, value in super().said.items() if field not in left_out}
        return {**shared, "people": [person.person() for person in self.people]}

    def typed(self) -> dict[str, Any]:
        """Everything as it was typed, unjudged, to show the form again with another person or a finding."""
        kept = {name: _as_typed(self, name) for name in self.fields}
        return kept | {
            f"p{number}": {name: _as_typed(person, name) for name in person.fields}
            for number, person in enumerate(self.people)
        }


def _as_typed(form: forms.Form, name: str) -> Any:
    return form.fields[name].widget.value_from_datadict(form.data, {}, form.add_prefix(name))
