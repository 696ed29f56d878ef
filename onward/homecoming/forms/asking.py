from typing import Any

from django.utils.translation import gettext_lazy as _

from onward.homecoming.forms.shape import OnwardForm, ScanField
from onward.homecoming.rules.letters import ASKS, REPLIES, SENT
from onward.homecoming.rules.words import ANSWERS, TOLD
from onward.ui.forms import LineField, OneOfField, SomeOfField, WordsField


class ToldForm(OnwardForm):
    """Base of whatever leaves for a body outside: to whom, and what it tells."""

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


class AskForm(ToldForm):
    pass


class LetterForm(ToldForm):
    asks = OneOfField(label=_("What it asks for"), choices=[(asks, ASKS[asks]) for asks in SENT])
    words = WordsField(
        label=_("What it asks, in words"), help_text=_("Sealed; the resident can read it."), required=False
    )

    field_order = ("consent", "asks", "words", "told", "reference")


class AppealForm(ToldForm):
    asked = OneOfField(label=_("Against whose refusal"))
    ground = WordsField(label=_("On what ground"))
    counsel = LineField(label=_("Who pleads for them"), required=False)

    field_order = ("asked", "consent", "ground", "counsel", "told", "reference")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["consent"].label = _("Who decides on the appeal")
        self.choose("asked", [(inquiry.id, inquiry.body) for inquiry in self.standing.appealable])


class ReplyForm(OnwardForm):
    asked = OneOfField(label=_("To which letter"))
    answer = OneOfField(label=_("What came back"), choices=list(REPLIES.items()))
    words = WordsField(label=_("In their words"), required=False)
    scan = ScanField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("asked", [(one.id, f"{one.body} · {one.asks_for}") for one in self.standing.unsettled])


class AnswerForm(OnwardForm):
    asked = OneOfField(label=_("Whose answer"))
    answer = OneOfField(label=_("What they answered"), choices=list(ANSWERS.items()))
    words = WordsField(label=_("In their words"), required=False)
    scan = ScanField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        waiting = self.standing.unanswered
        self.choose("asked", [(inquiry.id, inquiry.body) for inquiry in waiting])
