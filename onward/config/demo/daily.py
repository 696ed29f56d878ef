"""What staff do from day to day, beside anybody's way: handing over, reminders."""

from collections.abc import Callable, Iterable
from datetime import datetime, time, timedelta

from django.utils import timezone

from onward.access.rules import Actor
from onward.cases.actions import note_reminder
from onward.cases.queries import caseload_for
from onward.config.demo.cast import Cast
from onward.desk.actions import hand_over_cases
from onward.kit.dates import now, telling, today
from onward.kit.ids import Id, derived_id


class Daily:
    """The last weeks at Azaz East."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast

    def tell(self) -> None:
        """Everything, in order of time."""
        for days, hour, act in self._moments():
            at = datetime.combine(today() - timedelta(days=days), time(hour), tzinfo=timezone.get_default_timezone())
            if at < now():
                with telling(at):
                    act(self)

    @staticmethod
    def _moments() -> Iterable[tuple[int, int, Callable[["Daily"], None]]]:
        return (
            (2, 15, Daily.hands_over),
            (1, 9, Daily.is_reminded),
        )

    @property
    def worker(self) -> Actor:
        return self.cast.staff["caseworker"]

    @staticmethod
    def id(*labels: str) -> Id:
        return derived_id(f"{int(now().timestamp() * 1000):012x}", "daily", *labels)

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
