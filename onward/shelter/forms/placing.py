"""Who gets which place, and who is sent, received, kept back."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.shelter.rules import Bed
from onward.ui.forms import EntryForm, LineField, MomentField, SomeOfField, WordsField

Choices = Sequence[tuple[str, str]]


class PeopleField(SomeOfField):
    """Which of these people; all of them unless said otherwise."""

    def __init__(self, **kwargs: Any) -> None:
        wrong = _("Choose from these people.")
        messages = {"required": _("Choose at least one person."), "invalid_choice": wrong, "invalid_list": wrong}
        super().__init__(error_messages=messages, **kwargs)
        self.known: Collection[str] = ()

    def valid_value(self, value: Any) -> bool:
        """One of those offered. Another of the group is let through: the rule then says what became of them."""
        return super().valid_value(value) or value in self.known


class PeopleForm(EntryForm):
    """Base of the forms that ask which of a group: all of them, unless said otherwise."""

    people = PeopleField(label=_("Who"))

    def __init__(self, *args: Any, people: Choices, known: Collection[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["people"]
        assert isinstance(field, PeopleField)  # noqa: S101 - tells mypy what the class body says
        field.known = known
        offer(field, people)
        field.initial = [case for case, _name in people]


def offer(field: forms.Field, choices: Choices) -> None:
    """Let one of `choices` be chosen."""
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells mypy what the class body says
    field.choices = choices


class SendTransferForm(PeopleForm):
    """Who is sent on, and where to."""

    people = PeopleField(label=_("Who goes"))
    to_site = forms.ChoiceField(label=_("Where to"), error_messages={"invalid_choice": _("Choose one of these sites.")})
    happened_at = MomentField(label=_("When they left"), required=False, help_text=_("Left empty: now."))
    note = WordsField(
        label=_("For those who receive them"),
        required=False,
        max_length=1000,
        help_text=_("What they need on arrival. Never the road they take."),
    )

    def __init__(self, *args: Any, sites: Choices, chosen: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["to_site"], sites if len(sites) == 1 else [("", ""), *sites])
        if not chosen:  # a list of strangers starts with nobody ticked
            self.fields["people"].initial = []


class ReceiveTransferForm(PeopleForm):
    """Who has arrived."""

    people = PeopleField(label=_("Who has arrived"), help_text=_("Who is not ticked stays on the road."))
    happened_at = MomentField(label=_("When they arrived"), required=False, help_text=_("Left empty: now."))
    note = WordsField(label=_("Anything to note"), required=False, max_length=1000)


class CancelTransferForm(PeopleForm):
    """Who is not going after all, and why."""

    people = PeopleField(label=_("Who is not going"))
    reason = WordsField(label=_("Why"), max_length=1000)


class PlaceField(forms.ChoiceField):
    """One of the free places. Another place that exists is let through: the rule then says that it is taken."""

    def __init__(self, *, free: Sequence[Bed], known: Collection[str], **kwargs: Any) -> None:
        messages = {"invalid_choice": _("Choose one of these places.")}
        super().__init__(choices=[(bed.id, bed.name) for bed in free], error_messages=messages, **kwargs)
        self.known = known

    def valid_value(self, value: Any) -> bool:
        return super().valid_value(value) or value in self.known


class AssignPlaceForm(EntryForm):
    """A place of one block for each of the people who are housed together."""

    def __init__(
        self,
        *args: Any,
        people: Sequence[tuple[str, str, str]],
        free: Sequence[Bed],
        known: Collection[str],
        knows: bool = False,
        kin: bool = False,
        picked: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people = [case for case, _name, _place in people]
        kept = {place for _case, _name, place in people} & {bed.id for bed in free}
        if picked in {bed.id for bed in free} - kept:  # the first takes what was picked, and the others what is near
            kept -= {people[0][2]}
            free = [*(bed for bed in free if bed.id == picked), *(bed for bed in free if bed.id != picked)]
        rest = iter([bed.id for bed in free if bed.id not in kept])
        for case, name, place in people:
            self.fields[case] = PlaceField(label=name, free=free, known=known)
            self.fields[case].initial = place if place in kept else next(rest, None)
        if kin:
            self.fields["parted"] = forms.BooleanField(
                label=_("The family asked not to be housed together"),
                required=False,
                help_text=_("Only if they said so themselves, each alone."),
            )
        if knows:
            self.fields["because"] = LineField(
                label=_("If a rule speaks against it: why all the same"),
                required=False,
                max_length=500,
                help_text=_("The file says which rule, and oversight sees it."),
            )

    @property
    def said(self) -> Mapping[str, Any]:
        """The place of each person, and what was said to it."""
        beside: dict[str, Any] = {
            name: self.cleaned_data[name] for name in ("parted", "because") if name in self.fields
        }
        return {"places": {case: self.cleaned_data[case] for case in self.people}, **beside}

    def add_error(self, field: str | None, error: Any) -> None:
        """Show what a rule says of all of them beside the first."""
        super().add_error(self.people[0] if field is None and self.people else field, error)
