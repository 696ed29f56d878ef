"""Short forms about one matter."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from onward.access.queries import staff_members_for
from onward.access.rules import Actor
from onward.kit.dates import today
from onward.ui.forms import DayField, EntryForm, LineField, OneOfField
from onward.waiting.rules.words import BLOCKS, OVERRUNS


class MatterForm(EntryForm):
    """What is said of a matter on a day."""

    on = DayField(label=_("Since which day?"), initial=today)
    words = LineField(label=_("In your words"), required=False)


class HolderForm(MatterForm):
    """Who owes it from that day: somebody here, or a body outside."""

    staff = forms.ChoiceField(label=_("Who here owes it now?"), required=False)
    body = LineField(label=_("Or which body outside?"), required=False, help_text=_("A consulate, an organisation."))

    def __init__(self, *args: Any, actor: Actor, site: str, **kwargs: Any) -> None:
        super().__init__(*args, actor=actor, **kwargs)
        members = [(staff.id, staff.name) for staff in staff_members_for(actor, site=site)]
        self.fields["staff"].choices = [("", gettext("Nobody here")), *members]  # type: ignore[attr-defined]  # a choice field


class DeclareBlockForm(HolderForm):
    """What holds up a step."""

    what = OneOfField(label=_("What is missing?"), choices=list(BLOCKS.items()))
    field_order = ("what", "words", "staff", "body", "on")


class HandMatterForm(HolderForm):
    """Into whose hands a matter goes."""

    field_order = ("staff", "body", "words", "on")


class LiftBlockForm(MatterForm):
    """What held up a step is there."""

    field_order = ("on", "words")


class ExplainOverrunForm(EntryForm):
    """Why something takes longer than it should."""

    reason = OneOfField(label=_("Why does it take longer?"), choices=list(OVERRUNS.items()))
    words = LineField(
        label=_("In a few words"), required=False, help_text=_("The resident reads the reason above, not these words.")
    )


class ReleaseForm(EntryForm):
    """Nothing is asked but to be sure."""
