"""The pages of reception and what stands in people's way on them, on a desk and on a phone."""

import pytest

from onward.cases.actions import note_identity, record_liberty
from onward.kit.ids import new_id
from onward.reception.actions import record_arrival
from onward.reception.rules import Person
from tests.cast import client_for

pytestmark = pytest.mark.browser
PEOPLE = [
    Person(sex="woman", age="adult", needs=("hurt",), with_whom="companions", belongings=("A ring", "A telephone")),
    Person(sex="woman", age="adult", with_whom="companions"),
]


@pytest.fixture
def group(programme, cast):
    entry = new_id()
    record_arrival(cast.rosa, site=cast.checkpoint, language="fr", people=PEOPLE, given=["food"], entry=entry)
    return entry


def held(show, client, pages, folder):
    for name, (address, said) in pages.items():
        answer = client.post(address, said) if said is not None else client.get(address)
        assert answer.status_code in (200, 422), name
        shown = show(answer.content.decode(), answer["Content-Security-Policy"])
        assert shown.faults(f"{folder}-{name}") == []


def test_nothing_stands_in_the_way_of_reception(show, cast, group):
    typed = {"entry": new_id(), "count": "2", "p0-name": "Amina", "p0-needs": ["hurt", "thirsty"], "p1-age": "child"}
    pages = {
        "record-arrival": ("/arrivals/new/", None),
        "record-two": ("/arrivals/new/", typed),
        "look-first": ("/arrivals/new/look/", typed | {"look": "Amina"}),
        "see-arrival": (f"/arrivals/{group}/", None),
        "see-arrivals": ("/arrivals/", None),
    }
    held(show, client_for(cast.rosa), pages, "reception")


def test_nothing_stands_in_the_way_of_a_file(show, cast):
    (case,) = record_arrival(cast.sami, site=cast.east, language="fr", people=PEOPLE[:1])
    note_identity(cast.sami, case=case, names=("Amīna", "أمينة"))
    record_liberty(cast.sami, case=case, may_leave="no", by="site command")
    names = ("liberty", "identity/note", "identity/open", "family", "companion", "card", "history")
    pages = {name.replace("/", "-"): (f"/residents/{case}/{name}/", None) for name in names}
    pages["card-made"] = (f"/residents/{case}/card/", {"entry": new_id()})
    pages["receipt"] = (f"/arrivals/{case}/receipt/", None)
    held(show, client_for(cast.sami), pages, "cases")
