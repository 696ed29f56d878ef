import pytest

from onward.cases.queries import case_for
from onward.kit.errors import NotAllowed, NotFound, Outdated, RuleBroken
from onward.kit.ids import new_id
from onward.shelter.actions import assign_place, send_transfer
from onward.shelter.models import Lodging
from onward.shelter.queries import board_for, in_no_place
from onward.waiting.queries import matters_of
from tests.cast import client_for
from tests.housing import arrive, places_in

FAMILY = "f" * 32


@pytest.fixture
def tents(programme, cast):
    return places_in(programme, cast.east_tents)


@pytest.fixture
def quiet(programme, cast):
    return arrive(programme, cast, site=cast.east, sex="woman", age="adult")


@pytest.fixture
def family(programme, cast):
    mother = arrive(programme, cast, "Bright Field", site=cast.east, sex="woman", age="adult", family=FAMILY)
    return mother, arrive(programme, cast, "Bright Stone", site=cast.east, sex="man", age="child", family=FAMILY)


def place(actor, places, **more):
    assign_place(actor, places=places, entry=new_id(), **more)


def test_a_place_is_given_and_the_step_is_done(programme, cast, quiet, tents):
    place(cast.sami, {quiet: tents[0]})
    assert case_for(cast.sami, quiet).place == tents[0]
    assert [m.outcome for m in matters_of(quiet) if m.what == "housed"] == ["done"]
    assert in_no_place() == 0
    programme.check_rebuild()


def test_a_place_is_left_when_another_is_given(programme, cast, quiet, tents):
    place(cast.sami, {quiet: tents[0]})
    place(cast.sami, {quiet: tents[1]})
    assert board_for(cast.salma, cast.east).blocks[1].full == 1
    with pytest.raises(RuleBroken, match="have these places already"):
        place(cast.sami, {quiet: tents[1]})


def test_a_taken_place_is_refused(programme, cast, quiet, tents):
    place(cast.sami, {quiet: tents[0]})
    other = arrive(programme, cast, "Clear River", site=cast.east)
    with pytest.raises(RuleBroken, match="is taken; choose another place"):
        place(cast.sami, {other: tents[0]})


def test_two_people_change_places(programme, cast, quiet, tents):
    other = arrive(programme, cast, "Clear River", site=cast.east)
    place(cast.sami, {quiet: tents[0], other: tents[1]})
    place(cast.sami, {quiet: tents[1], other: tents[0]})
    assert Lodging.objects.get(id=other).place == tents[0]


def test_a_family_is_housed_together(programme, cast, family, tents):
    mother, son = family
    with pytest.raises(RuleBroken, match="house the family together"):
        place(cast.sami, {mother: tents[0]})
    with pytest.raises(RuleBroken, match="are one family"):
        place(cast.sami, {mother: tents[0], son: places_in(programme, cast.east_families)[0]})
    place(cast.sami, {mother: tents[0], son: tents[1]})
    with pytest.raises(RuleBroken, match="are one family"):
        place(cast.sami, {mother: places_in(programme, cast.east_families)[0]})
    assert in_no_place() == 0


def test_a_women_s_block_refuses_a_man(programme, cast):
    man = arrive(programme, cast, "Long Shore", site=cast.west, sex="man", age="adult")
    with pytest.raises(RuleBroken, match="Quiet House is for women"):
        place(cast.omar, {man: places_in(programme, cast.west_house)[0]})


def test_a_child_alone_is_not_put_among_strangers(programme, cast, tents):
    child = arrive(programme, cast, "Still Harbour", site=cast.east, age="youth")
    with pytest.raises(RuleBroken, match="is a child alone"):
        place(cast.sami, {child: tents[0]})


def test_who_is_on_the_road_or_elsewhere_gets_no_place(programme, cast, quiet, tents):
    with pytest.raises(NotFound):
        place(cast.sami, {quiet: places_in(programme, cast.west_tents)[0]})
    send_transfer(cast.salma, people=[quiet], to_site=cast.west, entry=new_id())
    with pytest.raises(RuleBroken, match="is on the road"):
        place(cast.sami, {quiet: tents[0]})


def test_it_needs_the_role_and_the_site(programme, cast, quiet, tents):
    with pytest.raises(NotAllowed):
        place(cast.rosa, {quiet: tents[0]})
    with pytest.raises(NotFound):
        place(cast.omar, {quiet: tents[0]})


def test_a_stale_page_loses(programme, cast, quiet, tents):
    seen = case_for(cast.sami, quiet).version
    place(cast.salma, {quiet: tents[0]}, after=seen)
    with pytest.raises(Outdated):
        place(cast.sami, {quiet: tents[1]}, after=seen)


def test_the_page_shows_what_others_wrote_meanwhile(programme, cast, quiet, tents):
    seen = case_for(cast.sami, quiet).version
    place(cast.salma, {quiet: tents[0]})
    said = {quiet: tents[1], "entry": new_id(), "version": seen}
    answer = client_for(cast.sami).post(f"/shelter/cases/{quiet}/place/", said)
    assert answer.status_code == 409
    assert "Somebody wrote in this file" in answer.content.decode()
    assert Lodging.objects.get(id=quiet).place == tents[0]


def test_the_page_offers_and_gives_places_to_the_whole_family(programme, cast, family, tents):
    mother, son = family
    sami = client_for(cast.sami)
    page = sami.get(f"/shelter/cases/{mother}/place/?block={cast.east_tents}").content.decode()
    assert "They are one family and stay together." in page
    said = {mother: tents[0], son: tents[1], "entry": new_id(), "version": case_for(cast.sami, mother).version}
    answer = sami.post(f"/shelter/cases/{mother}/place/?block={cast.east_tents}", said)
    assert answer.status_code == 302
    assert Lodging.objects.get(id=son).place == tents[1]
    assert sami.post(f"/shelter/cases/{mother}/place/", said).status_code == 302


def test_the_page_says_beside_the_field_what_does_not_hold(programme, cast, quiet, tents):
    sami = client_for(cast.sami)
    other = arrive(programme, cast, "Clear River", site=cast.east)
    place(cast.sami, {other: tents[0]})
    said = {"entry": new_id(), "version": case_for(cast.sami, quiet).version}
    address = f"/shelter/cases/{quiet}/place/"
    for wrong, words in {
        tents[0]: "is taken; choose another place",
        "' OR 1=1": "Choose one of these places.",
        "": "required",
    }.items():
        answer = sami.post(address, said | {quiet: wrong})
        assert answer.status_code == 422
        assert words in answer.content.decode()
    assert client_for(cast.omar).get(address).status_code == 404
