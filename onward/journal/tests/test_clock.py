from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.journal import clock, reading
from onward.kit import dates
from onward.kit.ids import new_id
from tests.toy.events import Filled

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)


@pytest.fixture
def machine(monkeypatch):
    """A machine whose wall clock and steady clock the test turns by hand."""

    class Machine:
        wall = int(NOON.timestamp() * 1000)
        steady = 5_000

        def pass_time(self, **span: float) -> None:
            self.turn(**span)
            self.steady += int(timedelta(**span).total_seconds() * 1000)

        def turn(self, **span: float) -> None:
            self.wall += int(timedelta(**span).total_seconds() * 1000)

    made = Machine()
    monkeypatch.setattr(clock, "_wall_ms", lambda: made.wall)
    monkeypatch.setattr(clock, "_steady_ms", lambda: made.steady)
    clock.forget()
    yield made
    clock.forget()


@given(st.lists(st.integers(-80_000_000, 80_000_000), max_size=30))
def test_it_never_runs_backwards(steps):
    last, wall = 0, int(NOON.timestamp() * 1000)
    for step in steps:
        wall += step
        with dates.telling(datetime.fromtimestamp(wall / 1000, UTC)):
            now = clock.tick(last)
        assert now > last
        last = now


def test_it_carries_the_wall_clock_and_counts_within_a_millisecond(machine):
    first = clock.tick(0)
    assert clock.moment_of(first) == NOON
    assert clock.tick(first) == first + 1
    machine.pass_time(seconds=1)
    assert clock.moment_of(clock.tick(first + 1)) == NOON + timedelta(seconds=1)


def test_a_clock_set_back_a_little_goes_on_counting(machine):
    first = clock.tick(0)
    machine.turn(hours=-5)
    assert clock.tick(first) == first + 1


@pytest.mark.parametrize("span", [{"days": 2}, {"days": -2}, {"days": 3650}, {"days": -3650}])
def test_a_jump_over_a_day_is_refused_until_confirmed(machine, span):
    last = clock.tick(0)
    machine.turn(**span)
    with pytest.raises(clock.ClockJumped):
        clock.tick(last)
    assert clock.has_jumped(last)
    clock.confirm()
    assert not clock.has_jumped(last)
    assert clock.tick(last) > last


def test_days_that_really_passed_are_no_jump(machine):
    last = clock.tick(0)
    machine.pass_time(days=30)
    assert clock.moment_of(clock.tick(last)) == NOON + timedelta(days=30)


def test_a_start_long_after_the_last_entry_wants_a_look_at_the_date(machine):
    last = clock.tick(0)
    machine.turn(days=3)
    clock.forget()
    with pytest.raises(clock.ClockJumped):
        clock.tick(last)
    clock.confirm()
    clock.tick(last)


def test_a_jump_stops_writing_and_nothing_else(programme, machine):
    jar = new_id()
    programme.say(Filled(marbles=1), stream=jar)
    machine.turn(days=400)
    with pytest.raises(clock.ClockJumped):
        programme.say(Filled(marbles=2), stream=jar)
    assert len(reading.history(jar)) == 1
    clock.confirm()
    assert programme.say(Filled(marbles=2), stream=jar).number == 2


def test_a_story_is_recorded_in_its_own_time(programme):
    with programme.at(NOON):
        said = programme.say(Filled(marbles=1), stream=new_id())
    assert (said.happened_at, said.recorded_on, said.day) == (NOON, NOON.date(), NOON.date())


def test_the_cut_of_a_day_takes_in_that_day(programme):
    jar = new_id()
    for day in (0, 1, 2):
        with programme.at(NOON + timedelta(days=day)):
            programme.say(Filled(marbles=day), stream=jar)
    known = clock.as_of((NOON + timedelta(days=1)).date())
    assert len(reading.history(jar, known=known)) == 2
