import numpy as np
import pytest

from onward.forecast.survival import aalen_johansen, kaplan_meier

# Remission in weeks under 6-mercaptopurine, Freireich et al., Blood 21, 1963; + in the paper is False here.
WEEKS = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
ENDED = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]


def slow_share(waits, ended, time, weights, beyond):
    share = 1.0
    for moment in sorted({w for w, e in zip(waits, ended, strict=True) if e and w <= time}):
        waiting = beyond + sum(g for w, g in zip(waits, weights, strict=True) if w >= moment)
        ending = sum(g for w, e, g in zip(waits, ended, weights, strict=True) if e and w == moment)
        share *= 1 - ending / waiting
    return share


def test_it_agrees_with_the_printed_table():
    curve = kaplan_meier(np.array(WEEKS, float), np.array(ENDED, bool))
    assert curve.times.tolist() == [6, 7, 10, 13, 16, 22, 23]
    assert curve.share.round(3).tolist() == [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    assert float(curve.quantile(0.5)) == 23
    assert float(curve.quantile(0.6)) == np.inf
    assert curve.after(np.array([0.0, 6.0, 6.5, 100.0])).round(3).tolist() == [1.0, 0.857, 0.857, 0.448]


@pytest.mark.parametrize("seed", range(30))
def test_it_agrees_with_a_slow_one(seed):
    chance = np.random.default_rng(seed)
    count = int(chance.integers(1, 40))
    waits = chance.integers(-3, 12, count).astype(float)
    ended, weights = chance.random(count) < 0.7, chance.random(count) + 0.1
    beyond = float(seed % 2)
    curve = kaplan_meier(waits, ended, weights, beyond)
    for time in range(-4, 13):
        assert float(curve.after(time)) == pytest.approx(slow_share(waits, ended, time, weights, beyond), abs=1e-9)


def test_without_open_cases_it_counts():
    waits = np.arange(1.0, 11.0)
    curve = kaplan_meier(waits, np.ones(10, bool))
    assert [float(curve.quantile(level)) for level in (0.1, 0.5, 0.95, 1.0)] == [1, 5, 10, 10]


def test_one_who_is_still_to_come_leaves_the_end_open():
    curve = kaplan_meier(np.arange(1.0, 10.0), np.ones(9, bool), beyond=1.0)
    assert float(curve.quantile(0.9)) == 9
    assert float(curve.quantile(0.95)) == np.inf


def test_open_cases_alone_say_nothing():
    curve = kaplan_meier(np.array([1.0, 2.0]), np.zeros(2, bool))
    assert float(curve.quantile(0.5)) == np.inf
    assert float(curve.after(5.0)) == 1.0


def test_lengths_that_differ_are_refused():
    with pytest.raises(ValueError, match="as many as each other"):
        kaplan_meier(np.array([1.0]), np.zeros(2, bool))
    with pytest.raises(ValueError, match="at least one"):
        aalen_johansen(np.array([]), np.array([], int), 2)


def slow_ways(waits, causes, count):
    share, told, rows = 1.0, [0.0] * count, []
    for moment in sorted(set(waits)):
        waiting = sum(w >= moment for w in waits)
        here = [sum(w == moment and c == way + 1 for w, c in zip(waits, causes, strict=True)) for way in range(count)]
        told = [t + share * h / waiting for t, h in zip(told, here, strict=True)]
        share *= 1 - sum(here) / waiting
        rows.append(told)
    return rows


@pytest.mark.parametrize("seed", range(20))
def test_ways_that_compete_agree_with_a_slow_count(seed):
    chance = np.random.default_rng(seed)
    waits = chance.integers(0, 9, 30).astype(float)
    causes = chance.integers(0, 4, 30)
    times, told = aalen_johansen(waits, causes, 3)
    assert times.tolist() == sorted(set(waits))
    assert np.allclose(told, slow_ways(waits.tolist(), causes.tolist(), 3), atol=1e-9)


def test_ways_and_still_waiting_are_all_there_is():
    chance = np.random.default_rng(3)
    waits, causes = chance.exponential(5, 200), chance.integers(0, 3, 200)
    times, told = aalen_johansen(waits, causes, 2)
    waiting = kaplan_meier(waits, causes > 0).after(times)
    assert np.allclose(told.sum(axis=1) + waiting, 1.0, atol=1e-9)
