"""What the pages of courses ask."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.cases.rules.wording import LANGUAGES, language_name
from onward.courses.rules import LONGEST_COURSE
from onward.courses.rules.words import AGREED, DECLINED, LEFT, NAMES, OFFERED, READ, SAYS, SUBJECTS
from onward.kit.dates import today
from onward.ui.forms import DayField, EntryForm, LineField, OneOfField, SomeOfField, WordsField

if TYPE_CHECKING:  # a model is for its own app alone; its type is for everybody
    from onward.courses.models import Course

Pairs = Sequence[tuple[str, Any]]


def language_choices() -> list[tuple[str, str]]:
    """Languages by name, as the reader calls them."""
    named = sorted(((code, language_name(code)) for code in LANGUAGES), key=lambda pair: pair[1].casefold())
    return [("", ""), *named]


def _choose(form: forms.Form, field: str, pairs: Pairs) -> None:
    chosen = form.fields[field]
    assert isinstance(chosen, forms.ChoiceField)  # noqa: S101 - for the types
    chosen.choices = list(pairs)


class CourseForm(EntryForm):
    """What a course is."""

    title = LineField(label=_("What it is called"))
    teacher = forms.ChoiceField(label=_("Who teaches it"))
    curriculum = WordsField(
        label=_("What is taught"),
        help_text=_("In a few words, or as an outline. Oversight reads it, and so does everybody it is offered to."),
        required=False,
    )
    language = forms.ChoiceField(label=_("In which language"), required=False)
    interpreter = LineField(label=_("Who interprets"), required=False)
    room = LineField(label=_("Where"), required=False)

    def __init__(self, *args: Any, teachers: Pairs, course: "Course | None" = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "language", language_choices())
        if course is not None:
            for name in ("title", "teacher", "curriculum", "language", "interpreter", "room"):
                self.fields[name].initial = getattr(course, name)
            if course.teacher not in dict(teachers):
                teachers = [(course.teacher, "—"), *teachers]
        _choose(self, "teacher", [("", ""), *teachers])


class StartForm(CourseForm):
    """A course that begins."""

    site = OneOfField(label=_("At which site"))
    subject = OneOfField(label=_("What it is about"), choices=list(SUBJECTS.items()))
    field_order = ("entry", "version", "site", "subject", "title", "teacher")

    def __init__(self, *args: Any, sites: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "site", sites)
        if len(sites) == 1:
            self.fields["site"].initial = sites[0][0]


class ChangeForm(CourseForm):
    """A course that is said anew."""

    reason = LineField(label=_("Why it changes"), required=False)


class ReasonForm(EntryForm):
    """That something does not take place, or is over."""

    reason = LineField(label=_("Why"), required=False)


class SessionsForm(EntryForm):
    """When a course is held."""

    day = DayField(label=_("Which day"), initial=today)
    begins = forms.TimeField(label=_("When it begins"), widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}))
    minutes = forms.IntegerField(label=_("How many minutes"), min_value=5, max_value=600, initial=60)
    times = forms.IntegerField(
        label=_("How many weeks"),
        help_text=_("1 for this day alone."),
        min_value=1,
        max_value=LONGEST_COURSE,
        initial=1,
    )
    room = LineField(label=_("Where, if not in the usual room"), required=False)


class OfferForm(EntryForm):
    """That a course is offered: there is nothing to fill in."""


class AnswerForm(EntryForm):
    """What a person said to a course."""

    answer = OneOfField(label=_("What they say"))
    on = DayField(label=_("When they said it"), initial=today)

    def __init__(self, *args: Any, state: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        says = [LEFT] if state == AGREED else [AGREED, DECLINED] if state in ("", OFFERED) else [AGREED]
        _choose(self, "answer", [(one, SAYS[one]) for one in says])
        if len(says) == 1:
            self.fields["answer"].initial = says[0]


class JudgeForm(EntryForm):
    """Whether religious teaching is best for a child."""

    best = forms.TypedChoiceField(
        label=_("What you find"),
        choices=[("", ""), ("yes", _("It is in their best interests")), ("no", _("It is not"))],
        coerce=lambda said: said == "yes",
    )
    heard = WordsField(label=_("What the child says of it"))
    reasons = WordsField(label=_("Your reasons"))


class CertificateForm(EntryForm):
    """What a person wants to have on paper."""

    name = OneOfField(label=_("Which name stands on it, as they choose"))
    language = forms.ChoiceField(label=_("In which language"))

    def __init__(self, *args: Any, opens: bool, languages: Pairs, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "name", [(code, words) for code, words in NAMES.items() if opens or code != "own"])
        _choose(self, "language", languages)
        self.fields["language"].initial = language if language in dict(languages) else "en"


class AttendanceForm(EntryForm):
    """Who was there. The page draws the boxes itself: two hundred of them."""

    present = SomeOfField(required=False)

    def __init__(self, *args: Any, people: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "present", people)


class ScanForm(EntryForm):
    """The number of a card: typed, or by a scanner, which types it."""

    card = LineField(label=_("Card"), max_length=100)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["card"].widget.attrs |= {
            "autofocus": True,
            "autocapitalize": "characters",
            "dir": "ltr",
            "data-code": "",
        }


class TalkForm(EntryForm):
    """What a counsellor keeps of a talk."""

    person = LineField(label=_("With whom"), help_text=_("The name used here, as on their card page."), max_length=80)
    on = DayField(label=_("When"), initial=today)
    words = WordsField(
        label=_("What you keep of it"),
        help_text=_("They read it on their own page. Nobody else does, unless they allow it."),
    )
    language = forms.ChoiceField(label=_("In which language"), required=False)
    interpreter = LineField(label=_("Who interpreted"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "language", language_choices())


class OwnAnswerForm(EntryForm):
    """What a person says to a course at their own page."""

    course = forms.ChoiceField()
    answer = forms.ChoiceField(choices=[(AGREED, AGREED), (DECLINED, DECLINED), (LEFT, LEFT)])

    def __init__(self, *args: Any, courses: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "course", courses)


class GoalForm(EntryForm):
    """A goal in a person's own words."""

    goal = forms.ChoiceField(required=False, widget=forms.HiddenInput)
    words = WordsField(label=_("What I want to reach"), max_length=2000)
    steps = WordsField(label=_("Steps I can take"), required=False, max_length=4000)
    helped = WordsField(label=_("What helped"), required=False, max_length=4000)
    reached = forms.BooleanField(label=_("I have reached it"), required=False)
    dropped = forms.BooleanField(label=_("Take it off my page"), required=False)

    def __init__(self, *args: Any, goals: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "goal", [("", ""), *goals])
        if not (self["goal"].value() or any(self[name].value() for name in ("reached", "dropped"))):
            del self.fields["reached"], self.fields["dropped"]  # of a goal not yet written, neither can be said


class ReaderForm(EntryForm):
    """Whom a person lets read what is their own."""

    staff = forms.ChoiceField(label=_("Who may read it"))
    what = OneOfField(label=_("What they may read"), choices=list(READ.items()))

    def __init__(self, *args: Any, people: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "staff", [("", ""), *people])


class StopReaderForm(EntryForm):
    """Who may read it no longer."""

    reader = forms.ChoiceField(label=_("Who"))

    def __init__(self, *args: Any, readers: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "reader", readers)

    @property
    def said(self) -> dict[str, Any]:
        """What and whom, as the action asks."""
        what, _dot, staff = self.cleaned_data["reader"].partition(".")
        return {"what": what, "staff": staff}
