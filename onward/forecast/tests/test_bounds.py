import math

import numpy as np
import pytest

from onward.forecast.boosting import boost
from onward.forecast.conformal import bounds, cold_bounds, days_at, residual
from onward.forecast.words import explained


def test_twenty_cases_are_enough_to_be_honest():
    chance = np.random.default_rng(1)
    held = []
    for _ in range(300):
        days = chance.lognormal(3.0, 1.0, 20)
        told = cold_bounds(days, np.ones(20, bool), np.arange(20)).of(np.zeros(1, dtype=np.int64))[0]
        least, most = days_at(np.ones(2), told[3:5])
        held.append(least <= chance.lognormal(3.0, 1.0) <= most)
    assert 0.87 <= np.mean(held) <= 0.93


def test_a_residual_and_its_days_undo_each_other():
    days, said = np.array([0.0, 0.5, 30.0]), np.array([2.0, 0.0, 10.0])
    assert np.allclose(days_at(said, residual(days, said)), days)
    assert days_at(said, np.full(3, np.inf)).tolist() == [math.inf] * 3


def test_a_state_of_its_own_has_bounds_of_its_own():
    off = np.concatenate([np.linspace(-1, 1, 100), np.linspace(4, 5, 100), np.zeros(3)])
    states = np.repeat([0, 1, 2], [100, 100, 3])
    learned = bounds(off, np.ones(203, bool), states)
    own = learned.of(np.array([0, 1, 2, 9]))
    assert own[0, 4] <= 1 < 4 <= own[1, 4]
    assert np.array_equal(own[2], own[3])  # too few, and never seen: bounds of all


def test_trees_learn_a_step_and_are_the_same_each_time():
    chance = np.random.default_rng(2)
    numbers = chance.random((3_000, 4))
    target = np.where(numbers[:, 1] > 0.5, 10.0, 0.0) + chance.normal(0, 0.1, 3_000)
    for middle in (True, False):
        said = boost(numbers, target, middle=middle).predict(numbers)
        assert np.abs(said - target).mean() < 1.0
        assert np.array_equal(said, boost(numbers, target, middle=middle).predict(numbers))


def test_trees_take_one_row():
    assert boost(np.zeros((1, 3)), np.array([7.0]), middle=False).predict(np.ones((2, 3))) == pytest.approx([7.0, 7.0])


def test_words_are_no_surer_than_the_numbers():
    assert explained(12.4, math.inf) == "at least 12 days; no honest upper bound yet"
    assert explained(1.2, math.inf) == "at least 1 day; no honest upper bound yet"
    assert explained(12.4, 40.2) == "between 12 and 41 days, 9 times out of 10"
    with pytest.raises(ValueError, match="rising order"):
        explained(5, 4)
