"""A place that is held is given to whom it is held for, until its day, and to nobody else."""

import re
from datetime import timedelta

import pytest

from onward.kit import dates
from onward.kit.errors import NotAllowed, NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.shelter.actions import assign_place, hold_places, receive_transfer, release_place, send_transfer
from onward.shelter.models import Held
from onward.shelter.queries import Wanted, board_for, numbers_for
from tests.cast import client_for
from tests.housing import arrive, places_in

FAMILY = "f" * 32


@pytest.fixture
def tents(programme, cast):
    return places_in(programme, cast.east_tents)


def hold(cast, places, *, by=None, days=3, **more):
    until = dates.today() + timedelta(days=days)
    said = {"until": until, "reason": "Twelve come on Thursday", "entry": new_id()} | more
    hold_places(by or cast.salma, block=cast.east_tents, places=places, **said)


def test_a_place_held_for_a_family_is_theirs_alone(programme, cast, tents):
    mother = arrive(programme, cast, site=cast.east, sex="woman", age="adult", family=FAMILY)
    son = arrive(programme, cast, "Bright Stone", site=cast.east, age="child", family=FAMILY)
    other = arrive(programme, cast, "Clear River", site=cast.east)
    hold(cast, tents[:2], held_for=mother)
    with pytest.raises(RuleBroken, match="is held for others until"):
        assign_place(cast.sami, places={other: tents[0]}, entry=new_id())
    assign_place(cast.sami, places={mother: tents[0], son: tents[1]}, entry=new_id())
    assert not Held.objects.exists()  # and it is not held again once they move on
    programme.check_rebuild()


def test_a_place_held_for_arrivals_is_for_whoever_has_none(programme, cast, tents):
    settled, new = (arrive(programme, cast, name, site=cast.east) for name in ("Quiet Cedar", "Clear River"))
    assign_place(cast.sami, places={settled: tents[5]}, entry=new_id())
    hold(cast, tents[:1])
    with pytest.raises(RuleBroken, match="is held for others"):
        assign_place(cast.sami, places={settled: tents[0]}, entry=new_id())
    assign_place(cast.sami, places={new: tents[0]}, entry=new_id())


def test_it_ends_with_its_day_or_when_somebody_says_so(programme, cast, tents):
    settled = arrive(programme, cast, site=cast.east)
    assign_place(cast.sami, places={settled: tents[5]}, entry=new_id())
    hold(cast, tents[:2], days=2)
    release_place(cast.sami, place=tents[0], entry=new_id())
    with pytest.raises(RuleBroken, match="not held any more"):
        release_place(cast.sami, place=tents[0], entry=new_id())
    assert (board_for(cast.salma, cast.east).held, numbers_for(cast.salma).free) == (1, 12)
    with dates.telling(dates.now() + timedelta(days=3)):
        assign_place(cast.sami, places={settled: tents[1]}, entry=new_id())


def test_what_cannot_be_held(programme, cast, tents):
    case, gone = arrive(programme, cast, site=cast.east), arrive(programme, cast, "Clear River", site=cast.west)
    assign_place(cast.sami, places={case: tents[0]}, entry=new_id())
    hold(cast, tents[1:2])
    for places, more, words in (
        (tents[:1], {}, "is not free"),
        (tents[1:2], {}, "is not free"),
        (places_in(programme, cast.east_families)[:1], {}, "is not free"),
        (tents[2:3], {"days": 31}, "within the next 30 days"),
        (tents[2:3], {"reason": " "}, "why it is held"),
        (tents[2:3], {"held_for": gone}, "no place here yet"),
        ([], {}, "Choose a place"),
    ):
        with pytest.raises(RuleBroken, match=words):
            hold(cast, places, **more)
    with pytest.raises(NotAllowed):
        hold(cast, tents[2:3], by=cast.rosa)
    with pytest.raises(NotFound):
        hold(cast, tents[2:3], by=cast.wafa)


def test_the_board_is_narrowed_and_a_place_picked_on_it_reaches_the_form(programme, cast, tents):
    case = arrive(programme, cast, site=cast.east)
    hold(cast, tents[:1])
    assert [len(block.cells) for block in board_for(cast.salma, cast.east, Wanted(show="free")).blocks] == [6, 7]
    assert [b.meant_for for b in board_for(cast.salma, cast.east, Wanted(meant_for="families")).blocks] == ["Families"]
    assert board_for(cast.salma, cast.east, Wanted(show="accessible")).blocks[0].cells == []
    sami = client_for(cast.sami)
    board = sami.get(f"/shelter/sites/{cast.east}/?block={cast.east_tents}&for={case}").content.decode()
    assert f'action="/shelter/blocks/{cast.east_tents}/place/"' in board
    assert f'name="for" value="{case}"' in board
    picked = sami.get(f"/shelter/blocks/{cast.east_tents}/place/?n=4&for={case}")
    assert picked["Location"] == f"/shelter/cases/{case}/place/?place={tents[3]}"
    form = sami.get(picked["Location"]).content.decode()
    assert f'value="{tents[3]}" selected' in form
    assert tents[0] in form  # it is held for whoever has no place yet
    one = sami.get(f"/shelter/blocks/{cast.east_tents}/place/?n=1").content.decode()
    assert "Twelve come on Thursday" in one
    assert f"/shelter/cases/{case}/place/?place={tents[0]}" in one


def test_the_pages_hold_and_release(programme, cast, tents):
    salma, address = client_for(cast.salma), f"/shelter/blocks/{cast.east_tents}/hold/"
    page = salma.get(f"{address}?place={tents[2]}").content.decode()
    assert re.findall(r'value="(\w+)"[^>]* checked', page) == [tents[2]]
    until = dates.today() + timedelta(days=1)
    said = {"places": tents[2:4], "until": until.isoformat(), "reason": "Two come", "entry": new_id()}
    assert salma.post(address, said).status_code == 302
    assert "held" in salma.get(f"/shelter/blocks/{cast.east_tents}/").content.decode()
    assert salma.post(address, said | {"entry": new_id()}).status_code == 422
    assert salma.post(f"/shelter/places/{tents[2]}/release/", {"entry": new_id()}).status_code == 302
    assert salma.get(f"/shelter/places/{tents[2]}/release/").status_code == 404
    assert client_for(cast.wafa).get(f"/shelter/places/{tents[3]}/release/").status_code == 404


def test_both_ends_of_a_transfer_owe_it_until_it_is_signed(programme, cast):
    case = arrive(programme, cast)
    send_transfer(cast.rosa, people=[case], to_site=cast.east, entry=(group := new_id()))
    with dates.telling(dates.now() + timedelta(days=3)):
        salma = client_for(cast.salma)
        late = salma.get("/waiting/?show=late").content.decode()
        assert "An arrival to be signed for" in late
        assert "Quiet Cedar" in salma.get("/today").content.decode()
        assert "An arrival to be signed for" not in client_for(cast.wafa).get("/waiting/?show=late").content.decode()
        assert "A transfer under way" in client_for(cast.rosa).get("/waiting/?show=late").content.decode()
        receive_transfer(cast.salma, group=group, people=[case], entry=new_id())
        assert "to be signed for" not in salma.get("/waiting/?show=mine").content.decode()
