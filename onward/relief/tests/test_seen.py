"""Every page of relief is looked at: narrow and wide, light and dark, right-to-left, with nothing in anybody's way."""

import pytest

from onward.cases.actions import issue_card
from onward.kit.ids import new_id
from onward.relief.actions import add_thing, serve_at_desk, serve_thing
from tests.cast import client_for, resident
from tests.housing import arrive

pytestmark = pytest.mark.browser


@pytest.mark.deep
def test_nothing_stands_in_the_way_on_any_page(programme, cast, show):
    case = arrive(programme, cast, site=cast.east)
    code = issue_card(cast.salma, case=case).code
    supper = add_thing(cast.salma, site=cast.east, name="Supper", entry=new_id())
    lunch = add_thing(cast.salma, site=cast.east, name="Lunch", excludes=[supper], hours=5, entry=new_id())
    served = serve_thing(cast.ravi, thing=lunch, code=code, entry=new_id())
    serve_at_desk(cast.sami, case=case, thing=lunch, because="It fell in the mud.", entry=new_id())
    looked = (
        (cast.salma, "/relief/"),
        (cast.ravi, f"/relief/things/{lunch}/?given={served}"),
        (cast.salma, f"/relief/things/{lunch}/change/"),
        (cast.salma, f"/relief/sites/{cast.east}/counts/"),
        (cast.sami, "/relief/desk/"),
        (cast.sami, f"/relief/desk/{case}/"),
        (cast.sami, f"/relief/desk/{case}/{supper}/"),
        (cast.nadia, "/relief/exceptions/"),
        (cast.ravi, f"/relief/servings/{served}/back/"),
        (resident(case), "/door/given"),
    )
    faults = []
    for number, (actor, path) in enumerate(looked):
        client = client_for(actor)
        for language in ("en", "ar"):
            client.cookies["onward_language"] = language
            answer = client.get(path)
            shown = show(answer.content.decode(), answer["Content-Security-Policy"])
            faults += shown.faults(f"relief-{number}-{language}", (360, "light"), (1280, "dark"))
    refused = client_for(cast.ravi).post(f"/relief/things/{lunch}/", {"code": code, "entry": new_id()})
    faults += show(refused.content.decode(), refused["Content-Security-Policy"]).faults("relief-no", (360, "light"))
    assert faults == []
