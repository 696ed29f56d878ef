"""Residents with days that nobody can explain: at present, or long past."""

from datetime import date

import msgspec
from django.db.models import Exists, F, IntegerField, OuterRef, Sum, Value
from django.db.models.functions import Coalesce, Least

from onward.access.rules import Actor, Reader
from onward.cases.queries import ids_within, readers_of
from onward.kit.dates import today
from onward.waiting.models import Stretch
from onward.waiting.queries.ledger.words import step_words
from onward.waiting.queries.titles import office_words


class Unexplained(msgspec.Struct, frozen=True, kw_only=True):
    """One resident: of so many days so many unexplained, the last of them at this step; `now` where they go on.

    `since`: the first of these days. `after` is where the next page begins after this line.
    """

    case: str
    days: int
    unexplained: int
    since: date
    now: bool
    step: str
    office: str

    @property
    def after(self) -> str:
        return f"{self.unexplained}.{self.case}"


def unexplained_cases(actor: Actor, *, after: str = "", size: int = 25) -> list[Unexplained]:
    """Residents in the actor's reach with unexplained days, the most of them first, as far as the ledger is."""
    now = today().toordinal()
    nobodys = Stretch.objects.filter(named=False, first__lt=now)
    if not actor.everywhere:
        nobodys = nobodys.filter(Exists(ids_within(actor).filter(id=OuterRef("case"))))
    length = Least(Coalesce(F("last"), Value(now)), Value(now)) - F("first")
    found = nobodys.values("case").annotate(many=Sum(length, output_field=IntegerField()))
    many, _dot, case = after.partition(".")
    if case:
        found = found.filter(many__lt=int(many)) | found.filter(many=int(many), case__gt=case)
    most = list(found.order_by("-many", "case").values_list("case", "many")[:size])
    rows: dict[str, list[Stretch]] = {case: [] for case, _many in most}
    for row in Stretch.objects.filter(case__in=rows, first__lt=now).order_by("first"):
        rows[row.case].append(row)
    readers = readers_of(actor, rows.keys())
    return [_line(readers[case], case, many, rows[case], now) for case, many in most]


def _line(reader: Reader, case: str, many: int, rows: list[Stretch], now: int) -> Unexplained:
    nobodys = [row for row in rows if not row.named]
    last = nobodys[-1]
    return Unexplained(
        case=case,
        days=sum(min(now, row.last or now) - row.first for row in rows),
        unexplained=many,
        since=date.fromordinal(nobodys[0].first),
        now=last.last is None,
        step=step_words(reader, last.step),
        office=office_words(last.office),
    )
