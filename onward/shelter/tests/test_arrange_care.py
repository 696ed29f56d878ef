from datetime import timedelta

import pytest

from onward.access.rules import reader
from onward.kit.dates import today
from onward.kit.errors import NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.shelter.actions import arrange_care, assign_place
from onward.waiting.queries import matters_of, title_of, veiled
from tests.cast import client_for
from tests.housing import arrive, places_in


def decided():
    return {"decided_by": "Chiara, child protection", "review_on": today() + timedelta(days=14)}


@pytest.fixture
def child(programme, cast):
    return arrive(programme, cast, "Still Harbour", site=cast.east, sex="man", age="child")


def care(cast, child, arrangement="carer", actor=None, **more):
    arrange_care(actor or cast.chiara, case=child, arrangement=arrangement, entry=new_id(), **(decided() | more))


def test_a_child_alone_is_housed_beside_whoever_cares_for_them(programme, cast, child):
    carer = arrive(programme, cast, "Bright Field", site=cast.east, sex="woman", age="adult")
    tents = places_in(programme, cast.east_tents)
    with pytest.raises(RuleBroken, match="Tents is not suitable for Still Harbour"):
        assign_place(cast.salma, places={child: tents[1]}, entry=new_id())
    care(cast, child, carer=carer)
    with pytest.raises(RuleBroken, match="not suitable"):
        assign_place(cast.salma, places={child: tents[1]}, entry=new_id())
    assign_place(cast.salma, places={child: tents[1], carer: tents[0]}, entry=new_id())
    programme.check_rebuild()


def test_it_is_looked_at_again_and_said_anew(cast, child):
    care(cast, child, "supervised", place="House of the children")
    care(cast, child, "supervised", place="House by the school")
    owed = [one for one in matters_of(child) if one.kind == "care"]
    assert [one.closed_on is None for one in sorted(owed, key=lambda one: one.id)] == [False, True]
    assert {one.due_on for one in owed} == {today() + timedelta(days=14)}
    assert "looked at again" in title_of(reader(cast.chiara, of_host=False), veiled(cast.chiara, owed)[0])
    assert "House by" not in client_for(cast.salma).get(f"/cases/{child}/").content.decode()


def test_it_refuses_what_is_no_care(programme, cast, child):
    young = arrive(programme, cast, "Bright Stone", site=cast.east, age="youth")
    adult = arrive(programme, cast, "Long Shore", site=cast.east, age="adult")
    for wrong, words in (
        ({}, "Name the resident"),
        ({"carer": child}, "Name the resident"),
        ({"carer": young}, "Only an adult"),
        ({"carer": adult, "decided_by": " "}, "Say who decided"),
        ({"carer": adult, "review_on": today()}, "looked at again"),
    ):
        with pytest.raises(RuleBroken, match=words):
            care(cast, child, **wrong)
    with pytest.raises(RuleBroken, match="is for children"):
        care(cast, adult, "supervised")


def test_the_page_is_for_those_who_protect_children(cast, child):
    address = f"/shelter/cases/{child}/care/"
    page = client_for(cast.sami).post(
        address,
        {
            "arrangement": "supervised",
            "decided_by": "Chiara",
            "review_on": (today() + timedelta(days=9)).isoformat(),
            "entry": new_id(),
        },
    )
    assert page.status_code == 302
    assert "Decided by Chiara" in client_for(cast.chiara).get(address).content.decode()
    assert client_for(cast.salma).get(address).status_code == 403
    assert client_for(cast.omar).get(address).status_code == 404
    with pytest.raises(NotFound):
        care(cast, child, "supervised", actor=cast.omar)
