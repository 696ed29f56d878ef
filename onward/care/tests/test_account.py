"""The account of a journey: whose it is, who reads it, and what comes of it only where the person wants it."""

import pytest
from django.urls import reverse
from msgspec.structs import replace

from onward.care.actions import note_account, open_account, shut_account
from onward.care.queries import accounts_for, care_for
from onward.care.rules import Relative
from onward.cases.queries import case_for
from onward.journal import reading
from onward.kit.dates import today
from onward.kit.errors import NotAllowed, NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.waiting.queries import matters_of
from tests.cast import client_for, resident
from tests.housing import arrive

WORDS = "Nous avons marché toute la nuit."


@pytest.fixture
def case(programme, cast):
    return arrive(programme, cast, site=cast.east)


def tell(actor, case, **more):
    said = {"words": WORDS, "on": today(), "language": "fr", "interpreter": "Hanan"} | more
    note_account(actor, case=case, entry=new_id(), **said)


def may_read(actor, case):
    try:
        return bool(accounts_for(actor, case_for(actor, case)))
    except NotFound:
        return False


def test_who_reads_it(programme, cast, case):
    tell(cast.sami, case)
    herself = resident(case)
    reads = {name for name in cast.__struct_fields__ if hasattr(getattr(cast, name), "roles")}
    reads = {name for name in reads - {"rosa", "wafa", "omar"} if may_read(getattr(cast, name), case)}
    assert reads == {"sami", "hala", "yara"}
    assert may_read(herself, case)
    for own in (cast.sami, cast.hala, cast.yara, cast.lucie):
        assert not may_read(replace(own, organisation=cast.group), case)
        with pytest.raises((NotFound, NotAllowed)):
            tell(replace(own, organisation=cast.group), case)
    assert all(WORDS not in str(one.event) for one in reading.history(case))


def test_a_lawyer_reads_it_with_the_persons_leave_and_no_longer(programme, cast, case):
    tell(cast.sami, case)
    herself, address = resident(case), reverse("care:see_account", args=[case])
    lucie = client_for(cast.lucie)
    assert lucie.get(address).status_code == 404
    open_account(herself, lawyer=cast.lucie.id, entry=new_id())
    assert WORDS in lucie.get(address).content.decode()
    assert not may_read(replace(cast.lucie, id=new_id()), case)
    shut_account(herself, lawyer=cast.lucie.id, entry=new_id())
    assert lucie.get(address).status_code == 404
    with pytest.raises(RuleBroken):
        shut_account(herself, lawyer=cast.lucie.id, entry=new_id())
    with pytest.raises(RuleBroken):
        open_account(herself, lawyer=cast.hala.id, entry=new_id())
    programme.check_rebuild()


def test_what_becomes_of_it_is_the_persons_to_say(programme, cast, case):
    for wrong in ({"injuries": "A foot."}, {"care": True}, {"search": Relative(name="Ali")}, {"words": " "}):
        with pytest.raises(RuleBroken):
            tell(cast.sami, case, **wrong)
    assert reading.history(case)[1:] == []
    tell(cast.sami, case)
    assert {one.kind for one in matters_of(case)} == {"step"}
    sought = Relative(name="Ali", relation="brother", last_seen="2025-11", region="The north", agreed=True)
    tell(cast.sami, case, injuries="A foot.", care=True, search=sought)
    assert {(one.kind, one.what, one.holder_name) for one in matters_of(case) if one.kind != "step"} == {
        ("need", "health", "Hala"),
        ("tracing", "relative", "Yara"),
    }
    assert [one.title for one in care_for(cast.hala, case).needs] == ["Health"]
    for actor in (cast.sami, cast.hala, cast.yara, cast.salma):  # names are opened with a reason, elsewhere
        page = client_for(actor).get(reverse("desk:case", args=[case])).content.decode()
        assert "Ali" not in page
        assert WORDS not in page
    programme.check_rebuild()


def test_the_page_says_what_it_is_for_and_has_nothing_ticked(programme, cast, case):
    page = client_for(cast.sami).get(reverse("care:note_account", args=[case])).content.decode()
    assert "no ways, no roads, no map" in page
    assert " checked" not in page
    for field in ("place", "route", "map", "coordinates"):
        assert f'name="{field}"' not in page
