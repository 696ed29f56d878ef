"""Offering, answering, deciding for a child, and the letter that says somebody was there."""

from datetime import date
from typing import TYPE_CHECKING, Literal

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.access.rules.grants import CHILD_OFFICER
from onward.cases.queries import case_for
from onward.courses.events import (
    CertificateGiven,
    ChildTeachingJudged,
    CourseAgreed,
    CourseDeclined,
    CourseLeft,
    CourseOffered,
)
from onward.courses.queries import allowed_for_child, course_of, deed_of, is_child, state_of
from onward.courses.rules import (
    check_answer,
    check_certificate,
    check_child,
    check_judgement,
    check_offer,
    check_running,
)
from onward.courses.rules.words import AGREED, DECLINED, LEFT
from onward.journal.append import append, written
from onward.kit.dates import said_of, today

if TYPE_CHECKING:  # a model is for its own app alone; its type is for everybody
    from onward.cases.models import Case
    from onward.courses.models import Course

SAID = {AGREED: CourseAgreed, DECLINED: CourseDeclined, LEFT: CourseLeft}


@needs("courses.offer_course")
@transaction.atomic
def offer_course(actor: Actor, *, case: str, course: str, entry: str) -> None:
    """Offer a course to a resident by name; once."""
    found, about = _both(actor, case, course)
    if written(entry):
        return
    check_running(about.ended_on)
    check_offer(state_of(found, about.id))
    _check_child(found, about)
    append(CourseOffered(course=about.id), by=actor, stream=found.id, id=entry)


@needs("courses.note_answer")
@transaction.atomic
def note_answer(actor: Actor, *, case: str, course: str, answer: str, entry: str, on: date | None = None) -> None:
    """Note what a resident said aloud to a course: yes, no, or that they leave it."""
    found, about = _both(actor, case, course)
    _answer(actor, found, about, answer=answer, noted_by=actor.name, entry=entry, on=on or today())


@needs("courses.answer_course")
@transaction.atomic
def answer_course(actor: Actor, *, course: str, answer: str, entry: str) -> None:
    """Say yes or no to a course at one's own page, or leave it. Saying no changes nothing else."""
    found, about = _both(actor, actor.id, course)
    _answer(actor, found, about, answer=answer, noted_by="", entry=entry, on=today())


def _both(actor: Actor, case: str, course: str) -> "tuple[Case, Course]":
    found = case_for(actor, case)
    return found, course_of(actor, found, course)


def _check_child(case: "Case", course: "Course") -> None:
    check_child(subject=course.subject, child=is_child(case), allowed=allowed_for_child(case, course))


def _answer(actor: Actor, case: "Case", course: "Course", *, answer: str, noted_by: str, entry: str, on: date) -> None:
    if written(entry):
        return
    check_answer(answer, state=state_of(case, course.id))
    if answer == AGREED:
        check_running(course.ended_on)
        _check_child(case, course)
    happened_at, precision = said_of(on)
    said = SAID[answer](course=course.id, noted_by=noted_by)
    append(said, by=actor, stream=case.id, id=entry, happened_at=happened_at, precision=precision)


@needs("courses.judge_child_teaching")
@transaction.atomic
def judge_child_teaching(
    actor: Actor, *, case: str, course: str, best: bool, reasons: str, heard: str, entry: str
) -> None:
    """Say whether religious teaching is in a child's best interests; it begins once two people find that it is."""
    found, about = _both(actor, case, course)
    if written(entry):
        return
    check_judgement(subject=about.subject, child=is_child(found), reasons=reasons, heard=heard)
    judged = ChildTeachingJudged(
        course=about.id,
        best=best,
        reasons=reasons.strip(),
        heard=heard.strip(),
        officer=CHILD_OFFICER in actor.roles,
        by_name=actor.name,
    )
    append(judged, by=actor, stream=found.id, id=entry)


@needs("courses.give_certificate")
@transaction.atomic
def give_certificate(
    actor: Actor, *, case: str, course: str, name: Literal["case", "own", "line"], language: str = "", entry: str
) -> None:
    """Give a resident a letter that says what course they were at, when and for how long."""
    found, about = _both(actor, case, course)
    if written(entry):
        return
    deed = deed_of(found, about.id)
    check_certificate(sessions=deed.sessions, first=deed.first)
    given = CertificateGiven(
        course=about.id,
        name=name,
        minutes=deed.minutes,
        first=deed.first or today(),
        last=deed.last or today(),
        language=language or found.language,
    )
    append(given, by=actor, stream=found.id, id=entry)
