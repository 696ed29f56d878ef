"""The ledger gives the same sums as the accounts of the persons, whatever was said, corrected, withdrawn or moved."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onward.access.rules import Actor
from onward.cases.events import Closes, Holder
from onward.journal import clock
from onward.journal.entries import Entry
from onward.journal.reading import history
from onward.kit.dates import telling, today
from onward.kit.errors import NotFound
from onward.waiting.events import BlockLifted
from onward.waiting.models import EverAt, Stretch
from onward.waiting.queries import matters_of
from onward.waiting.queries.ledger import catch_up, unexplained_cases, waits_for
from onward.waiting.queries.ledger.following import stretches_of
from onward.waiting.queries.ledger.stood import Read, sums_as_known
from onward.waiting.queries.ledger.sums import sums_for
from onward.waiting.rules.account import BY, Account, accounts, summed
from onward.waiting.tests.histories import FIRST, SITES, histories
from onward.waiting.tests.walk import NOON, Walk
from tests.cast import Cast
from tests.pace import examples
from tests.programme import Programme

ALL = Actor(id="a", everywhere=True)
WEST = Actor(id="b", sites=frozenset({SITES[1]}))  # type: ignore[arg-type]  # short names in tests
ONE = timedelta(days=1)


@settings(max_examples=examples(25), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(histories(), min_size=1, max_size=4), st.integers(-5, 60), st.integers(0, 90))
def test_sums_are_those_of_the_persons(programme: Programme, told: list[list[Entry]], begin: int, length: int) -> None:
    since, now = FIRST + begin * ONE, FIRST + 70 * ONE
    until = since + length * ONE
    told_of: list[tuple[str, Account]] = []
    Stretch.objects.all().delete()
    for number, said in enumerate(told):
        told_of += [(f"c{number}", stay) for stay in accounts(said, until=min(until, now))]
        for stay in accounts(said, until=date.max):
            Stretch.objects.bulk_create(stretches_of(f"c{number}", stay))
    with telling(clock.moment_of(clock.as_of(now - ONE) + 1)):
        assert today() == now
        for by in BY:
            expected = summed(told_of, by, site="", since=since, until=until)
            assert sums_for(ALL, by, since=since, until=until) == expected
            there = summed(told_of, by, site=SITES[1], since=since, until=until)
            assert sums_for(WEST, by, since=since, until=until) == there
            assert sum(one.days for one in expected) == _days(told_of, since, until)


def _days(stays: list[tuple[str, Account]], since: date, until: date) -> int:
    return sum(max(0, (min(of.end, until) - max(of.start, since)).days) for _case, of in stays)


def test_the_ledger_follows_the_journal_and_tells_how_far_it_is(programme: Programme, cast: Cast) -> None:
    start = today() - 40 * ONE
    walk = Walk(programme, cast, start)
    walk.step(start + 10 * ONE, "housed")
    assert not catch_up(seconds=0).missing
    assert {one.case for one in Stretch.objects.all()} == {walk.id}
    walk.step(start + 20 * ONE, "heard", wish="home")
    catch_up()
    rows = [(one.step, one.came_from, one.last is None) for one in Stretch.objects.order_by("first")]
    steps = [(step, came) for step, came, _open in rows if came is not None]
    assert steps == [("housed", ""), ("heard", "housed"), ("consented", "heard")]
    assert [still for _step, _came, still in rows] == [False] * (len(rows) - 1) + [True]
    (one,) = sums_for(cast.salma, "site", since=start, until=today())
    assert (one.key, one.days, one.people) == (cast.east, 40, 1)
    assert sums_for(cast.wafa, "site", since=start, until=today()) == []
    walk.step(today(), ended="returned")
    catch_up()
    assert [one.ended for one in Stretch.objects.order_by("-first")][:2] == ["returned", ""]


def test_it_stood_otherwise_before_it_was_told(programme: Programme, cast: Cast) -> None:
    start = today() - 40 * ONE
    with telling(clock.moment_of(clock.as_of(start)) + NOON):
        walk = Walk(programme, cast, start)
    walk.step(start + 10 * ONE, "housed")
    catch_up()
    assert EverAt.objects.filter(site=cast.east).count() == 1
    cut = clock.date_of(history(walk.id)[-1].recorded_at)
    then = sums_as_known(cast.cora, site=cast.east, since=start, until=today() + ONE, known=cut)
    assert {by: sum(one.days for one in lines) for by, lines in then.items()} == dict.fromkeys(BY, 40)
    before = sums_as_known(cast.cora, site=cast.east, since=start, until=today(), known=start - ONE)
    assert before == {by: [] for by in BY}
    Walk(programme, cast, start)
    catch_up()
    asked = {"site": cast.east, "since": start, "until": today() + ONE, "known": today()}
    assert sums_as_known(cast.cora, **asked, seconds=0) == Read(1, 2)
    Walk(programme, cast, start)  # what is said while it is read is left out
    parts = sums_as_known(cast.cora, **asked, seconds=0)
    assert isinstance(parts, dict)
    assert [sum(one.days for one in lines) for lines in parts.values()] == [80] * 3
    with pytest.raises(NotFound):
        sums_as_known(cast.wafa, site=cast.east, since=start, until=today(), known=cut)


def test_days_without_a_step_or_a_name_are_found_long_past_ones_too(programme: Programme, cast: Cast) -> None:
    start = today() - 40 * ONE
    past, stepless = Walk(programme, cast, start), Walk(programme, cast, start)
    past.step(start + 10 * ONE, "housed", held_by=Holder(office="case_worker"))
    past.step(start + 15 * ONE, "heard", wish="home")
    (housed,) = [one for one in matters_of(stepless.id) if one.closed_on is None]
    stepless.say(start + 30 * ONE, BlockLifted(block="", closes=(Closes(id=housed.id),)))
    catch_up()
    found = [(one.case, one.unexplained, one.days, one.now, one.office) for one in unexplained_cases(cast.cora)]
    assert found == [(stepless.id, 10, 40, True, ""), (past.id, 5, 40, False, "Case worker")]
    assert [one.case for one in unexplained_cases(cast.cora, after=f"10.{stepless.id}")] == [past.id]
    assert unexplained_cases(cast.omar) == []
    by = {(one.key, one.office): one.unexplained for one in sums_for(cast.cora, "holder", since=start, until=today())}
    assert by["", "case_worker"] == 5
    assert by["", ""] == 10
    (wait,) = [one for one in waits_for(cast.cora) if not one.step]
    assert (wait.people, wait.held[0].whose) == (1, "nobody")
