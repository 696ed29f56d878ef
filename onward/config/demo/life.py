"""What happens to one group, step by step, by the acts that the screens call."""

from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property

from onward.access.rules import Actor
from onward.care.actions import answer_question, ask_question
from onward.care.queries import questions_of
from onward.cases.actions import assign_case_worker, issue_card, note_identity, record_liberty
from onward.cases.queries import case_for
from onward.config.demo.cast import CHECKPOINT, EAST, Cast
from onward.config.demo.people import Group, Somebody
from onward.homecoming import actions as onwards
from onward.homecoming.queries import Standing
from onward.kit.dates import day_of
from onward.kit.ids import Id, derived_id
from onward.reception.actions import record_arrival
from onward.reception.rules import Person
from onward.shelter.actions import assign_place, receive_transfer, send_transfer
from onward.shelter.queries import board_for
from onward.waiting.actions import declare_block, lift_block
from onward.waiting.queries import matters_of


class Life:
    """One group's story. Each method is a scene and gets the moment at which it happens."""

    def __init__(self, cast: Cast, group: Group, shown: Callable[[str, str], None]) -> None:
        self.cast, self.group, self.shown = cast, group, shown
        self.cases: list[str] = []
        self.between: dict[str, int] = {}

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
            sex="female" if somebody.sex == "f" else "male",
            age=self._age(somebody),
            with_whom="alone" if alone else "family" if family else "companions",
            needs=self.group.needs if number == 0 else (),
            belongings=("1 bag", "1 telephone, broken") if number == 0 else (),
        )

    def _is_family(self) -> bool:
        return self.group.key not in {"report", "tajik-men", "dutch-men", "four-men"}

    @staticmethod
    def _age(somebody: Somebody) -> str:
        years = 2026 - somebody.born
        return "child" if years < 13 else "youth" if years < 18 else "adult"
