"""What is asked about who is here, and about a wish to move."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.shelter.forms.placing import PeopleField, offer
from onward.shelter.rules.presence import MOST_DAYS
from onward.shelter.rules.words import ANSWERS, BECAME, WANTS
from onward.ui.forms import EntryForm, OneOfField, WordsField

MOST_SCANNED = 200


class RosterForm(EntryForm):
    """Who is here. The page draws the boxes itself; whoever left since it was shown is let through to the act."""

    present = PeopleField(label=_("Who is here"))

    def __init__(self, *args: Any, people: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["present"]
        offer(field, [(case, case) for case in people])
        assert isinstance(field, PeopleField)  # noqa: S101 - tells mypy what the class body says
        field.known = set(self.data.getlist("present")) if self.is_bound else ()  # type: ignore[attr-defined]  # a QueryDict


class ScanForm(EntryForm):
    """Cards, as a scanner types them, one after another."""

    codes = forms.CharField(
        label=_("Card"),
        max_length=12_000,
        help_text=_("Scan a card, or type the eight signs on it. Several at once: with spaces between them."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "dir": "ltr", "autofocus": True, "data-code": ""}
        ),
    )

    @property
    def said(self) -> Mapping[str, Any]:
        """The codes, each once."""
        return {"codes": list(dict.fromkeys(self.cleaned_data["codes"].split()))[:MOST_SCANNED]}


class AbsenceLimitForm(EntryForm):
    """After how many days somebody is looked for."""

    days = forms.IntegerField(
        label=_("Days without being seen"),
        min_value=0,
        max_value=MOST_DAYS,
        help_text=_("Then a named person finds out why. 0: nobody is looked for."),
    )


class EndAbsenceForm(EntryForm):
    """What became of somebody who was not seen."""

    became = OneOfField(label=_("What became of them"), choices=list(BECAME.items()))
    words = WordsField(
        label=_("What is known, and from whom"),
        required=False,
        max_length=1000,
        help_text=_("Not for those who keep them."),
    )


class MoveForm(EntryForm):
    """Where somebody wants to live."""

    wants = OneOfField(label=_("What would you like?"), choices=list(WANTS.items()))
    words = WordsField(
        label=_("Why?"),
        required=False,
        max_length=2000,
        help_text=_("You need not say. Your case worker can read it, and nobody of those who keep you."),
    )


class AnswerMoveForm(EntryForm):
    """The answer to it."""

    answer = OneOfField(label=_("Answer"), choices=list(ANSWERS.items()))
    words = WordsField(label=_("Why"), max_length=2000, help_text=_("They read it on their own page."))
