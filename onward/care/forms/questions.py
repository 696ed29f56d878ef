"""What the pages of care ask."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from onward.care.rules import LONGEST
from onward.ui.forms import EntryForm, WordsField


class NoteQuestionForm(EntryForm):
    """What a resident asked aloud."""

    words = WordsField(label=_("The question, in their own words"), max_length=LONGEST)


class AnswerQuestionForm(EntryForm):
    """What the resident is told."""

    words = WordsField(
        label=_("Your answer"),
        max_length=LONGEST,
        help_text=_("They read it on their own page, under your name."),
    )
    language = forms.ChoiceField(label=_("Written in"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = self.fields["language"]
        assert isinstance(language, forms.ChoiceField)  # noqa: S101 - tells mypy what the class body says
        language.choices = [("", ""), *settings.LANGUAGES]
