"""May the person leave: the order, a challenge, the hearing, the answer."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from onward.cases.rules import CHALLENGE_ANSWERS, LANGUAGES, MAY_LEAVE, language_name
from onward.kit.dates import today
from onward.places.queries import organisations_for
from onward.ui.forms import DayField, EntryForm, LineField, OneOfField, WordsField

if TYPE_CHECKING:
    from onward.cases.models import Case

INTERPRETER = _("Empty when none was needed.")


def _languages(case: "Case") -> list[tuple[str, str]]:
    codes = dict.fromkeys((case.language, *LANGUAGES))
    return [("", "–"), *((code, language_name(code)) for code in codes)]


class ToldForm(EntryForm):
    """Base: when the person was told, in which language, through whom."""

    told_on = DayField(label=_("The person was told on"), help_text=_("Empty if not yet."), required=False)
    told_language = forms.ChoiceField(label=_("In which language they were told"), required=False)
    interpreter = LineField(label=_("Through which interpreter"), help_text=INTERPRETER, required=False)

    def __init__(self, *args: Any, case: "Case", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = self.fields["told_language"]
        assert isinstance(told, forms.ChoiceField)  # noqa: S101 - tells mypy what the class body says
        told.choices = _languages(case)
        told.initial = case.language
        self.order_fields([name for name in self.fields if name not in ("told_on", "told_language", "interpreter")])


class LibertyForm(ToldForm):
    """May the person leave: since when, by whose order, on what ground."""

    may_leave = OneOfField(label=_("May the person leave?"), choices=MAY_LEAVE.items())
    since = DayField(label=_("Since which day"), required=False)
    by = LineField(label=_("By whose order"), help_text=_("A person or an office, by name."), required=False)
    organisation = forms.ChoiceField(label=_("Of which organisation"), required=False)
    ground = LineField(
        label=_("On what ground"),
        help_text=_("If none was given, leave this empty: that is recorded as it is."),
        max_length=400,
        required=False,
    )
    limits = LineField(label=_("If within limits, which"), max_length=400, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["organisation"]
        assert isinstance(chosen, forms.ChoiceField)  # noqa: S101 - as above
        named = [(one.id, one.name) for one in organisations_for(self.actor)]
        chosen.choices = [("", gettext("Nobody has said")), *named]


class SpokenForm(EntryForm):
    """Base: in which language it was said."""

    language = forms.ChoiceField(label=_("In which language"), required=False)

    def __init__(self, *args: Any, case: "Case", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        spoken = self.fields["language"]
        assert isinstance(spoken, forms.ChoiceField)  # noqa: S101 - as above
        spoken.choices = _languages(case)
        spoken.initial = case.language


class ChallengeForm(SpokenForm):
    """A challenge that staff note."""

    words = WordsField(
        label=_("What they say to it, in their own words"),
        help_text=_("They need not say anything. Whoever gave the order does not read this."),
        required=False,
    )
    on = DayField(label=_("When"), initial=today)

    field_order = ("words", "language", "on")


class HearChallengeForm(SpokenForm):
    """That they were heard on it."""

    by = LineField(label=_("Who heard them"))
    interpreter = LineField(label=_("Through which interpreter"), help_text=INTERPRETER, required=False)
    on = DayField(label=_("When"), initial=today)

    field_order = ("by", "language", "interpreter", "on")


class AnswerChallengeForm(ToldForm):
    """What becomes of the order."""

    answer = OneOfField(label=_("Your answer"), choices=CHALLENGE_ANSWERS.items())
    limits = LineField(label=_("If it is changed: within which limits"), max_length=400, required=False)
    reasons = WordsField(
        label=_("Reasons"),
        help_text=_("They are told this. Left empty, they are told that none were given."),
        required=False,
    )
    on = DayField(label=_("Decided on"), initial=today)
