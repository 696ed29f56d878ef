"""After a stay: visits, what is still to be settled, coming back, closing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.homecoming.forms.shape import OnwardForm
from onward.homecoming.queries import Afterwards
from onward.homecoming.rules.endings import CLOSINGS, CONCERNS, HOW, RAISED, SETTLED, VISITS, WELLBEING
from onward.places.queries import sites_for
from onward.ui.forms import OneOfField, SomeOfField, WordsField
from onward.ui.templatetags.look import day_words
from onward.waiting.rules.words import KINDS


class AfterForm(OnwardForm):
    """Base: what stands after the stay."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.afterwards = Afterwards(self.case.id)


class VisitForm(AfterForm):
    visit = OneOfField(label=_("Which visit"))
    outcome = OneOfField(label=_("What came of it"), choices=list(VISITS.items()))
    how = OneOfField(label=_("How"), choices=list(HOW.items()), required=False)
    wellbeing = OneOfField(label=_("How they are, in their own view"), choices=list(WELLBEING.items()), required=False)
    raised = SomeOfField(label=_("What they need"), choices=list(RAISED.items()), required=False)
    words = WordsField(
        label=_("In their own words"),
        help_text=_("Only what they agreed to. If they declined, nothing but that is kept."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owed = self.afterwards.open_visits
        self.choose("visit", [(one.id, day_words(one.due_on) if one.due_on else "–") for one in owed])
        if owed:
            self.fields["visit"].initial = owed[0].id


class ConcernForm(AfterForm):
    matter = OneOfField(label=_("What is settled"))
    outcome = OneOfField(label=_("How"))
    words = WordsField(label=_("In words"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owed = self.afterwards.concerns
        kinds = {one.kind for one in owed}
        self.choose("matter", [(one.id, f"{KINDS.get(one.kind, one.kind)} – {one.holder_name}") for one in owed])
        codes = [code for kind in CONCERNS if kind in kinds for code in CONCERNS[kind]]
        self.choose("outcome", [(code, SETTLED[code]) for code in codes])


class ResumeForm(AfterForm):
    site = forms.ChoiceField(label=_("At which site"))
    words = WordsField(label=_("In their own words"), help_text=_("Only if they wish to tell it."), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("site", [(one.id, one.name) for one in (sites_for(self.actor) if self.actor else [])])
        self.fields["on"].label = _("Here again since")


class CloseForm(AfterForm):
    reason = OneOfField(label=_("Why"), choices=list(CLOSINGS.items()))
