"""The pages that keep people safe, and what stands in people's way on them."""

import pytest

from onward.kit.dates import today
from onward.kit.ids import new_id
from onward.shelter.actions import keep_apart, note_measure, note_move, record_incident, take_roster
from tests.cast import client_for
from tests.housing import arrive

pytestmark = pytest.mark.browser


def test_nothing_stands_in_the_way(show, programme, cast):
    quiet, clear = (arrive(programme, cast, name, site=cast.east) for name in ("Quiet Cedar", "Clear River"))
    keep_apart(cast.sami, case=quiet, other=clear, strength="site", why="He beat her.", entry=new_id())
    take_roster(cast.salma, site=cast.east, present=[clear], entry=new_id())
    note_measure(cast.salma, site=cast.east, what="covered_area", value=6, on=today(), entry=new_id())
    note_move(cast.sami, case=quiet, wants="block", words="It is loud.", entry=new_id())
    safe = {"safe_now": "She is.", "due": today(), "entry": new_id()}
    record_incident(cast.sami, site=cast.east, sort="threat", on=today(), people=[quiet], **safe)
    pages = {
        "apart": (cast.sami, f"/shelter/cases/{quiet}/apart/"),
        "roster": (cast.salma, f"/shelter/sites/{cast.east}/roster/"),
        "standards": (cast.salma, f"/shelter/sites/{cast.east}/standards/"),
        "safety": (cast.sami, "/shelter/safety/"),
        "move": (cast.sami, f"/shelter/cases/{quiet}/move/"),
        "incident": (cast.sami, f"/shelter/sites/{cast.east}/incident/"),
    }
    for name, (actor, address) in pages.items():
        answer = client_for(actor).get(address)
        shown = show(answer.content.decode(), answer["Content-Security-Policy"])
        assert shown.faults(f"safety-{name}", (360, "dark"), (1280, "light")) == []
