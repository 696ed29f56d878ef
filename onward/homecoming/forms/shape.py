"""What the forms of the way onward share: the day it happened, a plain yes or no, and what stands."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from onward.cases.rules.wording import LANGUAGES, language_name
from onward.harmless import Harmless
from onward.homecoming.queries import Standing
from onward.homecoming.rules.papers import MOST_BYTES, harmless_scan
from onward.kit.dates import today
from onward.kit.errors import RuleBroken
from onward.ui.forms import DayField, EntryForm, LineField

if TYPE_CHECKING:  # a model is for its own app alone; its type is for everybody
    from onward.cases.models import Case

Choices = Iterable[tuple[str, str | Promise]]


class OnwardForm(EntryForm):
    """Base: `case` is whose way it is, `standing` what stands on it; the day is asked last."""

    on = DayField(label=_("When"), initial=today)

    def __init__(self, *args: Any, case: "Case", standing: Standing, **kwargs: Any) -> None:
        super().__init__(*args, version=case.version, **kwargs)
        self.case = case
        self.standing = standing
        self.order_fields([name for name in self.fields if name != "on"])

    def choose(self, field: str, choices: Choices) -> None:
        """Offer these; the only one there is comes chosen."""
        offered = list(choices)
        self.fields[field].choices = offered  # type: ignore[attr-defined]  # a ChoiceField, always
        if len(offered) == 1:
            self.fields[field].initial = offered[0][0]


class SpokenForm(OnwardForm):
    """What was said by the resident: in which language, through whom."""

    language = forms.ChoiceField(label=_("In which language"))
    interpreter = LineField(
        label=_("Through which interpreter"), help_text=_("Empty when none was needed."), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = dict.fromkeys((self.case.language, *LANGUAGES))
        self.choose("language", [(code, language_name(code)) for code in codes])
        self.fields["language"].initial = self.case.language


class ScanField(forms.FileField):
    """A scan, drawn anew; it is sealed and never shown on a page. Its name goes no further than this."""

    def __init__(self, **kwargs: Any) -> None:
        said = {
            "label": _("Scan"),
            "help_text": _("PDF, JPEG or PNG, 10 MB at most. Kept as a picture, sealed; to open it takes a reason."),
            "required": False,
        }
        super().__init__(**{**said, **kwargs})

    def clean(self, data: Any, initial: Any = None) -> Harmless | None:
        file = super().clean(data, initial)
        if not file:
            return None
        if file.size > MOST_BYTES:
            raise ValidationError(_("This file is too large: 10 MB at most."))
        try:
            return harmless_scan(file.read())
        except RuleBroken as broken:
            raise ValidationError(broken.sentence) from broken


class YesNoField(forms.TypedChoiceField):
    """A plain answer that has to be given: neither is chosen beforehand."""

    widget = forms.RadioSelect

    def __init__(self, *, yes: str | Promise = "", no: str | Promise = "", **kwargs: Any) -> None:
        choices = (("yes", yes or _("Yes")), ("no", no or _("No")))
        super().__init__(choices=choices, coerce=lambda answer: answer == "yes", **kwargs)
