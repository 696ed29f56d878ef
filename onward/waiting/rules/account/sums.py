"""Sums over many accounts: so many days, of so many people, by step, by holder, by site."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

from onward.waiting.rules.account.shape import Account, Row

By = Literal["step", "holder", "site"]
BY: tuple[By, ...] = ("step", "holder", "site")


class Sum(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a sum: what it is about, its days, how many of them nobody held or were explained late, of how many
    people. For a holder `key` is who held, and `office` who should have held what nobody did."""

    key: str
    office: str = ""
    name: str = ""
    days: int
    unexplained: int
    late: int
    people: int


def summed(accounts: Iterable[tuple[str, Account]], by: By, *, site: str, since: date, until: date) -> list[Sum]:
    """The days of these cases (id, account) at a site ("" = everywhere) from `since` up to, not including, `until`."""
    days: dict[tuple[str, str], list[int]] = {}
    names: dict[tuple[str, str], str] = {}
    people: dict[tuple[str, str], set[str]] = {}
    for case, of in accounts:
        for row in of.rows:
            many = (min(row.end, until) - max(row.start, since)).days
            if many <= 0 or site not in ("", row.site):
                continue
            key = _key(row, by)
            total = days.setdefault(key, [0, 0, 0])
            total[0] += many
            total[1] += many * row.unexplained
            total[2] += many * row.late
            people.setdefault(key, set()).add(case)
            names[key] = max(names.get(key, ""), row.holder.name if by == "holder" and row.named else "")
    return sorted_sums(
        Sum(
            key=key,
            office=office,
            name=names[key, office],
            days=d,
            unexplained=u,
            late=late,
            people=len(people[key, office]),
        )
        for (key, office), (d, u, late) in days.items()
    )


def _key(row: Row, by: By) -> tuple[str, str]:
    if by == "holder":
        return row.held_by, "" if row.named else row.holder.office
    return row.step if by == "step" else row.site, ""


def sorted_sums(sums: Iterable[Sum]) -> list[Sum]:
    """The most days first."""
    return sorted(sums, key=lambda one: (-one.days, one.key, one.office))
