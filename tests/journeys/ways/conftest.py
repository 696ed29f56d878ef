"""One served programme for all five: each has a resident of their own, and the staff sign in once."""

from collections.abc import Iterator

import pytest

from tests.cast import the_cast
from tests.journeys.clear import files_in, found_in
from tests.journeys.conftest import staged
from tests.journeys.ways.town import Town
from tests.programme import copied


@pytest.fixture(scope="package")
def town(templates, tmp_path_factory, django_db_blocker, chromium) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("town")
    with (
        django_db_blocker.unblock(),
        copied(templates.of_today(), folder) as programme,
        staged(programme, the_cast(), chromium) as stage,
    ):
        town = Town(stage)
        yield town
        _whole(town)


def _whole(town: Town) -> None:
    """After all of them: every chain holds, the tables follow from it, and nothing that was typed lies about."""
    stage = town.stage
    with stage.programme.at(stage.ended()):
        stage.programme.check_rebuild()
        assert stage.programme.verify().fault is None
    assert stage.served.log.read_text().count("ERROR") == 0
    typed = {words for each in town.opened.values() for words in each.typed}
    assert found_in([*files_in(stage.programme.folder), stage.served.log], typed) == []
