"""What the door asks about help, and about who reads the account of a journey."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from onward.ui.forms import EntryForm, OneOfField

if TYPE_CHECKING:
    from onward.care.queries import Passed


class TakeBackReferralForm(EntryForm):
    """Which of what was passed on is taken back."""

    referral = OneOfField(label=_("What do you take back?"))

    def __init__(self, *args: Any, referrals: "Sequence[Passed]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self.fields["referral"], [(one.row.id, f"{one.what}: {one.row.to}") for one in referrals])


class LawyerForm(EntryForm):
    """Which lawyer."""

    lawyer = OneOfField(label=_("Which lawyer?"))

    def __init__(self, *args: Any, lawyers: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self.fields["lawyer"], list(lawyers.items()))


def _choose(field: object, choices: list[tuple[str, str]]) -> None:
    assert isinstance(field, OneOfField)  # noqa: S101 - for the types
    field.choices = choices
    if len(choices) == 1:
        field.initial = choices[0][0]
