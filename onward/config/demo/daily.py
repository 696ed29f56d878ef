"""What staff do from day to day, beside anybody's way: handing over, reminders."""

from collections.abc import Callable, Iterable
from datetime import datetime, time, timedelta

from django.utils import timezone

from onward.access.rules import Actor
from onward.cases.actions import note_reminder, print_sheets
from onward.cases.queries import caseload_for, sheets_for
from onward.config.demo.cast import EAST, Cast
from onward.desk.actions import hand_over_cases
from onward.kit.dates import now, telling, today
from onward.kit.ids import Id, derived_id
from onward.shelter.actions import take_roster
from onward.shelter.actions.diary import answer_promise, note_meeting, plan_occasion
from onward.shelter.queries import roster_for
from onward.shelter.queries.diary import promises_owed
from onward.shelter.rules.diary import Asked


class Daily:
    """The last weeks at Azaz East."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast

    def tell(self) -> None:
        """Everything, in order of time."""
        for days, hour, act in sorted(self.moments(), key=lambda one: (-one[0], one[1])):
            at = datetime.combine(today() - timedelta(days=days), time(hour), tzinfo=timezone.get_default_timezone())
            if at < now():
                with telling(at):
                    act()

    def moments(self) -> Iterable[tuple[int, int, Callable[[], None]]]:
        """What happens how many days ago, and at what hour."""
        return (
            (8, 9, self.prints_forms),
            (9, 10, self.puts_on_the_calendar),
            (6, 16, self.committee_meets),
            (3, 12, self.keeps_a_promise),
            (2, 15, self.hands_over),
            (1, 9, self.is_reminded),
        )

    @property
    def worker(self) -> Actor:
        return self.cast.staff["caseworker"]

    @staticmethod
    def id(*labels: str) -> Id:
        return derived_id(f"{int(now().timestamp() * 1000):012x}", "daily", *labels)

    @property
    def east(self) -> str:
        return self.cast.sites[EAST]

    def prints_forms(self) -> None:
        manager = self.cast.staff["site"]
        for sort, many in (("roster", 1), ("incident", 3)):
            print_sheets(manager, site=self.east, sort=sort, many=many, entry=self.id("paper", sort))
        roster = sheets_for(manager, self.id("paper", "roster"))[0]
        here = [one.case for one in roster_for(manager, self.east).people]
        take_roster(manager, site=self.east, present=here[:-1], entry=roster.entry)

    def puts_on_the_calendar(self) -> None:
        weekly: tuple[tuple[str, str, int, time, str, str], ...] = (
            ("distribution", "Bread, oil and soap", 1, time(9), "The big tent", "everybody"),
            ("clinic", "Midwife", 2, time(10, 30), "Block B", "women"),
            ("meeting", "Tea and news", 3, time(16), "The big tent", "everybody"),
            ("celebration", "Football", 4, time(15), "Behind block C", "children"),
        )
        for sort, title, days, begins, where, audience in weekly:
            plan_occasion(
                self.cast.staff["site"],
                site=self.east,
                sort=sort,
                title=title,
                day=today() + timedelta(days=days),
                begins=begins,
                minutes=90,
                times=6,
                where=where,
                audience=audience,
                entry=self.id(title),
            )

    def committee_meets(self) -> None:
        promises = [
            Asked("Four lamps by the latrines", self.cast.staff["site"].id, today() + timedelta(days=4)),
            Asked("A list of who may write letters for others", self.worker.id, today() + timedelta(days=10)),
        ]
        note_meeting(
            self.worker,
            site=self.east,
            on=today(),
            topics="Light at night. The queue for water. How long answers take.",
            asked="The women of block B ask for lamps. The committee asks to be told each week what is waited for.",
            promises=promises,
            entry=self.id("committee"),
        )

    def keeps_a_promise(self) -> None:
        own = promises_owed(self.cast.staff["site"], size=1)[0][0]
        words = "They hang since this morning."
        answer_promise(self.cast.staff["site"], promise=own.id, kept=True, words=words, entry=self.id("lamps"))

    def hands_over(self) -> None:
        own = [case.id for case in caseload_for(self.worker, self.worker.id)]
        words = "He asks every day about his brother; an answer from the tracing officer is due on Thursday."
        to = self.cast.staff["caseworker3"].id
        hand_over_cases(self.worker, cases=own[-2:], worker=to, words=words, entry=self.id("handover"))

    def is_reminded(self) -> None:
        case = caseload_for(self.worker, self.worker.id)[0].id
        for number, words in enumerate(("Ask whether the shoes fit.", "Bring the photographs from the consulate.")):
            on = today() + timedelta(days=1 + 3 * number)
            note_reminder(self.worker, case=case, on=on, words=words, entry=self.id("reminder", str(number)))
