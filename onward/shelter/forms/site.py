"""What is asked about an incident, and about what was measured."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from onward.cases.queries import case_named
from onward.kit.dates import today
from onward.shelter.rules.site import MOST_MEASURED, NORMS
from onward.shelter.rules.words import SORTS
from onward.ui.forms import DayField, EntryForm, OneOfField, WordsField

MOST_PEOPLE = 20


class NamesField(WordsField):
    """Residents by case name, with commas or on lines of their own."""

    actor: Any = None

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        names = [name.strip() for name in re.split(r"[,،;\n]", text or "") if name.strip()]
        found = [case_named(self.actor, name) for name in names[: MOST_PEOPLE + 1]]
        if len(names) > MOST_PEOPLE or None in found:
            raise ValidationError(_("No resident of this name is known to you."))
        return list(dict.fromkeys(case.id for case in found if case is not None))


class RecordIncidentForm(EntryForm):
    """What happened, who is safe now, and who looks at it again."""

    sort = OneOfField(label=_("What was it"), choices=list(SORTS.items()))
    on = DayField(label=_("When"))
    block = forms.ChoiceField(
        label=_("Where"), required=False, error_messages={"invalid_choice": _("Choose one of these blocks.")}
    )
    people = NamesField(
        label=_("Who was in it"),
        required=False,
        max_length=1500,
        help_text=_("Case names with commas. Sealed: those who keep them never read it."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    words = WordsField(label=_("What happened"), required=False, max_length=2000)
    safe_now = WordsField(label=_("Who is safe now, and who is not"), max_length=2000)
    done = WordsField(label=_("What was done"), required=False, max_length=2000)
    due = DayField(label=_("You look at it again on"))

    def __init__(self, *args: Any, blocks: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        block, people = self.fields["block"], self.fields["people"]
        assert isinstance(block, forms.ChoiceField)  # noqa: S101 - tells mypy what the class body says
        assert isinstance(people, NamesField)  # noqa: S101 - as above
        block.choices = [("", "–"), *blocks]
        people.actor = self.actor
        self.fields["on"].initial, self.fields["due"].initial = today(), today() + timedelta(days=1)


class FollowIncidentForm(EntryForm):
    """What was done since."""

    words = WordsField(label=_("What was done since"), max_length=2000)
    due = DayField(label=_("Looked at again on"), required=False)
    over = forms.BooleanField(label=_("It is over"), required=False)


class NoteMeasureForm(EntryForm):
    """What was measured, on which day."""

    what = OneOfField(label=_("What was measured"), choices=[(what, norm.measured) for what, norm in NORMS.items()])
    value = forms.IntegerField(label=_("How much"), min_value=0, max_value=MOST_MEASURED)
    on = DayField(label=_("When"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today()
