"""The page of transfers: who is on the road, what ended, page by page, in a fixed number of questions."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from onward.kit.dates import now
from onward.kit.ids import new_id
from onward.shelter.actions import cancel_transfer, send_transfer
from tests.cast import client_for
from tests.housing import arrive


def send(programme, cast, name, **more):
    case, group = arrive(programme, cast, name), new_id()
    send_transfer(cast.rosa, people=[case], to_site=cast.east, entry=group, **more)
    return case, group


def queries_of(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("page", ["transfers/", "sites/{east}/", "transfers/send/"])
def test_more_people_ask_no_more_questions(programme, cast, page):
    client = client_for(cast.salma)
    address = "/shelter/" + page.format(east=cast.east)
    send(programme, cast, "Quiet Cedar")
    arrive(programme, cast, "Clear River", site=cast.east)
    few = queries_of(client, address)
    for number in range(4):
        send(programme, cast, f"Long Shore {number}")
        arrive(programme, cast, f"Still Harbour {number}", site=cast.east)
    assert queries_of(client, address) == few


def test_only_those_at_either_end_see_them(programme, cast):
    send(programme, cast, "Quiet Cedar")
    for actor, sees in ((cast.rosa, True), (cast.salma, True), (cast.cora, True), (cast.wafa, False)):
        assert ("Quiet Cedar" in client_for(actor).get("/shelter/transfers/").content.decode()) == sees


def test_who_is_too_long_on_the_road_shows_in_red(programme, cast):
    case = arrive(programme, cast, happened_at=now() - timedelta(days=5))
    left = now() - timedelta(days=3)
    send_transfer(cast.rosa, people=[case], to_site=cast.east, entry=new_id(), happened_at=left)
    page = client_for(cast.salma).get("/shelter/transfers/").content.decode()
    assert "for 3 days" in page
    assert 'class="tag late"' in page


def test_what_ended_is_read_page_by_page(programme, cast):
    for number in range(27):
        case, group = send(programme, cast, f"Quiet Cedar {number}")
        cancel_transfer(cast.rosa, group=group, people=[case], reason="No car", entry=new_id())
    rosa = client_for(cast.rosa)
    first = rosa.get("/shelter/transfers/").content.decode()
    assert "Quiet Cedar 26" in first
    assert "Called off by Rosa." in first
    assert "No car" in first
    assert "Quiet Cedar 1<" not in first
    older = first.split('rel="next" href="')[1].split('"')[0]
    second = rosa.get(f"/shelter/transfers/{older}").content.decode()
    assert "Quiet Cedar 1<" in second
    assert "Quiet Cedar 0<" in second
    assert "Quiet Cedar 26" not in second
