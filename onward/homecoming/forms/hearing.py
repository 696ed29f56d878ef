from typing import Any

from django.utils.translation import gettext_lazy as _

from onward.homecoming.forms.shape import OnwardForm, SpokenForm
from onward.homecoming.rules.words import TOLD, WISHES
from onward.ui.forms import DayField, LineField, OneOfField, SomeOfField, WordsField


class WishForm(SpokenForm):
    wish = OneOfField(label=_("What do they wish?"), choices=list(WISHES.items()))
    country = LineField(label=_("To which country"), required=False)
    words = WordsField(label=_("In their own words"), required=False)
    informed = WordsField(
        label=_("What they were told before they said it"),
        help_text=_("What each way means, how long it may take, that they may change their mind at any time."),
    )

    field_order = ("wish", "country", "words", "informed", "language", "interpreter")


class WithdrawWishForm(SpokenForm):
    words = WordsField(label=_("In their own words"), help_text=_("They owe nobody a reason."), required=False)

    field_order = ("words", "language", "interpreter")


class ConsentForm(SpokenForm):
    body = LineField(
        label=_("Who may be told"),
        help_text=_("One body by its name, for example the consular section of an embassy."),
    )
    told = SomeOfField(label=_("What may be told"), choices=list(TOLD.items()))
    purpose = WordsField(label=_("What for"), required=False)
    until = DayField(label=_("Until when"), help_text=_("Empty when they set no end."), required=False)

    field_order = ("body", "told", "purpose", "until", "language", "interpreter")


class WithdrawForm(OnwardForm):
    consent = OneOfField(label=_("Which consent"))
    words = WordsField(label=_("In their own words"), help_text=_("They owe nobody a reason."), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given = [consent for consent in self.standing.consents if consent.withdrawn_on is None]
        self.choose("consent", [(consent.id, consent.body) for consent in given])
