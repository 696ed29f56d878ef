import numpy as np
import pytest

from onward.forecast.evaluate import held_out, replayed
from onward.forecast.log import DAY, LogError, log_of
from onward.forecast.replay import FIRST, known, replay
from onward.forecast.tests.made import START, cut, exponential, made, mixture, slower


def open_share(log):
    begun = np.cumsum(np.diff(np.maximum.accumulate(log.case), prepend=-1) > 0)
    ended = np.cumsum(np.bincount(log.last, minlength=len(log) + 1)[: len(log)])
    return 1 - ended / begun


def lasting(chance, step):
    return chance.exponential(60.0)


@pytest.mark.parametrize(
    "log",
    [made(exponential, seed=2), made(mixture, seed=3)],
    ids=["exponential", "mixture"],
)
def test_intervals_hold_as_often_as_they_say(log):
    figures = replayed(log)
    assert 0.86 <= figures["coverage_90"] <= 0.95
    assert 0.75 <= figures["coverage_80"] <= 0.88
    assert figures["worst_tenth_90"] >= 0.75
    ended = np.isfinite(replay(log).most[:, 1])
    few_open = open_share(log) < 0.2
    assert ended[few_open].mean() >= 0.95


def test_they_follow_when_every_wait_doubles():
    figures = replayed(made(exponential, seed=4, cases=900, change=slower))
    assert figures["coverage_90"] >= 0.8
    assert figures["worst_tenth_90"] >= 0.6  # those who came just before nobody could know


def test_where_most_is_open_bounds_still_hold_or_are_not_given():
    log = made(lasting, cases=600, pace=6.0, seed=5)
    told = replay(cut(log, 100))
    rows = np.flatnonzero(told.model >= 0)
    took = (log.at[log.last[log.case[rows]]] - log.at[rows]) / DAY
    rest = took > 1e-9
    within = (told.least[rows, 1] <= took + 1e-6) & (took <= told.most[rows, 1] + 1e-6)
    assert within[rest].mean() >= 0.84
    assert np.isinf(told.most[rows, 1]).mean() > 0.2


def test_what_comes_later_never_reaches_back():
    log = made(mixture, cases=150, seed=6)
    place = len(log) // 2
    chance = np.random.default_rng(0)
    later = np.arange(len(log)) >= place
    # Other activities, other times and another order of what is to come; each case that goes on still goes on.
    order = np.concatenate([np.arange(place), place + chance.permutation(len(log) - place)])
    case, last = log.case[order], np.zeros(len(log.cases), dtype=np.int64)
    at = np.where(later, log.at[place] + np.cumsum(later * chance.exponential(5 * DAY, len(log))), log.at)
    last[case] = np.arange(len(log))
    other = type(log)(
        case, np.where(later, chance.integers(0, 9, len(log)), log.activity), np.where(later, 5, log.resource), at,
        last, log.outcome, log.cases, tuple("abcdefghi"), log.outcomes,
    )  # fmt: skip
    first, second = replay(log), replay(other)
    for name in ("middle", "least", "most", "model", "plain"):
        assert np.array_equal(getattr(first, name)[:place], getattr(second, name)[:place], equal_nan=True), name
    assert (first.model[:place] >= 0).any()


def test_a_log_cut_short_tells_the_same_up_to_there():
    log = made(exponential, cases=150, seed=7)
    short = cut(log, 20)
    first, second = replay(log), replay(short)
    assert np.array_equal(first.most[: len(short)], second.most, equal_nan=True)


def test_known_is_what_was_known():
    log = log_of([("a", "x", START), ("b", "x", START + DAY), ("a", "y", START + 2 * DAY), ("b", "y", START + 9 * DAY)])
    now = known(log, 3)
    assert now.rows.tolist() == [0, 1]
    assert now.days.tolist() == [2, 1]
    assert now.closed.tolist() == [True, False]


def test_the_same_log_gives_the_same_answer():
    log = made(exponential, cases=120)
    assert np.array_equal(replay(log).middle, replay(log).middle, equal_nan=True)


def test_bounds_are_days_in_order():
    told = replay(made(mixture, cases=200, seed=8))
    rows = told.model >= 0
    assert (told.least[rows] >= 0).all()
    assert (told.least[rows] <= told.most[rows]).all()
    assert (told.least[rows, 0] <= told.middle[rows]).all()


@pytest.mark.parametrize(
    "rows",
    [
        [("a", "x", START)],
        [("a", "x", START), ("a", "y", START + DAY)],
        [(f"c{n}", "x", START) for n in range(50)],
    ],
    ids=["one event", "one case", "cases of one event"],
)
def test_a_log_that_is_too_small_is_answered_in_a_sentence(rows):
    log = log_of(rows)
    for split in (replayed, held_out):
        with pytest.raises(LogError, match="too small"):
            split(log)


def test_equal_times_are_no_trouble():
    rows = [(f"c{n % 40}", f"step {n // 40}", START) for n in range(120)]
    rows += [(f"d{n % 40}", f"step {n // 40}", START) for n in range(120)]
    figures = replayed(log_of(rows))
    assert figures["mae_days"] == 0
    assert figures["coverage_90"] == 1


@pytest.mark.parametrize("events", [600, pytest.param(6_000, marks=pytest.mark.deep)])
def test_a_log_of_nothing_but_new_names_is_lived_through(events):
    rows = [(f"c{n // 3}", f"step {n}", START + n * DAY / 7) for n in range(events)]
    assert replayed(log_of(rows))["events"] == events


def test_nothing_is_said_before_some_cases_have_closed():
    log = made(exponential, cases=60)
    told = replay(log)
    first = int(np.flatnonzero(told.model >= 0)[0])
    assert (log.last < first).sum() == FIRST  # each has more than one event


def test_the_split_of_the_literature_counts_what_it_says():
    log = made(exponential, cases=200, steps=3)
    figures = held_out(log)
    assert figures["cases"] == 200
    assert figures["mae_days"] <= 1.1 * figures["median_baseline_mae_days"]
