"""What happens to one group at the checkpoint, at the site and between, by the acts that the screens call."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from onward.access.rules import Actor
from onward.care.actions import answer_question, ask_question, meet_need
from onward.care.queries import questions_of
from onward.cases.actions import assign_case_worker, issue_card, open_identity, record_liberty
from onward.cases.queries import case_for
from onward.cases.rules import UNDER_AGE, country_name
from onward.config.demo.cast import CHECKPOINT, EAST, Cast
from onward.config.demo.people import Group, Somebody
from onward.config.demo.story import days_of
from onward.erasure.actions import ask_own_erasure
from onward.homecoming import actions as onwards
from onward.kit.dates import day_of, today
from onward.kit.ids import Id, derived_id
from onward.reception.actions import record_arrival
from onward.reception.rules import Person
from onward.shelter.actions import arrange_care, assign_place, receive_transfer, send_transfer
from onward.shelter.queries import offers_for
from onward.waiting.actions import declare_block, explain_overrun, lift_block
from onward.waiting.queries import matters_of

if TYPE_CHECKING:
    from onward.waiting.models import Matter

WAYS = {"not_to_return": "cannot_return", "local_life": "local_return", "family_elsewhere": "family_reunification"}
"""Where a wish leads that does not lead home."""


CARE = timedelta(days=14)
"""After so long interim care is looked at again."""


class Life:
    """One group's story. Each method is a scene and gets the moment at which it happens."""

    def __init__(self, cast: Cast, group: Group, shown: Callable[[str, str, str], None]) -> None:
        self.cast, self.group, self.shown = cast, group, shown
        self.cases: list[str] = []
        self.road = ""
        self.between = self._between()

    def _between(self) -> dict[str, int]:
        """What happens besides the steps: scene -> days after arrival."""
        told: dict[str, int] = {}
        if self.group.needs and self.group.quirk != "unnamed":
            told["needs_are_met"] = 2
        if self.group.card:
            told["card_made"] = 8
        if self.group.question:
            told |= {"asks": max(self.group.ago - 30, 12), "is_answered": max(self.group.ago - 28, 14)}
        if self.group.reach == "arrived":
            told["visited"] = days_of(self.group)["arrived"] + 33
        if self.group.reach == "exit_authorised":
            told["journey_planned"] = self.group.ago - 1
        if self.group.card == "shown":
            told |= {"asks_again": self.group.ago - 2, "counsel_is_asked": self.group.ago - 9}
        if self.group.quirk in ("silent", "interpreter") and self.group.ago > 20:
            told["says_why"] = self.group.ago - 3
        if self.group.quirk == "refused":
            told |= {"exit_refused": self.group.ago - 12, "asks_to_be_erased": self.group.ago - 1}
        if self.group.quirk == "appealed":
            told |= {"state_refuses": self.group.ago - 40, "refusal_is_appealed": self.group.ago - 31}
        return told

    # who acts

    @property
    def east(self) -> bool:
        return self.group.to == EAST

    @cached_property
    def officer(self) -> Actor:
        return self.cast.staff["reception"]

    @cached_property
    def manager(self) -> Actor:
        return self.cast.staff["site" if self.east else "site2"]

    @cached_property
    def worker(self) -> Actor:
        return self.cast.staff["caseworker" if self.east else "caseworker2"]

    @cached_property
    def liaison(self) -> Actor:
        return self.cast.staff["liaison"]

    def id(self, at: datetime, *labels: str) -> Id:
        """The same identifier for the same scene each time the story is told."""
        return derived_id(f"{int(at.timestamp() * 1000):012x}", self.group.key, *labels)

    def each(self, at: datetime, label: str) -> list[tuple[str, Id, date]]:
        """Every person of the group with the entry's id and the day."""
        return [(case, self.id(at, label, case), day_of(at)) for case in self.cases]

    # at the checkpoint

    def received(self, at: datetime) -> None:
        people = [self._person(somebody, number) for number, somebody in enumerate(self.group.people)]
        told = () if self.group.reach == "received" and self.group.quirk == "unnamed" else ("next", "rights")
        self.cases = list(
            record_arrival(
                self.officer,
                site=self.cast.sites[CHECKPOINT],
                language=self.group.people[0].speaks,
                people=people,
                given=self.group.given,
                told=told,
                told_language="ar",
                happened_at=at,
                entry=self.id(at, "arrival"),
            )
        )

    def _person(self, somebody: Somebody, number: int) -> Person:
        alone = len(self.group.people) == 1
        family = self._is_family()
        return Person(
            name=somebody.name,
            nationality=somebody.nationality,
            sex="woman" if somebody.sex == "f" else "man",
            age=self._age(somebody),
            with_whom="alone" if alone else "family" if family else "companions",
            needs=self.group.needs if number == 0 else (),
            belongings=("1 bag", "1 telephone, broken") if number == 0 else (),
        )

    def _is_family(self) -> bool:
        return self.group.key not in {"report", "tajik-men", "dutch-men", "four-men"}

    @staticmethod
    def _age(somebody: Somebody) -> str:
        years = today().year - somebody.born
        return "child" if years < 13 else "youth" if years < 18 else "adult"

    def sent(self, at: datetime) -> None:
        there, self.road = self.cast.sites[self.group.to], self.id(at, "sent")
        send_transfer(self.officer, people=self.cases, to_site=there, happened_at=at, entry=self.road)

    def arrived_at_site(self, at: datetime) -> None:
        receive_transfer(self.manager, group=self.road, people=self.cases, happened_at=at, entry=self.id(at, "here"))

    # at the site

    def housed(self, at: datetime) -> None:
        self._cared_for(at)
        assign_place(
            self.manager, places=dict(zip(self.cases, self._places(), strict=True)), entry=self.id(at, "place")
        )

    def _cared_for(self, at: datetime) -> None:
        """A child alone is housed only where staff are day and night, once somebody has decided on it."""
        for case, entry, day in self.each(at, "care"):
            if len(self.cases) == 1 and case_for(self.worker, case).age in UNDER_AGE:
                said = {"decided_by": "Child protection and the case worker, with him", "review_on": day + CARE}
                arrange_care(self.worker, case=case, arrangement="supervised", entry=entry, **said)

    def _places(self) -> list[str]:
        offer = offers_for(self.manager, [case_for(self.manager, case) for case in self.cases])[0]
        return [bed.id for bed in offer.free[: len(self.cases)]]

    def named(self, at: datetime) -> None:
        for case, entry, _day in self.each(at, "worker"):
            assign_case_worker(self.manager, case=case, worker=self.worker.id, entry=entry)
            record_liberty(
                self.manager,
                case=case,
                may_leave="no",
                by="Command of the River Group",
                organisation=self.manager.organisation,
                told_on=day_of(at),
                told_language=self.group.people[0].speaks,
                entry=derived_id(entry, "liberty"),
            )
        if self.group.quirk == "interpreter" or self.group.interpreter_days:
            self._without_interpreter(at)

    def _without_interpreter(self, at: datetime) -> None:
        coordinator = self.cast.staff["coordinator"].id
        for case, entry, day in self.each(at, "no interpreter"):
            (step,) = [matter for matter in self._open(case, "step") if matter.what == "heard"]
            declare_block(
                self.worker, case=case, matter=step.id, what="no_interpreter", on=day, staff=coordinator, entry=entry
            )

    @staticmethod
    def _open(case: str, kind: str) -> list["Matter"]:
        return [matter for matter in matters_of(case) if matter.kind == kind and matter.closed_on is None]

    def heard(self, at: datetime) -> None:
        for case, entry, day in self.each(at, "heard"):
            for block in self._open(case, "block"):
                lift_block(self.worker, case=case, matter=block.id, on=day, entry=derived_id(entry, "lift"))
            onwards.record_wish(
                self.worker,
                case=case,
                entry=entry,
                on=day,
                wish=self.group.wish,
                country=self.group.country or country_name(self.group.people[0].nationality),
                language=self.group.people[0].speaks,
                informed="What each way means, how long each takes, and that a wish may change or be taken back.",
            )
            self._choose(case, day, derived_id(entry, "way"))

    def _choose(self, case: str, day: date, entry: str) -> None:
        """Whose wish the first way does not lead to is put on another, the same day and with a reason."""
        way = WAYS.get(self.group.wish) if self.group.reach == "heard" else None
        if way is None:
            return
        reason = "They were told of every way, and it is what they wish themselves."
        onwards.choose_pathway(self.worker, case=case, entry=entry, on=day, pathway=way, reason=reason)
        if way == "cannot_return":
            onwards.record_step(
                self.worker,
                case=case,
                entry=derived_id(entry, "counsel"),
                on=day,
                step="counsel_offered",
                done=True,
                evidence="The lawyer of the relief organisation was offered; the person said yes.",
            )

    # between the steps

    def needs_are_met(self, at: datetime) -> None:
        for case, entry, _day in self.each(at, "needs"):
            for number, need in enumerate(self._open(case, "need")):
                by = {"health": self.cast.staff["health"], "child": self.cast.staff["child"]}
                meets = by.get(need.compartment, self.manager)
                meet_need(meets, case=case, need=need.id, entry=derived_id(entry, str(number)))

    def card_made(self, at: datetime) -> None:
        card = issue_card(self.worker, case=self.cases[0], entry=self.id(at, "card"))
        if self.group.card_of:
            self.shown(self.group.card_of, card.code, card.pin)

    def asks(self, at: datetime) -> None:
        self._ask(at, self.group.question)

    def asks_again(self, at: datetime) -> None:
        reason = "To write to the consulate again."
        open_identity(self.liaison, case=self.cases[0], reason=reason, entry=self.id(at, "opening"))
        self._ask(at, "How long will the consulate still take?")

    def _ask(self, at: datetime, words: str) -> None:
        resident = Actor(id=self.cases[0], roles=frozenset({"resident"}), language="en")
        ask_question(resident, case=self.cases[0], words=words, entry=self.id(at, "question"))

    def asks_to_be_erased(self, at: datetime) -> None:
        resident = Actor(id=self.cases[0], roles=frozenset({"resident"}), language="en")
        ask_own_erasure(resident, entry=self.id(at, "erasure"))

    def says_why(self, at: datetime) -> None:
        silent = self.group.quirk == "silent"
        by = self.liaison if silent else self.worker
        reason = "waiting_for_outside_body" if silent else "no_interpreter"
        words = "Written to them twice." if silent else "Two other sites have been asked."
        for case, entry, _day in self.each(at, "why"):
            owed = [step for step in self._open(case, "step") if silent or step.what == "heard"]
            for late in (step for step in owed if step.late_by(today())):
                explain_overrun(
                    by, case=case, matter=late.id, reason=reason, words=words, entry=derived_id(entry, late.id)
                )

    def is_answered(self, at: datetime) -> None:
        words = "I have asked, and will tell you on Thursday what I heard. You can ask me again at any time."
        question = questions_of(self.worker, self.cases[0])[0]
        answer_question(self.worker, question=question.id, words=words, language="en", entry=self.id(at, "answer"))
