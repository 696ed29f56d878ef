from datetime import timedelta

import pytest

from onward.journal.keyring import destroy_stream_keys
from onward.kit.dates import now, telling
from onward.reports.queries import headcount, kept
from onward.reports.queries.kept import MINUTES
from tests.cast import Cast, client_for
from tests.programme import Programme


@pytest.fixture(autouse=True)
def _everything_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "LONG", 0)
    monkeypatch.setattr(kept, "_kept", {})


@pytest.mark.parametrize("page", ["/reports/", "/reports/days", "/reports/headcount"])
def test_a_page_is_kept_ten_minutes_for_its_reader_alone_and_no_erasure_is_outlived(
    programme: Programme, cast: Cast, page: str
) -> None:
    start, cora, salma = now().replace(hour=12), client_for(cast.cora), client_for(cast.salma)

    def at(minutes: float, client: object = cora) -> str:
        with telling(start + timedelta(minutes=minutes)):
            return str(client.get(page).content.decode())  # type: ignore[attr-defined]

    assert "Counted" not in at(0)
    assert "Counted" in at(MINUTES - 1)
    assert "Counted" not in at(MINUTES - 1, salma)
    assert "Counted" not in at(MINUTES + 0.5)
    assert "Counted" in at(MINUTES + 1)
    destroy_stream_keys("0" * 32)
    assert "Counted" not in at(MINUTES + 2)


def test_what_is_kept_is_what_the_slow_count_says(programme: Programme, cast: Cast) -> None:
    for actor in (cast.cora, cast.salma):
        slow = headcount.count_anew(actor)
        assert headcount.headcount_for(actor) == (slow, None)
        again, at = headcount.headcount_for(actor)
        assert again == slow
        assert at is not None
