from datetime import timedelta

from onward.kit.dates import today
from onward.waiting.tests.walk import Walk
from tests.cast import Cast, client_for
from tests.programme import Programme


def test_the_days_of_a_file_as_they_stood_leave_out_what_was_told_later(programme: Programme, cast: Cast) -> None:
    walk = Walk(programme, cast, today() - timedelta(days=30))  # told today: the journal's clock never runs backwards
    walk.step(today() - timedelta(days=10), "housed")
    client, address = client_for(cast.sami), f"/residents/{walk.id}/stood"
    assert address in client.get(f"/residents/{walk.id}/").content.decode()
    now = client.get(f"{address}?on={today()}")
    assert now.context["account"].days == 30
    assert [line.days for line in now.context["account"].lines] == [20, 3, 7]  # the last seven were told in time
    assert b"By then, nothing was written" in client.get(f"{address}?on=never").content
    assert client_for(cast.omar).get(address).status_code == 404
