import numpy as np
import pytest

from onward.forecast.ahead import Ahead, curve
from onward.forecast.promises import Promise, expected, kept, promised, spread_of
from onward.forecast.visits import LEFT, OTHERWISE, Ends, Visits

STEPS = ("heard", "papers", "departed")


def lived(count=600, days=720, seed=1, late=0, convoy=0):
    """Cases that arrive evenly, are heard, get papers and depart; one in ten ends in another way."""
    chance = np.random.default_rng(seed)
    came = np.sort(chance.integers(0, days, count)).astype(float)
    heard = came + np.round(chance.exponential(20, count))
    papers = heard + np.round(chance.lognormal(3.5, 0.7, count))
    other = chance.random(count) < 0.1
    gone = papers + np.round(chance.exponential(15, count))
    if convoy:
        gone = np.ceil(gone / convoy) * convoy
    end = np.where(other, np.round((heard + papers) / 2), gone)
    rows = []
    for case in range(count):
        for step, (start, stop) in enumerate(
            ((came[case], heard[case]), (heard[case], papers[case]), (papers[case], gone[case]))
        ):
            if start <= end[case]:
                rows.append((case, step, start, min(stop, end[case]), stop <= end[case]))
    case, step, opened, closed, done = (np.array(column) for column in zip(*rows, strict=True))
    ends = Ends(end, end + late, np.where(other, OTHERWISE, LEFT))
    return Visits(
        case, step, step, opened, opened + late, closed, closed + late, done.astype(bool), ends, STEPS,
        tuple(str(number) for number in range(count)),
    )  # fmt: skip


def test_open_waits_are_evidence_too():
    waits = np.concatenate([np.full(20, 10.0), np.full(60, 50.0)])
    ended = np.arange(80) < 20
    told = curve(waits, ended).longer(0, 0.9)
    assert (told.half, told.most, told.of, told.ended) == (None, None, 80, 20)
    assert told.least == 10
    assert curve(waits[:20], ended[:20]).longer(0, 0.8).half == 10


def test_who_has_waited_is_told_what_is_left_to_those_who_waited_as_long():
    waits = np.repeat(np.arange(1.0, 101.0), 5)
    found = curve(waits, np.ones(500, bool))
    assert found.longer(0, 0.9).half == 51  # one more who is still to come counts too
    assert found.longer(60, 0.9).half == 20
    assert found.longer(60, 0.9).of == 41 * 5


def test_too_few_say_nothing():
    assert curve(np.arange(9.0), np.ones(9, bool)) is None
    waits = np.arange(20.0)
    assert curve(waits, np.ones(20, bool)).longer(18, 0.9).half is None


def test_what_was_not_recorded_yet_is_not_known():
    late, prompt = lived(late=30), lived()
    assert len(late.known(300)) == len(prompt.known(270))
    known = prompt.known(300)
    assert np.nanmax(known.closed) < 300
    assert np.nanmax(known.left.day) < 300
    cut = Ahead(known, 300)
    later = lived()
    after = later.opened >= 300
    later.opened[after] += 1000  # whatever comes later
    assert cut.way_longer(1, 10) == Ahead(later.known(300), 300).way_longer(1, 10)


def test_the_chance_to_leave_is_the_share_that_left():
    visits = lived(count=4000, seed=3)
    ahead = Ahead(visits, 10_000)
    rows = np.flatnonzero(visits.step == 1)
    rest = visits.left.day[visits.case[rows]] - visits.opened[rows]
    share = ((rest < 60) & (visits.left.cause[visits.case[rows]] == LEFT)).mean()
    assert ahead.chance(1, 0, 60) == pytest.approx(share, abs=1e-9)
    assert ahead.chance(1, 0, 60) + 0.05 < ahead.chance(2, 0, 60)


def test_a_step_that_nobody_left_yet_is_told_from_all():
    assert 0 < Ahead(lived(), 10_000).chance(99, 5, 90) < 1
    assert Ahead(lived().known(1), 1).chance(0, 0, 90) == 0


def test_a_sum_of_chances_is_as_wide_as_it_should_be():
    sure = expected(np.full(400, 0.5), 0.0)
    assert sure.mean == 200
    assert (sure.least, sure.most) == pytest.approx((184, 216), abs=2)
    assert expected(np.full(400, 0.5), 0.4).most > 260
    assert expected(np.array([]), 0.4).most == 0


def test_what_was_off_makes_the_next_less_sure():
    told = expected(np.full(100, 0.5), 0.0)
    fair = [Promise(at=n, within=30, expected=told, variance=25.0, came=50 + (5 if n % 2 else -5)) for n in range(20)]
    off = [Promise(at=n, within=30, expected=told, variance=25.0, came=100 if n % 2 else 0) for n in range(20)]
    assert spread_of(fair) < spread_of([]) < spread_of(off)


def test_departures_come_within_their_bounds_as_often_as_is_said():
    held = []
    for seed in range(6):
        for within in (30, 90):
            visits = lived(count=500, seed=seed, convoy=14 if seed % 2 else 0)
            told = promised(visits, range(180, 690, 30), 720, within)
            held += [p.expected.least <= p.came <= p.expected.most for p in told if p.came is not None]
    assert len(held) > 150
    assert 0.86 <= np.mean(held) <= 0.99


def test_the_ends_of_ways_come_within_their_bounds_as_often_as_is_said():
    found = kept(lived(count=900, seed=5), range(240, 600, 40), 5_000, most=200)
    held = np.concatenate([each.held for each in found])
    assert len(held) > 300
    assert 0.86 <= held.mean() <= 0.95
