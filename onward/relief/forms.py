"""What the pages of relief ask."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.relief.rules import MOST_A_DAY
from onward.relief.rules.words import HOURS, SORTS, UNITS, unit_of
from onward.ui.forms import EntryForm, LineField, OneOfField, SomeOfField

if TYPE_CHECKING:  # a model is for its own app alone; its type is for everybody
    from onward.relief.models import Thing


class ThingForm(EntryForm):
    """What is given out, and by which rules."""

    name = LineField(label=_("What it is called"), max_length=80)
    sort = OneOfField(label=_("What it is"), choices=list(SORTS.items()), initial="meal")
    most = forms.IntegerField(
        label=_("How many a person gets on one day"),
        min_value=0,
        max_value=MOST_A_DAY,
        initial=1,
        help_text=_("0: any number."),
    )
    every = forms.IntegerField(
        label=_("How long after one they may have the next"),
        min_value=0,
        max_value=9999,
        initial=0,
        help_text=_("0: only the number a day counts. A blanket: 26 weeks, perhaps."),
    )
    unit = forms.ChoiceField(label=_("Counted in"), choices=list(UNITS.items()), initial="hours")
    excludes = SomeOfField(
        label=_("Who gets one of these gets none of it that day"),
        required=False,
        help_text=_("Iftar and supper, for example. It holds in either order."),
    )
    here_only = forms.BooleanField(label=_("Only for those who stay at this site"), required=False, initial=True)
    for_family = forms.BooleanField(label=_("One may collect it for the rest of the family"), required=False)

    def __init__(self, *args: Any, others: Sequence["Thing"], thing: "Thing | None" = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rest = [(one.id, one.name) for one in others if thing is None or one.id != thing.id]
        chosen = self.fields["excludes"]
        assert isinstance(chosen, SomeOfField)  # noqa: S101 - tells mypy what the class body says
        chosen.choices = rest
        if not rest:
            del self.fields["excludes"]
        if thing is not None:
            for name in ("name", "sort", "most", "here_only", "for_family"):
                self.fields[name].initial = getattr(thing, name)
            unit = unit_of(thing.hours)
            self.fields["unit"].initial = unit
            self.fields["every"].initial = thing.hours // HOURS[unit]
            if rest:
                chosen.initial = sorted(thing.excluded)

    @property
    def said(self) -> Mapping[str, Any]:
        """The rules, with the time between two in hours."""
        said = {name: value for name, value in super().said.items() if name not in ("every", "unit")}
        hours = self.cleaned_data["every"] * HOURS[self.cleaned_data["unit"]]
        return {"excludes": [], **said, "hours": hours}


class ScanForm(EntryForm):
    """A card, as a scanner types it. The page draws the field itself and never shows a code again."""

    code = forms.CharField(max_length=200, error_messages={"required": _("Scan a card, or type its code.")})


class FindForm(forms.Form):
    """A card, or the eight signs on it: nothing is written by it."""

    code = forms.CharField(max_length=200, error_messages={"required": _("Scan a card, or type its code.")})


class SureForm(EntryForm):
    """That it is meant."""


class BackForm(EntryForm):
    """Why one was not given after all."""

    reason = LineField(label=_("Why"), required=False, help_text=_("Another card was scanned, it was handed back."))


class DeskForm(EntryForm):
    """Giving one at the help desk."""

    because = LineField(label=_("Why they get it all the same"), required=False, max_length=400)

    def __init__(self, *args: Any, refused: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not refused:
            del self.fields["because"]
