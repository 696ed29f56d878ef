from typing import Any

from django.utils.translation import gettext_lazy as _

from onward.homecoming.forms.shape import OnwardForm, YesNoField
from onward.homecoming.rules.words import FAMILIES
from onward.ui.forms import LineField, OneOfField, WordsField


class ContactForm(OnwardForm):
    consent = OneOfField(label=_("Who would be asked"))
    safe = YesNoField(label=_("Is it safe to ask?"), yes=_("Safe"), no=_("Not safe"))
    reasons = WordsField(
        label=_("Why"), help_text=_("Safe for the resident, for those with them, for relatives at home.")
    )
    sources = WordsField(label=_("What this rests on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("consent", [(consent.id, consent.body) for consent in self.standing.to_check])


class ReturnForm(OnwardForm):
    safe_there = YesNoField(
        label=_("Is it safe for them there?"),
        help_text=_("Harm, persecution, a trial without its safeguards; who receives them."),
        yes=_("Safe"),
        no=_("Not safe"),
    )
    not_refouled = YesNoField(
        label=_("May anybody be sent there?"),
        help_text=_("Nobody is sent to torture, death, or on from there to where they would be in danger."),
    )
    family = OneOfField(label=_("Their family"), choices=list(FAMILIES.items()))
    family_words = WordsField(
        label=_("How the family decided, in their words"),
        help_text=_("Only where a family parts. Nobody decides this for them."),
        required=False,
    )
    best_interests = YesNoField(
        label=_("Does the determination of what is best for the child speak for going?"), empty_value=None
    )
    fit_to_travel = YesNoField(label=_("Are they fit to travel?"))
    fit_by = LineField(label=_("Who found them fit"), required=False)
    reasons = WordsField(label=_("Why"))
    sources = WordsField(label=_("What this rests on"), help_text=_("Name each source."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.standing.is_child:
            del self.fields["best_interests"]
