"""A screening: who and when. There is no field for what was asked or found."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from onward.access.queries import staff_members_for
from onward.cases.rules import SCREENING_RESULTS
from onward.kit.dates import today
from onward.ui.forms import DayField, EntryForm, LineField, OneOfField

if TYPE_CHECKING:
    from onward.cases.models import Case


class BeginScreeningForm(EntryForm):
    """Who screens, since when."""

    staff = forms.ChoiceField(label=_("Who here screens?"), required=False)
    body = LineField(label=_("Or which body outside?"), required=False)
    blocks = forms.BooleanField(
        label=_("The present step cannot go on before it ends"),
        help_text=_("Its days are then those of whoever screens."),
        required=False,
    )
    on = DayField(label=_("Since which day?"), initial=today)

    def __init__(self, *args: Any, case: "Case", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = [(staff.id, staff.name) for staff in staff_members_for(self.actor, site=case.site)]
        self.fields["staff"].choices = [("", gettext("Nobody here")), *members]  # type: ignore[attr-defined]  # a choice field


class EndScreeningForm(EntryForm):
    """When it ended, and a code. What was asked and found is never written."""

    result = OneOfField(label=_("How did it end?"), choices=SCREENING_RESULTS.items())
    on = DayField(label=_("When"), initial=today)
