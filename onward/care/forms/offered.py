"""What is asked of a service."""

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.care.rules import NEEDS, words_of
from onward.ui.forms import EntryForm, LineField, OneOfField


class OfferServiceForm(EntryForm):
    """A service, whom to ask, and when."""

    name = LineField(label=_("What it is called"), max_length=100)
    sort = OneOfField(label=_("What is it for?"), choices=lambda: words_of(NEEDS))
    hours = LineField(label=_("When it is open"), help_text=_("Such as: Sunday to Thursday, 9 to 13."))
    where = LineField(label=_("Where at the site"), required=False, max_length=100)
    contact = LineField(
        label=_("Whom to ask, or a number"),
        help_text=_("Everybody at the site reads this, on the wall too."),
        required=False,
        max_length=100,
    )
    women = forms.BooleanField(label=_("A woman can be asked for"), required=False)


class EndServiceForm(EntryForm):
    """That it is no longer there: there is nothing to fill in."""
