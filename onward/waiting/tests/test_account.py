"""The account of days over generated histories, held against a reading of the rule day by day."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from onward.cases.events import CaseEvent, CaseOpenedEvent, Holder
from onward.journal import fold
from onward.journal.entries import Entry
from onward.waiting.rules.account import Account, account, accounts
from onward.waiting.tests.histories import FIRST, histories
from tests.pace import examples

Day = tuple[str, str, tuple[str, str], bool]
NOTHING: Day = ("", "", ("nobody", ""), True)
ONE = timedelta(days=1)


def standing(entries: Sequence[Entry]) -> list[tuple[Any, Entry, CaseEvent]]:
    told = [(order, each, each.event) for order, each in enumerate(fold.effective(entries))]
    return [((e.day, e.happened_at, order), e, event) for order, e, event in told if isinstance(event, CaseEvent)]


def open_matters(entries: Sequence[Entry], day: date) -> dict[str, dict[str, Any]]:
    """The matters that are open at the last instant of a day, read naively."""
    matters: dict[str, dict[str, Any]] = {}
    said = standing(entries)
    for when, entry, event in said:
        for one in event.opens:
            matters.setdefault(one.id, {"said": one, "when": when, "entry": entry.id, "open": when[0] <= day})
    way = ""
    for when, entry, event in sorted(said, key=lambda one: one[0]):
        if when[0] > day:
            continue
        for closes in event.closes:
            matters.get(closes.id, {})["open"] = False
        for holds in event.holds:
            if holds.id in matters:
                matters[holds.id] |= {"holder": holds.holder} | ({"reason": holds.reason} if holds.reason else {})
        for matter in matters.values() if event.pathway and way and event.pathway != way else ():
            earlier = matter["when"] < when and matter["when"][2] < when[2]
            if matter["said"].kind == "step" and earlier and matter["entry"] != entry.id:
                matter["open"] = False
        way = event.pathway or way
    return {key: one for key, one in matters.items() if one["open"] and one["said"].compartment == "record"}


def stay_on(said: Sequence[tuple[Any, Entry, CaseEvent]], day: date) -> Any:
    """When the stay of a day began (of the first one, before everything); None on a day of no stay."""
    if not said:
        return None
    first = min([when for when, _e, event in said if isinstance(event, CaseOpenedEvent)] or [w for w, _e, _v in said])
    again = sorted(when for when, _e, event in said if event.facts.get("ended") == "" and when > first)
    begun = [when for when in (first, *again) if when[0] <= day]
    if not begun:
        return None
    since = begun[-1] if len(begun) > 1 else (date.min,)
    later = [when for when in again if when[0] > day]
    ends = [w[0] for w, _e, event in said if event.facts.get("ended") and since < w and w < (later or [(date.max,)])[0]]
    return None if ends and day >= min(ends) else since


def day_of(entries: Sequence[Entry], day: date) -> Day:
    """Whose a day was, by the rule, read for that day alone."""
    said = standing(entries)
    found = stay_on(said, day)
    if found is None:
        return NOTHING
    matters = {key: one for key, one in open_matters(entries, day).items() if found <= one["when"]}
    age = {key: (one["when"][0], one["entry"], key) for key, one in matters.items()}
    steps = [key for key, one in matters.items() if one["said"].kind in ("step", "transfer")]
    if not steps:
        return NOTHING
    step = last = min(steps, key=lambda key: (matters[key]["said"].rank, age[key]))
    seen = {step}
    while blocking := [key for key, one in matters.items() if one["said"].blocks == last and key not in seen]:
        last = min(blocking, key=lambda key: age[key])
        seen.add(last)
    holder: Holder = matters[last].get("holder", matters[last]["said"].holder)
    reason = matters[last].get("reason", matters[last]["said"].reason)
    named = bool(reason) if holder.kind == "resident" else holder.kind != "nobody" and bool(holder.id or holder.name)
    who = (holder.kind, holder.id or holder.name) if named else ("nobody", "")
    return matters[step]["said"].what, matters[last]["said"].what, who, not named


def told(of: Account) -> list[tuple[date, Day, bool]]:
    days = []
    for row in of.rows:
        for number in range(row.days):
            holder = (row.holder.kind, row.holder.id or row.holder.name)
            days.append((row.start + number * ONE, (row.step, row.what, holder, row.unexplained), row.late))
    return days


@settings(max_examples=examples(400))
@given(histories(), st.integers(-2, 90))
def test_every_day_of_every_stay_is_somebodys_or_unexplained(entries: list[Entry], length: int) -> None:
    until = FIRST + length * ONE
    stays = accounts(entries, until=until)
    assert account(entries, until=until) == stays[-1]
    for whole in stays:
        assert [day for day, _owner, _late in told(whole)] == [whole.start + n * ONE for n in range(whole.days)]
        assert sum(row.days for row in whole.rows) == whole.days
        assert all(row.days > 0 for row in whole.rows)
        explained = sum(row.days for row in whole.rows if not row.unexplained and not row.late)
        assert explained + whole.late + whole.unexplained == whole.days
    days = [day for whole in stays for day in told(whole)]
    here = [FIRST + n * ONE for n in range(-120, length) if stay_on(standing(entries), FIRST + n * ONE) is not None]
    assert [day for day, _owner, _late in days] == here
    for day, owner, late in days:
        assert owner == day_of(entries, day)
        known = [entry for entry in entries if entry.recorded_on <= day + 7 * ONE]
        assert late == (not owner[3] and day_of(known, day) != owner)


@settings(max_examples=examples(100))
@given(histories())
def test_a_day_belongs_to_the_site_of_that_day(entries: list[Entry]) -> None:
    whole = account(entries, until=FIRST + 60 * ONE)
    assert whole is not None
    for row in whole.rows:
        moved = [(when, event.moves.site) for when, _e, event in standing(entries) if event.moves and event.moves.site]
        moved += [(when, event.site) for when, _e, event in standing(entries) if isinstance(event, CaseOpenedEvent)]
        for number in range(row.days):
            there = [one for one in moved if one[0][0] <= row.start + number * ONE]
            assert row.site == (max(there)[1] if there else "")


@settings(max_examples=examples(100))
@given(histories(), st.integers(0, 90))
def test_the_account_does_not_depend_on_when_it_is_asked(entries: list[Entry], length: int) -> None:
    early, late = (account(entries, until=FIRST + n * ONE) for n in (length, length + 30))
    assert early is not None
    assert late is not None
    assert told(late)[: early.days] == told(early)
