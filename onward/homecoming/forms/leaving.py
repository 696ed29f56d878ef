from typing import Any

from django.utils.translation import gettext_lazy as _

from onward.homecoming.forms.shape import OnwardForm, YesNoField
from onward.homecoming.queries import said_back
from onward.homecoming.rules.words import BACK, CONFIRMERS, TURNED_BACK
from onward.kit.dates import today
from onward.ui.forms import LineField, OneOfField, WordsField


class AuthoriseForm(OnwardForm):
    pass


class RefuseForm(OnwardForm):
    ground = WordsField(
        label=_("On what ground"),
        help_text=_("They are told this. Left empty, they are told that no ground was given."),
        required=False,
    )


class DepartureForm(OnwardForm):
    accompanied_by = LineField(label=_("Who goes with them"))
    papers_in_hand = YesNoField(label=_("Do they carry their papers themselves?"))
    destination = LineField(label=_("Where to"), required=False)

    field_order = ("destination", "accompanied_by", "papers_in_hand")


class HandoverForm(OnwardForm):
    receiver = LineField(label=_("Which body received them"))
    received_by = LineField(label=_("Who signed for it"), required=False)
    receipt = LineField(label=_("Number of the receipt"))
    papers_in_hand = YesNoField(label=_("Do they still carry their papers themselves?"))

    field_order = ("receiver", "received_by", "receipt", "papers_in_hand")


class TurnedBackForm(OnwardForm):
    because = OneOfField(label=_("Why"), choices=list(TURNED_BACK.items()))
    words = WordsField(label=_("In their words"), required=False)


class BackForm(OnwardForm):
    outcome = OneOfField(label=_("Are they back?"), choices=list(BACK.items()))
    words = WordsField(label=_("How you know it"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = said_back(self.case.id)
        self.fields["on"].initial = said.since if said else today()
        self.fields["on"].label = _("Since when, as you know it")


class ArrivalForm(OnwardForm):
    confirmed_by = OneOfField(label=_("Who says so"), choices=list(CONFIRMERS.items()))
    words = WordsField(label=_("In their words"), required=False)
