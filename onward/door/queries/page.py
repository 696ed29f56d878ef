"""All that a resident's page shows, read for that resident alone."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import msgspec
from django.conf import settings
from django.utils.translation import gettext

from onward.access.queries import staff_names, staff_organisations, staff_roles
from onward.access.rules import Actor
from onward.access.rules.names import role_names
from onward.care.queries import answers, questions_of
from onward.cases.events import Holder
from onward.cases.queries import Standing as Liberties
from onward.cases.queries import card_of, case_for, liberty_of, openings_for
from onward.courses.queries import (
    Answer,
    Own,
    answers_of,
    certificate_of,
    certificates_of,
    letter_for,
    own_of,
)
from onward.emergency.queries import shown_to_person
from onward.erasure.queries import Keeping, keeping_of
from onward.homecoming.queries import (
    Afterwards,
    Leave,
    Letter,
    MyJourney,
    Standing,
    disclosures_of,
    journey_of,
    leave_asked,
    standing_for,
)
from onward.kit.dates import today
from onward.kit.errors import NotFound
from onward.oversight.queries import Reviews, reviews_of
from onward.places.queries import names_of
from onward.waiting.queries import Days, WayPicture, days_for, matters_of, way_of

if TYPE_CHECKING:
    from onward.care.models import Question
    from onward.cases.models import Case
    from onward.courses.models import Certificate
    from onward.homecoming.models import Consent, Wish


class Opened(msgspec.Struct, frozen=True):
    """That somebody opened the person's identity: which office, of whom, and on which day; never who."""

    offices: str
    organisation: str
    day: date
    emergency: bool = False


class Sentence(msgspec.Struct, frozen=True):
    """One sentence; `named` when it says a name, which no paper carries."""

    words: str
    named: bool


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A resident's page."""

    case: "Case"
    way: WayPicture
    account: Days
    worker: str
    sentences: Sequence[Sentence]
    office: str
    days: int
    today: date
    standing: Standing
    leave: Leave | None
    journey: MyJourney | None
    visits: Sequence[date]
    liberty: Liberties
    reviews: Reviews
    letters: Sequence[Letter]
    agreed: Sequence["Consent"]
    openings: Sequence[Opened]
    questions: Sequence["Question"]


class Questions(msgspec.Struct, frozen=True, kw_only=True):
    """What a resident asked, and who answers."""

    case: "Case"
    questions: Sequence["Question"]
    answers: str


def way_page(actor: Actor) -> Page:
    """Everything on the page of the resident who asks."""
    case = case_for(actor, actor.id)
    way = way_of(actor, case)
    account = days_for(actor, case)
    standing = standing_for(actor, case.id)
    owing = [matter for matter in matters_of(case.id) if matter.closed_on is None and matter.holder_name]
    said = way.explanation.resident
    holder = next((matter.holder for matter in owing if any(matter.holder_name in each for each in said)), Holder())
    return Page(
        case=case,
        way=way,
        account=account,
        sentences=[Sentence(each, bool(holder.name) and holder.name in each) for each in said],
        worker=staff_names([case.case_worker]).get(case.case_worker, ""),
        office=_office(holder),
        days=account.days,
        today=today(),
        standing=standing,
        leave=leave_asked(standing),
        journey=None if case.ended_on else journey_of(actor, case.id),
        visits=[visit.due_on for visit in Afterwards(case.id).open_visits if visit.due_on] if case.ended_on else (),
        liberty=liberty_of(actor, case),
        reviews=reviews_of(actor, case),
        agreed=() if case.ended_on else standing.live,
        letters=disclosures_of(actor, case),
        openings=_openings(case),
        questions=questions_of(actor, case.id),
    )


def questions_page(actor: Actor) -> Questions:
    """The questions of the resident who asks."""
    case = case_for(actor, actor.id)
    return Questions(case=case, questions=questions_of(actor, case.id), answers=answers(case).name)


def liberty_page(actor: Actor) -> tuple["Case", Liberties]:
    """Whether the resident who asks may leave, for their challenge to it."""
    case = case_for(actor, actor.id)
    return case, liberty_of(actor, case)


def wish_of(actor: Actor) -> "Wish | None":
    """What the resident who asks wishes, unless they took it back or have left."""
    case = case_for(actor, actor.id)
    return None if case.ended_on else standing_for(actor, case.id).said


def consents_of(actor: Actor) -> Sequence["Consent"]:
    """The consents of the resident who asks that hold today."""
    case = case_for(actor, actor.id)
    return () if case.ended_on else standing_for(actor, case.id).live


def courses_page(actor: Actor) -> tuple["Case", list[Answer], list[tuple["Certificate", str]]]:
    """The courses that the resident who asks may join, what they said to them, and their certificates."""
    case = case_for(actor, actor.id)
    letters = [(one, certificate_of(actor, case, one.id)[1].title) for one in certificates_of(actor, case)]
    return case, answers_of(actor, case), letters


def door_letter(actor: Actor, number: str) -> bytes:
    """A certificate of the resident who asks, as a file; not one with their own name: that is sealed from this page."""
    case = case_for(actor, actor.id)
    letters = {str(place): one for place, one in enumerate(certificates_of(actor, case), 1)}
    if number not in letters or letters[number].name == "own":
        raise NotFound(number)
    return letter_for(actor, case, letters[number].id)


def plan_page(actor: Actor) -> tuple["Case", Own]:
    """What is their own: their plan, their talks, and who reads them."""
    case = case_for(actor, actor.id)
    return case, own_of(actor, case)


def keeping_page(actor: Actor) -> Keeping:
    """How long the file of the resident who asks is kept, and what was asked of it."""
    return keeping_of(case_for(actor, actor.id))


def _office(holder: Holder) -> str:
    """Whose move it is, for paper: an office and no name."""
    if holder.kind == "body":
        return gettext("an office outside")
    return gettext(", ").join(role_names([holder.office]))


def _openings(case: "Case") -> list[Opened]:
    each = [(one.by, one.day, False) for one in openings_for(case) if not one.withheld]
    each += [(one.by, one.asked_on, True) for one in shown_to_person(case.id)]
    roles = staff_roles(by for by, _day, _emergency in each)
    of = staff_organisations(by for by, _day, _emergency in each)
    names = names_of(of.values())
    openings = [
        Opened(gettext(", ").join(role_names(roles.get(by, ()))), names.get(of.get(by, ""), ""), day, emergency)
        for by, day, emergency in each
    ]
    return sorted(openings, key=lambda one: one.day, reverse=True)


def page_language(case: "Case") -> str:
    """The resident's own language, where the pages speak it."""
    return case.language if case.language in dict(settings.LANGUAGES) else ""


def card_is(actor: Actor, card: str) -> bool:
    """Whether this is still the resident's card."""
    now = card_of(case_for(actor, actor.id)) if "resident" in actor.roles else None
    return now is not None and now.id == card
