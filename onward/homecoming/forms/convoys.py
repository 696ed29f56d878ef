from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.access.queries import staff_members_for
from onward.access.rules import Actor
from onward.access.rules.grants import CASE, COORDINATOR, LIAISON
from onward.cases.rules.wording import LANGUAGES, language_name
from onward.homecoming.queries import Route, Traveller
from onward.homecoming.rules.convoys import DESTINATIONS, REASONS
from onward.kit.dates import today
from onward.ui.forms import DayField, EntryForm, LineField, OneOfField, SomeOfField, WordsField

if TYPE_CHECKING:  # a model is for its own app alone; its type is for everybody
    from onward.homecoming.models import Convoy

Choices = Iterable[tuple[str, Any]]


class PlanForm(EntryForm):
    day = DayField(label=_("Which day"))
    until = DayField(label=_("Or until which day"), help_text=_("Where the day is not certain yet."), required=False)
    destination = OneOfField(label=_("Where to, as a kind of place"), choices=list(DESTINATIONS.items()))
    receiver = LineField(label=_("Who will receive them"))
    seats = forms.IntegerField(label=_("Seats for residents"), min_value=1, max_value=200)
    leader = forms.ChoiceField(label=_("Who leads it"), required=False)
    travelling = SomeOfField(label=_("Staff who travel with it"), required=False)
    escorts = WordsField(
        label=_("Others who travel with it"), help_text=_("One name on each line."), required=False, max_length=1000
    )
    route = WordsField(
        label=_("The route"),
        help_text=_("Sealed: only those who lead or travel can read it. Leave it empty if nobody needs it written."),
        required=False,
    )
    times = WordsField(label=_("Times and meeting place"), help_text=_("Sealed in the same way."), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        leaders, staff = _staff(self.actor, LIAISON, COORDINATOR), _staff(self.actor, LIAISON, CASE)
        self.fields["leader"].choices = leaders  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["travelling"].choices = staff  # type: ignore[attr-defined]  # as above
        self.fields["leader"].initial = self.actor.id if self.actor else ""

    def clean_escorts(self) -> Sequence[str]:
        return [line.strip() for line in self.cleaned_data["escorts"].splitlines() if line.strip()]


class ChangeForm(PlanForm):
    reason = LineField(label=_("Why it is put off"), help_text=_("Where the day is a later one."), required=False)

    def __init__(self, *args: Any, convoy: "Convoy", route: Route, **kwargs: Any) -> None:
        staff = [one["staff"] for one in convoy.escorts if one.get("staff")]
        initial: Mapping[str, Any] = {
            "day": convoy.day,
            "until": convoy.until,
            "destination": convoy.destination,
            "receiver": convoy.receiver,
            "seats": convoy.seats,
            "leader": convoy.leader,
            "travelling": staff,
            "escorts": "\n".join(one["name"] for one in convoy.escorts if not one.get("staff")),
            "route": route.route,
            "times": route.times,
        }
        super().__init__(*args, version=convoy.version, initial=initial, **kwargs)
        # Who travels or leads stays among the choices even where the reader's own reach ends.
        self.fields["leader"].initial = convoy.leader


class HandForm(EntryForm):
    leader = forms.ChoiceField(label=_("Who leads it from now on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["leader"].choices = _staff(self.actor, LIAISON, COORDINATOR)  # type: ignore[attr-defined]  # as above


class CancelForm(EntryForm):
    reason = LineField(label=_("Why it is called off"), help_text=_("The travellers are owed this reason."))


class PeopleForm(EntryForm):
    """Some of those who have a seat, or could have one."""

    people = SomeOfField(label=_("Who"))

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].choices = list(people)  # type: ignore[attr-defined]  # a MultipleChoiceField


class SeatsForm(PeopleForm):
    pass


class TakeOffForm(PeopleForm):
    reason = OneOfField(
        label=_("Why"), choices=[(code, words) for code, words in REASONS.items() if code != "cancelled"]
    )


class TellForm(PeopleForm):
    on = DayField(label=_("When were they told"), initial=today)
    take = WordsField(
        label=_("What to take with them"),
        help_text=_("They can read this on their own page. Write no route and no time."),
        required=False,
    )
    told_language = forms.ChoiceField(label=_("In which language"), required=False)
    interpreter = LineField(
        label=_("Through which interpreter"), help_text=_("Empty when none was needed."), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        languages = [("", _("Each in their own")), *((code, language_name(code)) for code in LANGUAGES)]
        self.fields["told_language"].choices = languages  # type: ignore[attr-defined]  # a ChoiceField


class DepartConvoyForm(EntryForm):
    with_papers = SomeOfField(label=_("Who carries their papers themselves"), required=False)
    on = DayField(label=_("When"), initial=today)

    def __init__(self, *args: Any, people: Sequence[Traveller], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["with_papers"].choices = [(one.case, one.name) for one in people]  # type: ignore[attr-defined]  # as above
        self.fields["with_papers"].initial = [one.case for one in people if one.papers]


class HandOverConvoyForm(PeopleForm):
    receiver = LineField(label=_("Which body received them"))
    office = LineField(label=_("Which office of it signed"), required=False)
    received_by = LineField(label=_("Who signed for it"), help_text=_("Sealed."), required=False)
    receipt = LineField(label=_("Number of the receipt"), help_text=_("It stands on the handover sheet."))
    with_papers = SomeOfField(label=_("Who still carries their papers themselves"), required=False)
    on = DayField(label=_("When"), initial=today)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = self.fields["people"].choices  # type: ignore[attr-defined]  # as above
        self.fields["with_papers"].choices = choices  # type: ignore[attr-defined]  # as above
        self.fields["people"].initial = self.fields["with_papers"].initial = [code for code, _words in choices]


def _staff(actor: Actor | None, *roles: str) -> list[tuple[str, str]]:
    members = staff_members_for(actor) if actor else []
    return [(one.id, one.name) for one in members if set(roles) & set(one.roles)]
