from datetime import timedelta

import pytest

from onward.cases.queries import case_for
from onward.kit.dates import now
from onward.kit.errors import NotAllowed, NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.shelter.actions import receive_transfer, send_transfer
from onward.shelter.models import Transfer
from onward.shelter.queries import in_no_place
from onward.waiting.queries import matters_of
from tests.cast import client_for
from tests.housing import arrive


@pytest.fixture
def case(programme, cast):
    return arrive(programme, cast)


def send(actor, *people, to, **more):
    entry = new_id()
    send_transfer(actor, people=people, to_site=to, entry=entry, **more)
    return entry


def road_of(case):
    return [matter for matter in matters_of(case) if matter.kind == "transfer" and matter.closed_on is None]


def test_it_puts_people_on_the_road_and_moves_nobody(programme, cast, case):
    group = send(cast.rosa, case, to=cast.east)
    row = Transfer.objects.get()
    assert (row.group, row.stream, row.state) == (group, case, "under_way")
    assert (row.from_site, row.to_site, row.to_custody) == (cast.checkpoint, cast.east, cast.group)
    assert case_for(cast.rosa, case).site == cast.checkpoint
    assert in_no_place() == 0
    programme.check_rebuild()


def test_the_sender_holds_the_days_of_the_road(programme, cast, case):
    send(cast.rosa, case, to=cast.east)
    (road,) = road_of(case)
    assert (road.holder_kind, road.holder_id, road.holder_name, road.rank) == ("staff", cast.rosa.id, "Rosa", -1)


def test_a_form_sent_twice_sends_once(programme, cast, case):
    entry = new_id()
    for _time in range(2):
        send_transfer(cast.rosa, people=[case], to_site=cast.east, entry=entry)
    assert Transfer.objects.count() == 1


def test_half_a_family_is_not_sent(programme, cast):
    mother = arrive(programme, cast, "Bright Field", family="f" * 32)
    son = arrive(programme, cast, "Bright Stone", family="f" * 32)
    with pytest.raises(RuleBroken, match="Bright Field and Bright Stone are one family"):
        send(cast.rosa, mother, to=cast.east)
    send(cast.rosa, mother, son, to=cast.east)
    assert Transfer.objects.filter(state="under_way").count() == 2


def test_nobody_is_sent_twice_or_nowhere(programme, cast, case):
    with pytest.raises(RuleBroken, match="organisation answers for"):
        send(cast.rosa, case, to=new_id())
    with pytest.raises(RuleBroken, match="not come yet"):
        send(cast.rosa, case, to=cast.east, happened_at=now() + timedelta(days=1))
    send(cast.rosa, case, to=cast.east)
    with pytest.raises(RuleBroken, match="on the road already"):
        send(cast.rosa, case, to=cast.west)
    assert Transfer.objects.count() == 1


def test_it_needs_the_role_and_the_site(programme, cast, case):
    with pytest.raises(NotAllowed):
        send(cast.sami, case, to=cast.east)
    with pytest.raises(NotFound):
        send(cast.salma, case, to=cast.east)


def test_an_old_page_cannot_send_who_was_received(programme, cast, case):
    group = send(cast.rosa, case, to=cast.east)
    receive_transfer(cast.salma, group=group, people=[case], entry=new_id())
    with pytest.raises(NotFound):
        send(cast.rosa, case, to=cast.west)


def test_the_page_sends(programme, cast, case):
    rosa = client_for(cast.rosa)
    page = rosa.get("/shelter/transfers/send/").content.decode()
    assert "Quiet Cedar" in page
    assert "Azaz East" in page
    said = {"people": [case], "to_site": cast.east, "entry": new_id()}
    assert rosa.post("/shelter/transfers/send/", said).status_code == 302
    assert "Rosa sent them on" in rosa.get("/shelter/transfers/").content.decode()
    assert rosa.post("/shelter/transfers/send/", said).status_code == 302
    assert Transfer.objects.count() == 1


@pytest.mark.parametrize("wrong", [{"people": []}, {"people": ["x"]}, {"to_site": "'; --"}, {"happened_at": "soon"}])
def test_the_page_refuses_beside_the_field(programme, cast, case, wrong):
    said = {"people": [case], "to_site": cast.east, "entry": new_id(), "note": "Needs <b>water</b>"}
    answer = client_for(cast.rosa).post("/shelter/transfers/send/", said | wrong)
    assert answer.status_code == 422
    assert 'class="error"' in answer.content.decode()
    assert "Needs &lt;b&gt;water" in answer.content.decode()
    assert Transfer.objects.count() == 0
