"""What is asked where a person tells: of a journey, of a relative, of a child."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.care.rules import VERIFIED, WITH_WHOM, Relative
from onward.cases.rules import LANGUAGES, language_name
from onward.kit.dates import today
from onward.ui.forms import DayField, EntryForm, LineField, OneOfField, WordsField

if TYPE_CHECKING:
    from onward.cases.models import Case

LONGEST_ACCOUNT = 8000


class RelativeForm(EntryForm):
    """Base: a relative to be looked for, and that the person wants it."""

    relative = LineField(label=_("A relative to be looked for: name"), required=False)
    last_seen = LineField(
        label=_("Last seen in which month"), help_text=_("Such as 2025-11."), required=False, max_length=7
    )
    region = LineField(
        label=_("In which region, in words"),
        help_text=_("A region, never a way or a road."),
        required=False,
    )
    search = forms.BooleanField(
        label=_("They want this relative to be looked for, and that tracing staff read this"), required=False
    )

    @property
    def said(self) -> Mapping[str, Any]:
        """What the action takes: the relative as one."""
        said = dict(super().said)
        relation = "relative_relation" if "relative_relation" in said else "relation"
        said["search"] = Relative(
            name=said.pop("relative"),
            relation=said.pop(relation),
            last_seen=said.pop("last_seen"),
            region=said.pop("region"),
            agreed=said["search"],
        )
        return said


class NoteAccountForm(RelativeForm):
    """The journey in the person's own words, and what they want to come of it."""

    words = WordsField(
        label=_("In their own words"), max_length=LONGEST_ACCOUNT, widget=forms.Textarea(attrs={"rows": 12})
    )
    language = forms.ChoiceField(label=_("In which language they told it"), required=False)
    interpreter = LineField(label=_("Who interpreted"), help_text=_("Empty when none was needed."), required=False)
    on = DayField(label=_("On which day"))
    injuries = WordsField(label=_("What health staff should know"), required=False, max_length=1000)
    care = forms.BooleanField(label=_("They want health staff to read this and to care for it"), required=False)
    relation = LineField(label=_("What the relative is to them"), required=False, max_length=100)

    field_order = (
        *("words", "language", "interpreter", "on", "injuries", "care"),
        *("relative", "relation", "last_seen", "region", "search"),
    )

    def __init__(self, *args: Any, case: "Case", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = self.fields["language"]
        assert isinstance(language, forms.ChoiceField)  # noqa: S101 - for the types
        language.choices = [(code, language_name(code)) for code in dict.fromkeys((case.language, *LANGUAGES))]
        language.initial = case.language
        self.fields["on"].initial = today()


class AssessChildForm(RelativeForm):
    """With whom a child is, how that is known, what they say and what is advised."""

    with_whom = OneOfField(label=_("With whom is the child?"), choices=list(WITH_WHOM.items()))
    caregiver = LineField(label=_("Who cares for the child"), required=False)
    relation = LineField(label=_("What they are to the child"), required=False, max_length=100)
    verified = OneOfField(
        label=_("Is the relation known?"), choices=list(VERIFIED.items()), initial="no", required=False
    )
    heard = WordsField(label=_("What the child said, in their words"), required=False)
    advised = WordsField(label=_("What should be done now, and who cares for the child until then"), required=False)
    on = DayField(label=_("On which day"))
    relative_relation = LineField(label=_("What the relative is to them"), required=False, max_length=100)

    field_order = (
        *("with_whom", "caregiver", "relation", "verified", "heard", "advised", "on"),
        *("relative", "relative_relation", "last_seen", "region", "search"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today()

    def clean_verified(self) -> str:
        """Nothing chosen is: not yet."""
        return self.cleaned_data["verified"] or "no"
