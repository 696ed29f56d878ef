"""The short forms of a resident's file."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from onward.access.queries import staff_members_for
from onward.access.rules import Actor
from onward.cases.events import CaseEvent
from onward.cases.queries import case_named, field_words
from onward.cases.rules import AGES, LANGUAGES, MAY_LEAVE, RELATIONS, SCREENING_RESULTS, SEXES, language_name
from onward.journal.entries import Entry
from onward.kit.dates import today
from onward.ui.forms import DayField, EntryForm, LineField, MomentField, OneOfField, WordsField

if TYPE_CHECKING:
    from onward.cases.models import Case

CODED: Mapping[str, Callable[[], Mapping[str, Any]]] = {
    "age": lambda: AGES,
    "language": lambda: {code: language_name(code) for code in LANGUAGES},
    "liberty_may_leave": lambda: MAY_LEAVE,
    "may_leave": lambda: MAY_LEAVE,
    "told_language": lambda: {"": "–", **{code: language_name(code) for code in LANGUAGES}},
    "relation": lambda: RELATIONS,
    "result": lambda: SCREENING_RESULTS,
    "sex": lambda: SEXES,
}
"""Fields of events that are chosen, not written."""

MOST_NAMES = 12
NOT_HERE = gettext_lazy("No resident of your sites has this case name.")


class OpenIdentityForm(EntryForm):
    """Why an identity is opened."""

    reason = LineField(label=_("Why do you open it?"), help_text=_("It is written down first, with your name."))


class WithholdOpeningForm(EntryForm):
    """Why the person does not see it."""

    words = WordsField(
        label=_("Who would be in danger if the person saw it?"),
        help_text=_("Sealed. That it is withheld, by whom and why, stays written."),
    )


def _lines(words: str) -> tuple[str, ...]:
    lines = tuple(filter(None, (" ".join(line.split()) for line in words.splitlines())))
    if len(lines) > MOST_NAMES:
        raise forms.ValidationError(gettext("Write at most %(most)d names.") % {"most": MOST_NAMES})
    if any(len(line) > 200 for line in lines):
        raise forms.ValidationError(gettext("A name has at most 200 letters."))
    return lines


class NoteIdentityForm(EntryForm):
    """Who a person says they are. What is noted here takes the place of what was noted before."""

    names = WordsField(
        label=_("Name, as said"),
        help_text=_("In any script; another spelling of the same name on a line of its own."),
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    aliases = WordsField(
        label=_("Other names"),
        help_text=_("Names that are not a spelling of the first: one a line."),
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    nationality = LineField(label=_("Nationality, as said"), max_length=80, required=False)
    birth_year = forms.IntegerField(
        label=_("Year of birth"), required=False, min_value=1850, max_value=2200, widget=forms.NumberInput
    )
    birth_year_guessed = forms.BooleanField(label=_("The year is a guess"), required=False)
    sex = OneOfField(label=_("Person"), choices=SEXES.items(), required=False)
    age = OneOfField(label=_("Age"), choices=AGES.items(), required=False)

    def clean_names(self) -> tuple[str, ...]:
        return _lines(self.cleaned_data["names"])

    def clean_aliases(self) -> tuple[str, ...]:
        return _lines(self.cleaned_data["aliases"])


class CaseWorkerForm(EntryForm):
    """Who works on the case."""

    worker = OneOfField(label=_("Case worker"), choices=[])

    def __init__(self, *args: Any, actor: Actor, case: "Case", **kwargs: Any) -> None:
        super().__init__(*args, actor=actor, **kwargs)
        members = staff_members_for(actor, role="case_worker", site=case.site)
        chosen = self.fields["worker"]
        assert isinstance(chosen, forms.ChoiceField)  # noqa: S101 - tells mypy what the class body says
        chosen.choices = [(staff.id, staff.name) for staff in members]


class ReadHandoverForm(EntryForm):
    """Nothing is asked: it was read."""


class ReminderForm(EntryForm):
    """What one of the staff wants to be reminded of, and when."""

    on = DayField(label=_("On which day"))
    words = WordsField(
        label=_("Remind me of"),
        max_length=1000,
        help_text=_("Nobody but you reads it."),
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today() + timedelta(days=7)


class ChangeReminderForm(EntryForm):
    """That it is done, or wanted on another day."""

    done = forms.BooleanField(label=_("It is done"), required=False)
    on = DayField(label=_("Else remind me on"))


class _OtherForm(EntryForm):
    """A form that names another resident by their case name."""

    other = LineField(label=_("Case name of the other"), max_length=80)

    def clean_other(self) -> str:
        case = case_named(self.actor, self.cleaned_data["other"])
        if case is None:
            raise forms.ValidationError(NOT_HERE)
        return case.id


class FamilyForm(_OtherForm):
    """Two residents who are one family."""

    relation = forms.ChoiceField(label=_("This person is the"), choices=[("", "–"), *RELATIONS.items()], required=False)
    other_relation = forms.ChoiceField(
        label=_("The other is the"), choices=[("", "–"), *RELATIONS.items()], required=False
    )


class CompanionForm(_OtherForm):
    """Two residents who came together."""


class IssueCardForm(EntryForm):
    """Nothing is asked: a card is made."""


class RevokeCardForm(EntryForm):
    """Why a card is stopped."""

    reason = LineField(label=_("Why"), help_text=_("Lost, taken, or no longer wanted."), required=False)


class WithdrawForm(EntryForm):
    """Why an entry is taken back."""

    why = LineField(label=_("Why"))


class CorrectForm(EntryForm):
    """An entry said again: its moment, its words, and why. Only plain words can be corrected here."""

    happened_at = MomentField(label=_("When it happened"))
    why = LineField(label=_("Why is it corrected?"))

    def __init__(self, *args: Any, wrong: Entry, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["happened_at"].initial = wrong.happened_at
        self.words = dict(_word_fields(wrong))
        self.fields = {"entry": self.fields["entry"], "version": self.fields["version"]} | {
            "happened_at": self.fields["happened_at"],
            **self.words,
            "why": self.fields["why"],
        }

    @property
    def said(self) -> Mapping[str, Any]:
        moment: datetime = self.cleaned_data["happened_at"]
        words = {name: self.cleaned_data[name] for name in self.words}
        return {"happened_at": moment, "why": self.cleaned_data["why"], "said": words}


def _word_fields(wrong: Entry) -> list[tuple[str, forms.Field]]:
    event = wrong.event
    names = event.correctable if isinstance(event, CaseEvent) else ()
    return [(name, _word_field(name, getattr(event, name))) for name in names]


def _word_field(name: str, value: str) -> forms.Field:
    label = field_words(name)
    if name not in CODED:
        return LineField(label=label, initial=value, required=False, max_length=4000)
    codes = CODED[name]()
    # What was said stays among the choices, whatever it was.
    choices = [*([] if value in codes else [(value, value or "–")]), *codes.items()]
    return forms.ChoiceField(label=label, choices=choices, initial=value, required=False)
