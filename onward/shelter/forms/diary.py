"""What is asked of what is on at a site, and of its committee."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from onward.kit.dates import today
from onward.shelter.rules.diary import AUDIENCES, MOST_WEEKS, OCCASIONS, Asked
from onward.ui.forms import DayField, EntryForm, LineField, OneOfField, WordsField

PROMISES = 4


class OccasionForm(EntryForm):
    """What is on, when, where and for whom."""

    sort = OneOfField(label=_("What is it"), choices=list(OCCASIONS.items()))
    title = LineField(
        label=_("In a few words"),
        help_text=_("Everybody reads it. Never an interview, a visit or a journey; and nobody's name."),
        max_length=120,
    )
    audience = OneOfField(label=_("For whom"), choices=list(AUDIENCES.items()), initial="everybody")
    day = DayField(label=_("Which day"), initial=today)
    begins = forms.TimeField(label=_("When it begins"), widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}))
    minutes = forms.IntegerField(label=_("How many minutes"), min_value=5, max_value=720, initial=60)
    times = forms.IntegerField(
        label=_("How many weeks"), help_text=_("1 for this day alone."), min_value=1, max_value=MOST_WEEKS, initial=1
    )
    where = LineField(label=_("Where"), required=False, max_length=120)


class CancelOccasionForm(EntryForm):
    """Why it does not take place."""

    reason = LineField(label=_("Why"), required=False)


class FeedForm(EntryForm):
    """Nothing is asked: an address is made, or stopped."""


class MeetingForm(EntryForm):
    """What the committee spoke of, asked, and was promised."""

    on = DayField(label=_("When they met"), initial=today)
    topics = WordsField(
        label=_("What was spoken of"),
        help_text=_("Everybody who lives here reads it. Say roles, never names: the women of block B, the committee."),
        max_length=4000,
    )
    asked = WordsField(label=_("What was asked"), required=False, max_length=4000)

    def __init__(self, *args: Any, staff: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(PROMISES):
            self.fields[f"words{number}"] = LineField(label=_("What was promised"), required=False)
            self.fields[f"holder{number}"] = forms.ChoiceField(
                label=_("By whom"), choices=[("", "–"), *staff], required=False
            )
            self.fields[f"due{number}"] = DayField(label=_("Until when"), required=False)

    @property
    def promises(self) -> list[tuple[Any, Any, Any]]:
        """The fields of each promise, for the page."""
        return [(self[f"words{one}"], self[f"holder{one}"], self[f"due{one}"]) for one in range(PROMISES)]

    def clean(self) -> dict[str, Any]:
        """A promise has all three: what, by whom, until when."""
        cleaned = super().clean() or self.cleaned_data
        for number in range(PROMISES):
            names = [f"words{number}", f"holder{number}", f"due{number}"]
            if any(cleaned.get(name) for name in names):
                for name in names:
                    if not cleaned.get(name) and name not in self.errors:
                        self.add_error(name, gettext("A promise says what, by whom and until when."))
        return cleaned

    @property
    def said(self) -> Mapping[str, Any]:
        """The promises as one."""
        given = self.cleaned_data
        promises = [
            Asked(given[f"words{one}"], given[f"holder{one}"], given[f"due{one}"])
            for one in range(PROMISES)
            if given[f"words{one}"]
        ]
        return {**{name: given[name] for name in ("on", "topics", "asked")}, "promises": promises}


class PromiseForm(EntryForm):
    """What became of a promise."""

    kept = forms.TypedChoiceField(
        label=_("What became of it"),
        choices=[("", "–"), ("yes", _("It is done")), ("no", _("It cannot be done"))],
        coerce=lambda said: said == "yes",
    )
    words = LineField(label=_("What the residents read about it"), required=False, max_length=400)
