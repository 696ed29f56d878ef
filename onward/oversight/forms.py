"""The short forms of a review of stay."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.cases.forms.liberty import INTERPRETER, SpokenForm, ToldForm
from onward.kit.dates import today
from onward.oversight.queries import reviewers_for
from onward.oversight.rules.words import DECISIONS, HEARD, WITHOUT
from onward.ui.forms import DayField, EntryForm, LineField, OneOfField, WordsField

if TYPE_CHECKING:
    from onward.cases.models import Case


MOST_BYTES = 8_000_000
WHOLE = _("This file did not arrive whole, or is too large.")


class FileField(forms.FileField):
    """A small file, given on as bytes."""

    def clean(self, data: Any, initial: Any = None) -> bytes:
        file = super().clean(data, initial)
        content = bytes(file.read())
        if not content or file.size > MOST_BYTES or len(content) != file.size:
            raise forms.ValidationError(WHOLE)
        return content


class NameKeyForm(EntryForm):
    """The file that oversight gave, and the fingerprint that it said."""

    key = FileField(label=_("The file that oversight gave you"))
    heard = LineField(
        label=_("The fingerprint, as oversight reads it out to you"),
        help_text=_(
            "Call oversight by a number that you know from elsewhere. Do not copy it from a file or a message."
        ),
        max_length=60,
    )
    compared_with = LineField(label=_("With whom did you compare it?"))


class TakeAnswersForm(EntryForm):
    """The file with oversight's answers."""

    answers = FileField(label=_("The file with the answers"))


class AssignReviewerForm(EntryForm):
    """Who holds the review: only those who may are offered."""

    reviewer = OneOfField(label=_("Who reviews this stay?"), choices=[])

    def __init__(self, *args: Any, case: "Case", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["reviewer"]
        assert isinstance(chosen, forms.ChoiceField)  # noqa: S101 - tells mypy what the class body says
        chosen.choices = [(staff.id, staff.name) for staff in reviewers_for(self.actor, case)]


class HoldReviewForm(SpokenForm):
    """That the person was heard, and how; or why not."""

    heard = OneOfField(label=_("Were they heard?"), choices=HEARD.items())
    interpreter = LineField(label=_("Through which interpreter"), required=False)
    without = forms.ChoiceField(
        label=_("Or why without an interpreter"), choices=[("", "–"), *WITHOUT.items()], required=False
    )
    words = WordsField(
        label=_("What they said, in their own words"),
        help_text=_("Sealed. Nobody of those who keep them reads it."),
        required=False,
    )
    on = DayField(label=_("When"), initial=today)

    field_order = ("heard", "language", "interpreter", "without", "words", "on")


class DecideReviewForm(ToldForm):
    """What the review found, and whether the person was told."""

    decision = OneOfField(label=_("What did you find?"), choices=DECISIONS.items())
    limits = LineField(label=_("If within limits, which"), max_length=400, required=False)
    reasons = WordsField(label=_("Reasons"), help_text=_("The person is told them, in words that they understand."))
    on = DayField(label=_("Decided on"), initial=today)


class TellDecisionForm(SpokenForm):
    """How the person was told."""

    interpreter = LineField(label=_("Through which interpreter"), help_text=INTERPRETER, required=False)
    on = DayField(label=_("The person was told on"), initial=today)

    field_order = ("on", "language", "interpreter")
