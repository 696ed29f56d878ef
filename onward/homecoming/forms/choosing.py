from typing import Any

from django.utils.translation import gettext_lazy as _

from onward.cases.queries import reader_of
from onward.homecoming.forms.shape import OnwardForm, YesNoField
from onward.homecoming.queries import choices_for, recordable
from onward.homecoming.rules.words import DECISIONS, NOT_DONE
from onward.ui.forms import OneOfField, WordsField
from onward.waiting.queries import title_of


class PathwayForm(OnwardForm):
    pathway = OneOfField(label=_("Which way"))
    reason = WordsField(label=_("Why this way is theirs"), help_text=_("What they wish themselves, and what is known."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("pathway", [(choice.id, choice.title) for choice in choices_for(self.standing)])


class StepForm(OnwardForm):
    step = OneOfField(label=_("Which step"))
    done = YesNoField(label=_("Is it done?"))
    evidence = WordsField(
        label=_("What shows it, or what was tried"),
        help_text=_("Sealed with what is legal; staff of the case read it."),
        required=False,
    )
    because = OneOfField(label=_("If it is not done, why not?"), choices=list(NOT_DONE.items()), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine, reader = recordable(self.actor, self.standing), reader_of(self.actor, self.case)
        self.choose("step", [(matter.what, title_of(reader, matter, self.standing.way)) for matter in mine])


class DeterminationForm(OnwardForm):
    decision = OneOfField(label=_("What is best for the child?"), choices=list(DECISIONS.items()))
    reasons = WordsField(
        label=_("Why"), help_text=_("Safety, family, health, school, what was looked at and what was set aside.")
    )
    heard = WordsField(label=_("What the child said, in their words"))
