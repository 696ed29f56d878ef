"""The short forms of tracing."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from onward.ui.forms import EntryForm, LineField, OneOfField, WordsField

SEALED = _("Sealed with the names. Nobody of those who keep them reads it.")


class WhyForm(EntryForm):
    """A ground."""

    words = WordsField(label=_("Why?"), help_text=SEALED)


class ReasonForm(EntryForm):
    """Why the names of both are opened."""

    reason = LineField(label=_("Why do you open the names of both?"), max_length=400)


class NoteForm(EntryForm):
    """A word beside it, or none."""

    words = WordsField(label=_("In words"), help_text=SEALED, required=False)


class AgreeForm(EntryForm):
    """That it is so."""


class EndSearchForm(EntryForm):
    """Which search is to end."""

    sought = OneOfField(label=_("Whom"), choices=[])

    def __init__(self, *args: Any, searches: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sought"].choices = searches  # type: ignore[attr-defined]  # a field of choices


class SeekForm(EntryForm):
    """A relative who is looked for."""

    name = LineField(
        label=_("Name"), help_text=_("In any script. It is sealed at once, and shown to nobody but whoever searches.")
    )
    relation = LineField(label=_("Who they are to the person"), max_length=80, required=False)
    last_seen = LineField(label=_("Month they last met"), help_text=_("2025-11"), max_length=7, required=False)
    region = LineField(label=_("Region"), max_length=120, required=False)
