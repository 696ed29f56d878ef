"""Who is answered what at which address: against the table in tests/matrix.txt, which a person reviews."""

import os

import pytest

from onward.access.rules import GRANTS
from onward.access.rules.grants import ROLES
from tests.cast import client_for
from tests.matrix import TABLE, drawn, everybody, letter, own_places
from tests.world import made


@pytest.fixture
def world(programme, cast):
    return made(programme, cast)


def test_everybody_is_answered_what_the_reviewed_table_says(programme, cast, world):
    places = list(own_places(cast, world))
    cells, who, wrong = dict.fromkeys((name for name, _permission, _path in places), ""), [], []
    people = list(everybody(cast, world))
    before = programme.sql("SELECT count(*) FROM journal_entry")
    for name, client in people:
        role = name.removeprefix("host's ")
        who.append(name)
        for place, permission, path in places:
            cells[place] += (answer := letter(client, path))
            granted = role in GRANTS[permission]
            if (answer in ".>") == granted:
                wrong.append(f"{place} for {name}: {answer}")
            elif not granted and client.post(path).status_code != (302 if answer == ">" else 403):
                wrong.append(f"{place} for {name}: written to")
    assert wrong == []
    assert {name for name in who if name in ROLES} == set(ROLES)
    assert programme.sql("SELECT count(*) FROM journal_entry") == before
    if os.environ.get("ONWARD_WRITE_MATRIX"):
        TABLE.write_text(drawn(cells, who), encoding="utf-8")
    assert drawn(cells, who) == TABLE.read_text(encoding="utf-8")  # ONWARD_WRITE_MATRIX=1 writes it: read the diff


def test_no_other_method_reaches_a_page(programme, cast, world):
    client = client_for(cast.cora)
    paths = [path for _name, _permission, path in own_places(cast, world)]
    told = {getattr(client, method)(path).status_code for path in paths for method in ("put", "patch", "delete")}
    assert told == {405}
