from datetime import timedelta

import numpy as np
import pytest
from msgspec.structs import replace

from onward.forecast.tests.test_ahead import lived
from onward.kit.dates import today
from onward.reports.queries.forecasts import departures_page, how_good_page
from onward.waiting.queries import outlook
from onward.waiting.queries.learned import Ahead, Learned
from onward.waiting.queries.outlook import _told_apart
from onward.waiting.queries.visits import number_of, read_visits
from onward.waiting.tests.walk import Walk
from tests.cast import Cast, client_for
from tests.programme import Programme


@pytest.fixture
def lived_through(programme: Programme, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """Six who wait for shelter, in a programme that is said to have two years of departures behind it."""
    for _number in range(6):
        Walk(programme, cast, today() - timedelta(days=30))
    read = read_visits()
    visits = lived(count=400, days=720)
    start = number_of(today()) - 720
    for days in (visits.opened, visits.told, visits.closed, visits.closed_told, visits.left.day, visits.left.told):
        np.add(days, start, out=days)
    known = visits.known(number_of(today()))
    learned = Learned(type(read)(known, 1, read.seq, read.entry, read.at, read.day), Ahead(known, number_of(today())))
    monkeypatch.setattr(outlook, "learned", lambda: learned)


def test_departures_are_told_with_bounds_and_how_sure(lived_through: None, cast: Cast) -> None:
    page = client_for(cast.cora).get("/reports/departures").content.decode()
    told = departures_page(cast.cora)
    assert [table.within for table in told.tables] == [30, 90]
    ninety = told.tables[1].lines[0]
    assert 0 <= ninety.least <= ninety.likely <= ninety.most <= ninety.of == told.waiting == 6
    assert f"Between {ninety.least} and {ninety.most} people will depart, 9 times out of 10." in page
    assert "style=" not in page
    assert client_for(cast.rosa).get("/reports/departures").status_code == 403


def test_who_waits_is_counted_once_and_told_by_reach(
    lived_through: None, cast: Cast, django_assert_max_num_queries
) -> None:
    assert departures_page(cast.cora).waiting == 6
    with django_assert_max_num_queries(1):
        assert departures_page(cast.cora).tables[0].lines[0].of == 6
    nowhere = departures_page(replace(cast.cora, everywhere=False, sites=()))
    assert nowhere.waiting == 0
    assert [table.lines[0].of for table in nowhere.tables] == [0, 0]


def test_what_was_promised_stands_beside_what_came(lived_through: None, cast: Cast) -> None:
    page = how_good_page(cast.nadia)
    thirty = page.checked[0]
    assert len(thirty.months) == 12
    assert thirty.due >= 15
    assert thirty.held / thirty.due >= 0.8
    assert [month.came for month in thirty.months][-1] is None
    assert page.ways is not None
    assert page.ways.decided > 500
    assert page.ways.share >= 80
    shown = client_for(cast.nadia).get("/reports/forecasts").content.decode()
    assert f"{thirty.held} of {thirty.due} forecasts that came due held." in shown
    assert client_for(cast.salma).get("/reports/forecasts").status_code == 403


def test_nothing_is_expected_where_too_few_have_left(programme: Programme, cast: Cast) -> None:
    Walk(programme, cast, today() - timedelta(days=30))
    page = client_for(cast.cora).get("/reports/departures").content.decode()
    assert "Too few have departed so far" in page
    shown = client_for(cast.cora).get("/reports/forecasts").content.decode()
    assert (
        "Nothing was promised yet. A forecast learns from stays that have ended: 0 have so far, and it takes 10."
        in shown
    )


def test_a_coordinator_of_some_sites_counts_only_those_who_are_there(lived_through: None, cast: Cast) -> None:
    some = replace(cast.cora, everywhere=False, sites=frozenset({cast.west}))
    assert departures_page(some).waiting == 0
    page = how_good_page(some)
    assert (page.checked, page.ways) == ((), None)
    assert page.ended > page.enough
    assert page.first.day == 1
    assert how_good_page(cast.nadia).checked


def test_no_site_of_few_can_be_told_by_subtraction() -> None:
    def sizes(**sites: int) -> dict[str, int]:
        return {site: len(each) for site, each in _told_apart({s: [0.1] * n for s, n in sites.items()}).items()}

    assert sizes(a=20, b=9) == {"a": 20, "b": 9}
    assert sizes(a=20, b=9, c=2) == {"a": 20, "": 11}
    assert sizes(a=20, b=4, c=3) == {"a": 20, "": 7}
    assert sizes(a=4) == {}
    assert np.sum(list(sizes(a=9, b=8, c=1, d=1).values())) == 19
