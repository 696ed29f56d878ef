"""What is asked of a referral."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.care.rules import DECLINED, GENDERS, HELPED_WORDS, URGENCIES, words_of
from onward.kit.dates import today
from onward.ui.forms import DayField, EntryForm, LineField, OneOfField, WordsField

if TYPE_CHECKING:
    from onward.care.models import Service

YES, NO = ("yes", _("Accepted")), ("no", _("Declined"))


class SendReferralForm(EntryForm):
    """What is passed on, to whom, and that the person said so."""

    what = OneOfField(label=_("What is it about?"))
    service = forms.ChoiceField(label=_("A service of this site"), required=False)
    body = LineField(
        label=_("Or a service elsewhere"),
        help_text=_("By name: a hospital, an organisation, a doctor. Empty if you chose one of this site."),
        required=False,
    )
    urgency = OneOfField(label=_("How soon?"), choices=[(code, one.words) for code, one in URGENCIES.items()])
    gender = OneOfField(
        label=_("By whom do they want to be seen?"), choices=list(GENDERS.items()), required=False, initial=""
    )
    told = WordsField(
        label=_("What may be told, in the words agreed with the person"),
        help_text=_("No more than the service needs. No name where a case name will do."),
        required=False,
        max_length=1000,
    )
    agreed = forms.BooleanField(
        label=_("The person decided this themselves, knows who is told what, and may take it back at any time"),
        required=False,
    )
    shown = forms.BooleanField(
        label=_("They asked to see it at their own page"),
        help_text=_(
            "For children and after gender-based violence it stands there only if they ask: others may look on."
        ),
        required=False,
    )

    def __init__(self, *args: Any, kinds: Collection[str], services: "Collection[Service]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        what, service = self.fields["what"], self.fields["service"]
        assert isinstance(what, OneOfField)  # noqa: S101 - for the types
        assert isinstance(service, forms.ChoiceField)  # noqa: S101 - for the types
        what.choices = words_of(kinds)
        service.choices = [("", "–"), *((one.id, one.name) for one in services)]


class AnswerReferralForm(EntryForm):
    """Whether they will, by when, or why not."""

    answer = OneOfField(label=_("What did they say?"), choices=[YES, NO])
    days = forms.IntegerField(
        label=_("If accepted: within how many days"),
        help_text=_("Empty for two weeks."),
        min_value=0,
        max_value=365,
        required=False,
    )
    reason = forms.ChoiceField(label=_("If declined: why"), choices=[("", "–"), *DECLINED.items()], required=False)
    words = WordsField(label=_("In words"), required=False, max_length=1000)
    on = DayField(label=_("On which day"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today()

    @property
    def said(self) -> Mapping[str, Any]:
        """What the action takes: accepted or not."""
        said = dict(super().said)
        return said | {"accepted": said.pop("answer") == "yes"}


class FinishReferralForm(EntryForm):
    """That it was done."""

    words = WordsField(label=_("What was done"), required=False, max_length=1000)
    on = DayField(label=_("On which day"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today()


class AskHelpedForm(FinishReferralForm):
    """What the person says of it."""

    helped = OneOfField(label=_("Did it help?"), choices=list(HELPED_WORDS.items()))
    words = WordsField(label=_("In their words"), required=False, max_length=1000)
    anew = forms.BooleanField(label=_("They want somewhere else to be asked"), required=False)

    field_order = ("helped", "words", "anew", "on")


class WithdrawReferralForm(EntryForm):
    """That it is taken back: there is nothing to fill in."""
