import pytest

from onward.cases.queries import case_for
from onward.kit.errors import NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.shelter.actions import cancel_transfer, receive_transfer, send_transfer
from onward.shelter.models import Transfer
from onward.shelter.queries import in_no_place
from onward.waiting.queries import matters_of
from tests.cast import client_for
from tests.housing import arrive


@pytest.fixture
def sent(programme, cast):
    case = arrive(programme, cast)
    group = new_id()
    send_transfer(cast.rosa, people=[case], to_site=cast.east, entry=group)
    return group, case


def test_they_count_where_they_were(programme, cast, sent):
    group, case = sent
    cancel_transfer(cast.rosa, group=group, people=[case], reason="The road is closed", entry=new_id())
    row = Transfer.objects.get()
    assert (row.state, row.remark, row.ended_by_name) == ("cancelled", "The road is closed", "Rosa")
    assert case_for(cast.rosa, case).site == cast.checkpoint
    assert [m.outcome for m in matters_of(case) if m.kind == "transfer"] == ["cancelled"]
    assert in_no_place() == 0
    send_transfer(cast.rosa, people=[case], to_site=cast.west, entry=new_id())
    programme.check_rebuild()


def test_who_arrived_cannot_be_called_off(programme, cast, sent):
    group, case = sent
    receive_transfer(cast.salma, group=group, people=[case], entry=new_id())
    with pytest.raises(RuleBroken, match="received already"):
        cancel_transfer(cast.rosa, group=group, people=[case], reason="Late", entry=new_id())


def test_only_the_sending_site_calls_it_off(programme, cast, sent):
    group, case = sent
    with pytest.raises(NotFound):
        cancel_transfer(cast.salma, group=group, people=[case], reason="Full", entry=new_id())


def test_the_page_asks_why(programme, cast, sent):
    group, case = sent
    rosa = client_for(cast.rosa)
    address = f"/shelter/transfers/{group}/cancel/"
    assert "They stay at Azaz Road" in rosa.get(address).content.decode()
    assert rosa.post(address, {"people": [case], "reason": " ", "entry": new_id()}).status_code == 422
    said = {"people": [case], "reason": "The road is closed", "entry": new_id()}
    assert rosa.post(address, said).status_code == 302
    assert Transfer.objects.get().state == "cancelled"
