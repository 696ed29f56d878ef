import gzip

from onward.kit.ids import new_id
from onward.places.actions import add_block, change_block
from onward.places.queries import block_for
from onward.shelter.actions import assign_place
from onward.shelter.queries import board_for, numbers_for
from tests.cast import client_for
from tests.housing import arrive, places_in


def test_the_board_shows_blocks_places_and_who_waits(programme, cast):
    housed = arrive(programme, cast, site=cast.east)
    arrive(programme, cast, "Clear River", site=cast.east)
    assign_place(cast.salma, places={housed: places_in(programme, cast.east_tents)[2]}, entry=new_id())
    page = client_for(cast.salma).get(f"/shelter/sites/{cast.east}/").content.decode()
    assert "1 taken, 7 free" in page
    assert '<i class="full">3</i>' in page
    assert "Clear River" in page
    assert "Quiet Cedar" not in page  # the board names only those who wait


def test_the_block_says_who_sleeps_where(programme, cast):
    housed = arrive(programme, cast, site=cast.east)
    assign_place(cast.salma, places={housed: places_in(programme, cast.east_tents)[2]}, entry=new_id())
    page = client_for(cast.salma).get(f"/shelter/blocks/{cast.east_tents}/").content.decode()
    assert "Quiet Cedar" in page
    assert "<td><bdi>Quiet Cedar</bdi></td>" in page or ">Quiet Cedar</bdi></a></td>" in page
    assert page.count('<button name="n"') == 7


def test_one_site_is_opened_at_once_and_strangers_get_404(programme, cast):
    assert client_for(cast.salma).get("/shelter/")["Location"] == f"/shelter/sites/{cast.east}/"
    wafa = client_for(cast.wafa)
    assert wafa.get(f"/shelter/sites/{cast.east}/").status_code == 404
    assert wafa.get(f"/shelter/blocks/{cast.east_tents}/").status_code == 404
    assert client_for(cast.rosa).get(f"/shelter/sites/{cast.east}/").status_code == 403


def test_two_thousand_places_stay_light(programme, cast):
    for name in ("North", "South"):
        add_block(cast.adam, site=cast.east, name=name, places=1000)
    page = client_for(cast.salma).get(f"/shelter/sites/{cast.east}/").content
    assert page.count(b"taken, ") >= 4
    assert (len(page) < 40_000, len(gzip.compress(page, 6)) < 10_000) == (True, True)
    block = client_for(cast.salma).get(f"/shelter/sites/{cast.east}/").content
    assert b'class="cells"' not in block


def test_the_numbers_are_those_of_the_board(programme, cast):
    housed = arrive(programme, cast, site=cast.east)
    arrive(programme, cast, "Clear River", site=cast.east)
    assign_place(cast.salma, places={housed: places_in(programme, cast.east_tents)[2]}, entry=new_id())
    block = block_for(cast.salma, cast.east_tents)
    said = {"name": block.name, "meant_for": block.meant_for, "places": 8, "out_of_use": [3, 4]}
    change_block(cast.adam, block=block.id, entry=new_id(), **said)
    board, numbers = board_for(cast.salma, cast.east), numbers_for(cast.salma)
    assert numbers == (board.here, board.free, board.unhoused, board.overdue, board.expected)
    assert (numbers.here, numbers.free) == (2, 12)


def test_transfers_are_offered_only_to_those_who_may_see_them(programme, cast):
    board = f"/shelter/sites/{cast.east}/"
    assert 'href="/shelter/transfers/"' in client_for(cast.salma).get(board).content.decode()
    assert 'href="/shelter/transfers/"' not in client_for(cast.sami).get(board).content.decode()
