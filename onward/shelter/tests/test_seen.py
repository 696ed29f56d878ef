"""The pages of shelter and what stands in people's way on them, on a desk and on a phone."""

import pytest

from onward.kit.ids import new_id
from onward.shelter.actions import assign_place, receive_transfer, send_transfer
from tests.cast import client_for
from tests.housing import arrive, places_in

pytestmark = pytest.mark.browser
FAMILY = "f" * 32


@pytest.fixture
def pages(programme, cast):
    """Addresses by name, of a camp where some are housed, some wait and some are on the road."""
    tents = places_in(programme, cast.east_tents)
    for number, name in enumerate(("Quiet Cedar", "Clear River", "Long Shore")):
        case = arrive(programme, cast, name, site=cast.east)
        assign_place(cast.salma, places={case: tents[number * 2]}, entry=new_id())
    mother = arrive(programme, cast, "Bright Field", site=cast.east, sex="woman", age="adult", family=FAMILY)
    arrive(programme, cast, "Bright Stone", site=cast.east, sex="man", age="child", family=FAMILY)
    arrive(programme, cast, "Still Harbour", site=cast.east, companions=(mother,), language="nl")
    coming, here = arrive(programme, cast, "Open Gate", language="uz"), arrive(programme, cast, "High Orchard")
    road, done = new_id(), new_id()
    send_transfer(cast.rosa, people=[coming], to_site=cast.east, note="Feet dressed this morning", entry=road)
    send_transfer(cast.rosa, people=[here], to_site=cast.east, entry=done)
    receive_transfer(cast.salma, group=done, people=[here], entry=new_id())
    return {
        "board": f"/shelter/sites/{cast.east}/",
        "block": f"/shelter/blocks/{cast.east_tents}/",
        "assign-place": f"/shelter/cases/{mother}/place/",
        "transfers": "/shelter/transfers/",
        "send-transfer": f"/shelter/transfers/send/?case={mother}",
        "receive-transfer": f"/shelter/transfers/{road}/receive/",
    }


def test_nothing_stands_in_the_way(show, cast, pages):
    salma = client_for(cast.salma)
    answers = {name: salma.get(address) for name, address in pages.items()}
    assert {name for name, answer in answers.items() if answer.status_code != 200} == set()
    for name, answer in answers.items():
        shown = show(answer.content.decode(), answer["Content-Security-Policy"])
        assert shown.faults(f"shelter-{name}") == []
