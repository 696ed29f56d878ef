import numpy as np
import pytest

from onward.forecast.features import features_of
from onward.forecast.log import DAY, log_of
from onward.forecast.tests.made import START, made


def always(chance, step):
    return [2.0, 3.0, 5.0][step]


def test_the_days_of_the_steps_add_up():
    log = made(always, cases=200)
    told = features_of(log).steps[-100:]
    usual = np.array([10.0, 8.0, 5.0])
    states = log.activity[-100:]
    ongoing = states < 3
    assert told[ongoing] == pytest.approx(usual[states[ongoing]], rel=0.01)


def test_a_last_step_that_became_quicker_shows_before_whole_cases_do():
    rows = []
    for number in range(400):
        at = START + number * DAY
        middle = at + 30 * DAY
        end = middle + (2 if middle > START + 200 * DAY else 20) * DAY
        rows += [(f"c{number}", "come", at), (f"c{number}", "ready", middle), (f"c{number}", "gone", end)]
    log = log_of(rows)
    features = features_of(log)
    came = np.flatnonzero((log.activity == 0) & (log.at > START + 215 * DAY) & (log.at < START + 220 * DAY))
    assert (features.steps[came] < features.lately[came]).all()
    assert (features.lately[came] == 50).all()
    assert (features.steps[came] < 47).all()


def test_cases_that_go_in_circles_come_to_an_end():
    rows = [("c", "ab"[n % 2], START + n * DAY) for n in range(200)]
    assert np.isfinite(features_of(log_of(rows, still_open=["c"])).steps[100:]).all()
