from datetime import date, timedelta

import pytest

from onward.kit.dates import today
from onward.waiting.models import Matter, WayState
from onward.waiting.queries import rest_of, visits, way_of
from onward.waiting.queries.learned import learned
from onward.waiting.queries.usual import usual_of
from onward.waiting.queries.visits import read_visits
from onward.waiting.tests.walk import Walk
from tests.cast import Cast, resident
from tests.programme import Programme


def ago(days: int) -> date:
    return today() - timedelta(days=days)


@pytest.fixture
def waits(programme: Programme, cast: Cast) -> list[Walk]:
    """Twelve who were heard after 10 to 21 days, and three who have waited for that for 15, 60 and 90."""
    walks = []
    for number in range(12):
        walk = Walk(programme, cast, ago(120))
        walk.step(ago(100), "housed")
        walk.step(ago(90 - number), "heard", wish="home")
        walks.append(walk)
    for days in (15, 60, 90):
        walk = Walk(programme, cast, ago(days + 2))
        walk.step(ago(days), "housed")
        walks.append(walk)
    return walks


def test_those_who_still_wait_are_counted_and_the_usual_time_is_what_is_left(waits: list[Walk]) -> None:
    now = {m.stream: usual_of(m) for m in Matter.objects.filter(what="heard", closed_on=None)}
    fifteen, ninety = now[waits[-3].id], now[waits[-1].id]
    assert fifteen.known
    assert "half waited at most 4 more days" in fifteen.longer
    assert "No honest upper bound yet" in fifteen.longer
    assert ninety.longer == "No honest upper bound yet: too few who waited this long have finished."


def test_too_few_are_answered_with_the_norm(waits: list[Walk], cast: Cast) -> None:
    way = way_of(cast.sami, waits[0].id)
    step = next(step for step in way.steps if step.state == "now")
    assert step.usual is not None
    assert not step.usual.known
    assert step.usual.words[-1] == "Too few have finished it to say how long it usually takes."
    assert rest_of(step.id, ago(3)).words == ("Too few ways have ended from here to say how long the rest takes.",)


def test_only_what_was_recorded_by_a_day_is_known_on_it(waits: list[Walk], programme: Programme) -> None:
    visits = read_visits().visits
    day = visits.told.max() + 1
    assert len(visits.known(day)) == len(visits) == Matter.objects.filter(kind="step").count()
    # All of this was written down today: before today nothing was known of it.
    assert len(visits.known(day - 1)) == 0


def test_of_very_many_every_so_manieth_is_read_the_newest_among_them(
    waits: list[Walk], monkeypatch: pytest.MonkeyPatch
) -> None:
    ways = list(WayState.objects.order_by("id").values_list("id", flat=True))
    for most, every in ((len(ways), 1), (7, 3), (4, 4), (1, len(ways))):
        monkeypatch.setattr(visits, "MOST", most)
        read = read_visits()
        assert (read.every, read.visits.cases) == (every, tuple(ways[::-1][::every][::-1]))
        assert len(read.visits) == Matter.objects.filter(kind="step", stream__in=read.visits.cases).count()


def test_it_is_learned_once_and_anew_when_more_was_said(waits: list[Walk], programme: Programme, cast: Cast) -> None:
    first = learned()
    assert learned() is first
    waits[-1].step(ago(0), "heard", wish="home")
    assert learned() is not first
    assert learned().ahead.visits.done.sum() == first.ahead.visits.done.sum() + 1


def test_the_resident_is_told_of_the_present_step_alone(waits: list[Walk], cast: Cast) -> None:
    way = way_of(resident(waits[-3].id), waits[-3].id)
    assert [step.id for step in way.steps if step.usual] == ["heard"]
