from django.utils.translation import gettext_lazy as _

from onward.homecoming.forms.shape import OnwardForm, YesNoField
from onward.homecoming.rules.words import CONFIRMERS, TURNED_BACK
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


class ArrivalForm(OnwardForm):
    confirmed_by = OneOfField(label=_("Who says so"), choices=list(CONFIRMERS.items()))
    words = WordsField(label=_("In their words"), required=False)
