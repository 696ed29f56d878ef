"""What is done for single people beside their way: safe places, help passed on, courses, somebody who is missed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, time, timedelta

from onward.access.rules import Actor
from onward.care.actions import answer_referral, ask_helped, finish_referral, offer_service, send_referral
from onward.care.queries import services_at
from onward.cases.queries import case_for
from onward.config.demo.cast import EAST, Cast
from onward.config.demo.daily import Daily
from onward.courses.actions import answer_course, offer_course, plan_sessions, start_course, take_attendance
from onward.courses.queries import sessions_of
from onward.courses.queries.courses import course_for
from onward.kit.dates import today
from onward.kit.ids import derived_id
from onward.shelter.actions import assign_place, hold_places, keep_apart, note_absences, take_roster
from onward.shelter.queries import free_in, offers_for, roster_for
from onward.waiting.rules import CLOCK

LEARNS, STAYS_AWAY = "card", "uzbek-sisters"
APART = ("kazakh", "swedish")
"""Two who share a block at the other site, until one asks not to."""
MISSED = "algerian"
REFERRED = "french-mother"
FAITH = "Mercy. What the books say of killing, and to whom. Whatever the group asks."


class Helped(Daily):
    """The same weeks, as some of those feel them who live there."""

    def __init__(self, cast: Cast, people: Mapping[str, Sequence[str]]) -> None:
        super().__init__(cast)
        self.people = people
        self.referral = self.asked = ""
        self.language = self.faith = ""

    def moments(self) -> Iterable[tuple[int, int, Callable[[], None]]]:
        """What happens how many days ago, and at what hour."""
        return (
            (23, 9, self.courses_start),
            (22, 10, self.courses_are_answered),
            (20, 18, self.class_is_held),
            (13, 18, self.class_is_held),
            (6, 18, self.class_is_held),
            (16, 9, self.is_offered),
            (15, 10, self.is_passed_on),
            (13, 11, self.is_accepted),
            (6, 15, self.is_done),
            (2, 11, self.is_asked_whether_it_helped),
            (1, 12, self.is_passed_on_again),
            (5, 14, self.asks_to_be_kept_apart),
            (5, 17, self.moves_away),
            (1, 10, self.is_not_on_the_roster),
            (1, 11, self.is_missed),
            (1, 13, self.places_are_held),
        )

    # courses

    def courses_start(self) -> None:
        language = {"title": "Turkish for beginners", "subject": "language", "teacher": self.cast.staff["teacher"].id}
        faith = {"title": "Questions of faith", "subject": "religion", "teacher": self.cast.staff["counsellor"].id}
        self.language = self._course(language | {"language": "tr", "room": "The school tent"}, weeks=6, begins=time(17))
        self.faith = self._course(faith | {"curriculum": FAITH, "language": "ar"}, weeks=6, begins=time(11))

    def _course(self, said: Mapping[str, str], *, weeks: int, begins: time) -> str:
        entry = self.id("course", said["subject"])
        course: str = start_course(self.worker, site=self.east, entry=entry, **said)
        first = today() + timedelta(days=3)
        slots = {"day": first, "begins": begins, "minutes": 60, "times": weeks}
        plan_sessions(self.worker, course=course, entry=derived_id(entry, "sessions"), **slots)
        return course

    def courses_are_answered(self) -> None:
        for case, course, answer in (
            (self.people[LEARNS][0], self.language, "agreed"),
            (self.people[STAYS_AWAY][0], self.language, "agreed"),
            (self.people[STAYS_AWAY][1], self.faith, "declined"),
        ):
            entry = self.id("course", course, case)
            offer_course(self.worker, case=case, course=course, entry=entry)
            resident = Actor(id=case, roles=frozenset({"resident"}), language="en")
            answer_course(resident, course=course, answer=answer, entry=derived_id(entry, "answer"))

    def class_is_held(self) -> None:
        teacher = self.cast.staff["teacher"]
        (held,) = [one for one in sessions_of(course_for(teacher, self.language)) if one.day == today()]
        there = [self.people[LEARNS][0], self.people[STAYS_AWAY][0]]
        take_attendance(teacher, course=self.language, session=held.id, present=there, entry=self.id("held", held.id))

    # care

    def is_offered(self) -> None:
        clinic = {"name": "Open Clinic", "sort": "health", "hours": "Every day but Friday, 9 to 15", "where": "Gate 2"}
        offer_service(self.worker, site=self.east, contact="H. Baran", entry=self.id("clinic"), **clinic)

    def _pass_on(self, case: str, *, service: str = "", body: str = "", told: str) -> str:
        sent = {"what": "health", "urgency": "days", "agreed": True, "gender": "woman", "shown": True}
        entry = self.id("referral", case)
        by = self.cast.staff["health"]
        send_referral(by, case=case, service=service, body=body, told=told, entry=entry, **sent)
        return entry

    def is_passed_on(self) -> None:
        clinic = services_at(self.east)[0].id
        told = "She cannot sleep for a cough. Asks for a woman."
        self.referral = self._pass_on(self.people[REFERRED][0], service=clinic, told=told)

    def _answers(self, act: Callable[..., None], label: str, **said: object) -> None:
        entry = derived_id(self.id("referral"), label)
        act(self.cast.staff["health"], referral=self.referral, on=today(), entry=entry, **said)

    def is_accepted(self) -> None:
        self._answers(answer_referral, "accepted", accepted=True, days=7, words="She can come on Sunday at ten.")

    def is_done(self) -> None:
        self._answers(finish_referral, "done", words="Seen by a woman; medicine for ten days.")

    def is_asked_whether_it_helped(self) -> None:
        self._answers(ask_helped, "helped", helped="yes", words="She sleeps again.")

    def is_passed_on_again(self) -> None:
        told = "Glasses: hers broke on the road."
        self._pass_on(self.people[LEARNS][0], body="Eye clinic, Azaz", told=told)

    # shelter

    def asks_to_be_kept_apart(self) -> None:
        one, other = (self.people[key][0] for key in APART)
        why = "They were married to the same man. She is afraid of being followed at night."
        keep_apart(self.cast.staff["caseworker2"], case=one, other=other, why=why, entry=self.id("apart"))

    def moves_away(self) -> None:
        manager, entry = self.cast.staff["site2"], self.id("moves away")
        case = case_for(manager, self.people[APART[0]][0])
        offer = next(one for one in offers_for(manager, [case]) if not one.why_not)
        assign_place(manager, places={case.id: offer.free[0].id}, entry=entry)

    def is_not_on_the_roster(self) -> None:
        manager, away = self.cast.staff["site"], self.people[MISSED]
        here = [one.case for one in roster_for(manager, self.east).people if one.case not in away]
        take_roster(manager, site=self.east, present=here, entry=self.id("roster"))

    def is_missed(self) -> None:
        note_absences(CLOCK)

    def places_are_held(self) -> None:
        """One for a woman who is on the road; two for children who come alone."""
        manager, coming = self.cast.staff["site"], self.people["on-the-road"]
        _families, women, _anyone, children = self.cast.blocks[EAST]
        self._hold(
            manager, women, 2, today() + timedelta(days=3), "On the road since this morning.", held_for=coming[0]
        )
        self._hold(manager, children, 1, today() + timedelta(days=14), "For a child who comes alone.")

    def _hold(self, by: Actor, block: str, many: int, until: date, reason: str, *, held_for: str = "") -> None:
        places = [place for place, _name in free_in(by, block)][:many]
        said = {"until": until, "reason": reason, "held_for": held_for}
        hold_places(by, block=block, places=places, entry=self.id("hold", block), **said)
