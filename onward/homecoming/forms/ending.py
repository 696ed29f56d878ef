"""How a stay ends without an arrival, and births: short forms, asked once."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.access.queries import staff_members_for
from onward.cases.rules import SEXES
from onward.homecoming.forms.shape import OnwardForm, YesNoField
from onward.homecoming.rules.endings import CAUSES, RECEIVERS
from onward.ui.forms import LineField, OneOfField, WordsField

SEALED = _("Sealed: read by those who work on their way alone.")


class LeavingForm(OnwardForm):
    whereto = LineField(label=_("Where to, if they said so"), help_text=SEALED, required=False)
    words = WordsField(label=_("In their own words"), help_text=_("They owe nobody a reason."), required=False)


class TransferForm(OnwardForm):
    to = OneOfField(label=_("Who takes over"), choices=list(RECEIVERS.items()))
    receiver = LineField(label=_("Its name"))
    office = LineField(label=_("Which office of it signed"), required=False)
    received_by = LineField(label=_("Who signed for it"), help_text=_("Sealed."), required=False)
    receipt = LineField(label=_("Number of the receipt"))
    agreed = YesNoField(label=_("Do they agree?"), yes=_("Yes, they said so themselves"), no=_("No, or not asked"))
    words = WordsField(label=_("In their own words"), required=False)


class DeathForm(OnwardForm):
    relatives_told = YesNoField(label=_("Do their relatives know?"), yes=_("Yes"), no=_("Not yet"))
    told_whom = LineField(label=_("Who was told, and by whom"), help_text=SEALED, required=False)
    cause = forms.ChoiceField(label=_("Cause, if it is known"), required=False)
    words = WordsField(label=_("What should be remembered"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("cause", [("", _("Not written down")), *CAUSES.items()])


class DisappearanceForm(OnwardForm):
    searcher = forms.ChoiceField(label=_("Who searches for them"))
    words = WordsField(label=_("What is known"), help_text=SEALED, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Last seen on")
        members = staff_members_for(self.actor) if self.actor else []
        self.choose("searcher", [("", _("Choose a person")), *((one.id, one.name) for one in members)])
        self.fields["searcher"].initial = self.case.case_worker


class TakingForm(OnwardForm):
    by_whom = LineField(label=_("By whom, if it is known"), help_text=SEALED, required=False)
    words = WordsField(label=_("What was seen"), help_text=SEALED, required=False)


class BirthForm(OnwardForm):
    sex = forms.ChoiceField(label=_("The child"), required=False)
    born_at = LineField(label=_("Place of birth"), help_text=_("For their papers; sealed."), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("sex", [("", _("Not said")), *SEXES.items()])
        self.fields["on"].label = _("Born on")
