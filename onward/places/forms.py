"""Forms of organisations, sites and blocks."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from onward.places.queries import organisations_for
from onward.places.rules import MEANT_FOR, MOST_PLACES, ORGANISATION_KINDS, SITE_KINDS
from onward.ui.forms import EntryForm, LineField, OneOfField


class OrganisationForm(EntryForm):
    """Who an organisation is, and whom it answers to."""

    name = LineField(label=_("Name"), max_length=120)
    kind = OneOfField(label=_("Kind"), choices=list(ORGANISATION_KINDS.items()))
    parent = forms.ChoiceField(
        label=_("Answers to"), required=False, help_text=_("The organisation above it, where there is one.")
    )
    contact_office = LineField(label=_("Office to ask"), max_length=120, required=False)
    contact_name = LineField(label=_("Who is there"), max_length=120, required=False)

    def __init__(self, *args: Any, but: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = [(o.id, o.name) for o in organisations_for(self.actor) if o.id != but]
        self.fields["parent"] = forms.ChoiceField(
            label=self.fields["parent"].label,
            help_text=self.fields["parent"].help_text,
            required=False,
            choices=[("", _("Nobody")), *others],
        )


class SiteForm(EntryForm):
    """What a site is, and who runs it."""

    name = LineField(
        label=_("Name"), max_length=120, help_text=_("As people here call it. Never coordinates, never a route.")
    )
    kind = OneOfField(label=_("Kind"), choices=list(SITE_KINDS.items()))
    organisation = forms.ChoiceField(
        label=_("Run by"), help_text=_("This organisation answers for everybody who is there.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        field.choices = [("", _("Choose")), *((o.id, o.name) for o in organisations_for(self.actor))]  # type: ignore[attr-defined]  # a ChoiceField, by the line above


class BlockForm(EntryForm):
    """A block, whom it is meant for and how many places it has."""

    name = LineField(label=_("Name"), max_length=60, help_text=_("Places are called by it: Tents 1, Tents 2."))
    meant_for = OneOfField(label=_("Meant for"), choices=list(MEANT_FOR.items()), initial="anyone")
    places = forms.IntegerField(label=_("Places"), min_value=0, max_value=MOST_PLACES)


class NumbersField(forms.CharField):
    """Whole numbers, typed with commas or spaces between them."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        numbers = re.findall(r"[^\s,;،]+", text or "")
        if any(not re.fullmatch(r"[0-9]{1,4}", number) for number in numbers):
            raise ValidationError(_("Give numbers with commas between them, such as 2, 5."))
        return sorted({int(number) for number in numbers})

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else value

    def run_validators(self, value: Any) -> None:
        """The numbers themselves are checked by the rule, against the places that there are."""


class ChangeBlockForm(BlockForm):
    """The same, and which places nobody can sleep in now."""

    out_of_use = NumbersField(
        label=_("Out of use"),
        required=False,
        max_length=200,
        help_text=_("Numbers of places that nobody can sleep in now, such as 2, 5."),
    )
    accessible = NumbersField(
        label=_("Accessible"),
        required=False,
        max_length=200,
        help_text=_("Numbers of places that somebody who walks badly can reach and use."),
    )
