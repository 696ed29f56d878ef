from datetime import timedelta

from onward.kit.dates import today
from onward.waiting.tests.walk import Walk
from tests.cast import Cast, client_for
from tests.programme import Programme

ONE = timedelta(days=1)


def test_the_pages_say_where_they_wait_whose_the_days_were_and_how_many(programme: Programme, cast: Cast) -> None:
    start = today() - 40 * ONE
    walk = Walk(programme, cast, start)
    walk.step(start + 10 * ONE, "housed")
    waits = client_for(cast.cora).get("/reports/").content.decode()
    assert "The wish is heard" in waits
    assert "half have waited 30 days or longer" in waits
    days = client_for(cast.salma).get(f"/reports/days?from={start}").content.decode()
    assert "By who held them" in days
    assert "Salma" in days
    then = client_for(cast.cora).get(f"/reports/days?site={cast.east}&stood={today() - ONE}")
    assert "No day of anybody" in then.content.decode()
    assert "Choose one site" in client_for(cast.cora).get(f"/reports/days?stood={today()}").content.decode()
    assert "The wish is heard" not in client_for(cast.wafa).get("/reports/").content.decode()
    headcount = client_for(cast.nadia).get("/reports/headcount").content.decode()
    assert headcount.count("Fewer than 5 each") >= 3
    assert headcount.count("fewer than 5") <= 3
    assert "about" not in headcount.split("<main")[1].split("<footer")[0].replace("and the other", "")
