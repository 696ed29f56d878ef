"""What is asked of a need."""

from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext_lazy as _

from onward.care.rules import URGENCIES, words_of
from onward.kit.dates import today
from onward.ui.forms import DayField, EntryForm, LineField, OneOfField, WordsField


class NoteNeedForm(EntryForm):
    """What somebody needs, how soon, and what there is to know of it."""

    what = OneOfField(label=_("What do they need?"))
    urgency = OneOfField(label=_("How soon?"), choices=[(code, one.words) for code, one in URGENCIES.items()])
    note = WordsField(
        label=_("What those who meet it should know"),
        required=False,
        max_length=1000,
        help_text=_("Only they read it. Nothing about how or where the person travelled."),
    )
    due_month = LineField(
        label=_("If pregnant: the month in which the child is expected"),
        required=False,
        max_length=7,
        help_text=_("Year and month, such as 2027-03. Empty if not known."),
    )
    on = DayField(label=_("Since which day"))

    def __init__(self, *args: Any, kinds: Collection[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        what = self.fields["what"]
        assert isinstance(what, OneOfField)  # noqa: S101 - for the types
        what.choices = words_of(kinds)
        self.fields["on"].initial = today()
        if "pregnant" not in kinds:
            del self.fields["due_month"]


class MeetNeedForm(EntryForm):
    """What was given or done."""

    note = WordsField(label=_("What was given or done"), required=False, max_length=1000)
