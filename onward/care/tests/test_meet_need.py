import pytest

from onward.care.actions import meet_need
from onward.care.queries import needs_of
from onward.cases.events import CompanionNoted, Holder, Opens
from onward.kit.errors import NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.waiting.queries import matters_of
from tests.cast import client_for
from tests.housing import arrive


@pytest.fixture
def owed(programme, cast):
    """A resident at the camp whose feet want dressing; gives the case and the need."""
    case, need = arrive(programme, cast, site=cast.east), new_id()
    holder = Holder(kind="staff", id=cast.salma.id, name="Salma", office="site_manager")
    wants = Opens(id=need, kind="need", what="wounds", holder=holder, norm=1)
    programme.say(CompanionNoted(other=new_id(), opens=(wants,)), stream=case)
    return case, need


def test_a_need_is_met_once(programme, cast, owed):
    case, need = owed
    assert [matter.what for matter in needs_of(cast.sami, case)] == ["wounds"]
    meet_need(cast.sami, case=case, need=need, note="Dressed", entry=new_id())
    assert needs_of(cast.sami, case) == []
    with pytest.raises(RuleBroken, match="met already"):
        meet_need(cast.sami, case=case, need=need, entry=new_id())
    programme.check_rebuild()


def test_only_a_need_is_met_and_only_here(programme, cast, owed):
    case, need = owed
    step = next(matter.id for matter in matters_of(case) if matter.kind == "step")
    for actor, matter in ((cast.sami, step), (cast.sami, new_id()), (cast.omar, need)):
        with pytest.raises(NotFound):
            meet_need(actor, case=case, need=matter, entry=new_id())


def test_the_page_meets_it(programme, cast, owed):
    case, need = owed
    sami = client_for(cast.sami)
    address = f"/care/cases/{case}/needs/{need}/met/"
    assert sami.get(address).status_code == 200
    assert sami.post(address, {"note": "x" * 2000, "entry": new_id()}).status_code == 422
    assert sami.post(address, {"note": "Dressed", "entry": new_id()}).status_code == 302
    assert needs_of(cast.sami, case) == []
