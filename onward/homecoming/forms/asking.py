from typing import Any

from django.utils.translation import gettext_lazy as _

from onward.homecoming.forms.shape import OnwardForm
from onward.homecoming.rules.words import ANSWERS, PAPERS, TOLD
from onward.ui.forms import DayField, LineField, OneOfField, SomeOfField, WordsField


class AskForm(OnwardForm):
    consent = OneOfField(label=_("Who is asked"))
    told = SomeOfField(
        label=_("What the letter tells"), help_text=_("No more than they agreed to; they can read this.")
    )
    reference = LineField(label=_("Reference of the letter"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        askable = self.standing.askable
        self.choose("consent", [(consent.id, consent.body) for consent in askable])
        agreed = {field for consent in askable for field in consent.fields}
        self.fields["told"].choices = [  # type: ignore[attr-defined]  # a MultipleChoiceField
            (field, words) for field, words in TOLD.items() if field in agreed
        ]


class AnswerForm(OnwardForm):
    asked = OneOfField(label=_("Whose answer"))
    answer = OneOfField(label=_("What they answered"), choices=list(ANSWERS.items()))
    words = WordsField(label=_("In their words"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        waiting = self.standing.unanswered
        self.choose("asked", [(inquiry.id, inquiry.body) for inquiry in waiting])


class PapersForm(OnwardForm):
    paper = OneOfField(label=_("Which paper"), choices=list(PAPERS.items()))
    issued_by = LineField(label=_("Issued by"), required=False)
    number = LineField(
        label=_("Its number"), help_text=_("Sealed with their identity; it does not show again."), required=False
    )
    valid_until = DayField(label=_("Valid until"), required=False)
