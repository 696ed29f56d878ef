"""A card is scanned: one is given, or one sentence says why not. Nobody is served twice."""

from datetime import timedelta

import pytest

from onward.cases.actions import issue_card
from onward.kit.dates import now, telling
from onward.kit.errors import NotAllowed, NotFound, RuleBroken
from onward.kit.ids import derived_id, new_id
from onward.relief.actions import (
    add_thing,
    change_thing,
    end_thing,
    serve_at_desk,
    serve_thing,
    take_back_serving,
)
from onward.relief.models import Serving
from onward.relief.queries import counts_for, exceptions_for, given_to, servings, things_at
from tests.cast import client_for, resident
from tests.housing import arrive

NOON = now().replace(hour=9, minute=0, second=0, microsecond=0)


@pytest.fixture
def camp(programme, cast):
    """Two people with cards at Azaz East; lunch, supper and Iftar, of which nobody gets the last two on one day."""
    with telling(NOON - timedelta(days=9)):
        people = [arrive(programme, cast, name, site=cast.east) for name in ("Quiet Cedar", "Clear River")]
        codes = [issue_card(cast.salma, case=case).code for case in people]
        lunch = add_thing(cast.salma, site=cast.east, name="Lunch", entry=new_id())
        supper = add_thing(cast.salma, site=cast.east, name="Supper", entry=new_id())
        iftar = add_thing(cast.salma, site=cast.east, name="Iftar", excludes=[supper], entry=new_id())
    with telling(NOON):
        yield {"people": people, "codes": codes, "lunch": lunch, "supper": supper, "iftar": iftar}


def scan(actor, thing, code, entry=None):
    return serve_thing(actor, thing=thing, code=code, entry=entry or new_id())


def test_a_card_is_served_once_a_day_and_the_same_form_twice_is_one(programme, cast, camp):
    code, entry = camp["codes"][0], new_id()
    assert scan(cast.ravi, camp["lunch"], code, entry) == scan(cast.ravi, camp["lunch"], code, entry)
    with pytest.raises(RuleBroken, match="today already"):
        scan(cast.sami, camp["lunch"], code)
    assert counts_for(cast.salma, cast.east, day=NOON.date()).days[0][1][1] == ("Lunch", 1)
    with telling(NOON + timedelta(days=1)):
        scan(cast.ravi, camp["lunch"], code)
    assert Serving.objects.count() == 2
    programme.check_rebuild()


def test_two_cards_from_one_page_are_two_servings(cast, camp):
    entry = new_id()
    assert len({scan(cast.ravi, camp["lunch"], code, entry) for code in camp["codes"]}) == 2
    assert Serving.objects.count() == 2


def test_one_excludes_another_in_either_order(cast, camp):
    one, two = camp["codes"]
    scan(cast.ravi, camp["supper"], one)
    with pytest.raises(RuleBroken, match=r"Supper\. Nobody gets both"):
        scan(cast.ravi, camp["iftar"], one)
    scan(cast.ravi, camp["iftar"], two)
    with pytest.raises(RuleBroken, match=r"Iftar\. Nobody gets both"):
        scan(cast.ravi, camp["supper"], two)


def test_the_next_is_not_given_before_its_time(cast, camp):
    kit = add_thing(cast.salma, site=cast.east, name="Soap", sort="thing", most=0, hours=48, entry=new_id())
    scan(cast.ravi, kit, camp["codes"][0])
    for later in (timedelta(hours=1), timedelta(hours=47)):
        with telling(NOON + later), pytest.raises(RuleBroken, match="too soon"):
            scan(cast.ravi, kit, camp["codes"][0])
    with telling(NOON + timedelta(hours=48)):
        scan(cast.ravi, kit, camp["codes"][0])


def test_who_stays_elsewhere_or_has_no_card_is_told_so(programme, cast, camp):
    west = arrive(programme, cast, "Far Meadow", site=cast.west)
    for code, said in (
        (issue_card(cast.wafa, case=west).code, "no card of anybody here"),
        ("0" * 26, "no card of anybody here"),
        ("ABCD1234", "Only the help desk"),
    ):
        with pytest.raises(RuleBroken, match=said):
            scan(cast.ravi, camp["lunch"], code)
    with pytest.raises(NotFound):
        scan(cast.omar, camp["lunch"], camp["codes"][0])
    with pytest.raises(NotAllowed):
        scan(cast.badia, camp["lunch"], camp["codes"][0])
    assert Serving.objects.count() == 0


def test_a_wrong_scan_is_taken_back_once_and_by_who_scanned(cast, camp):
    serving = scan(cast.ravi, camp["lunch"], camp["codes"][0])
    with pytest.raises(NotFound):
        take_back_serving(cast.salma, serving=serving, entry=new_id())
    take_back_serving(cast.ravi, serving=serving, reason="The card of another.", entry=new_id())
    with pytest.raises(RuleBroken, match="already"):
        take_back_serving(cast.ravi, serving=serving, entry=new_id())
    scan(cast.ravi, camp["lunch"], camp["codes"][0])
    assert counts_for(cast.salma, cast.east, day=NOON.date()).days[0][1][1] == ("Lunch", 1)


def test_the_help_desk_goes_against_a_rule_with_a_reason_which_oversight_reads(cast, camp):
    case = camp["people"][0]
    scan(cast.ravi, camp["lunch"], camp["codes"][0])
    with pytest.raises(RuleBroken, match="Say why"):
        serve_at_desk(cast.sami, case=case, thing=camp["lunch"], because=" ", entry=new_id())
    serve_at_desk(cast.sami, case=case, thing=camp["lunch"], because="It fell in the mud.", entry=new_id())
    serve_at_desk(cast.sami, case=case, thing=camp["supper"], because="Without a card.", entry=new_id())
    assert [one.because for one in exceptions_for(cast.nadia)] == ["It fell in the mud."]
    assert sorted(one.name for one in given_to(case)) == ["Lunch", "Lunch", "Supper"]


def test_exceptions_that_one_may_not_read_push_none_off_the_list(cast, camp, monkeypatch):
    for number, case in enumerate(camp["people"][:2]):
        scan(cast.ravi, camp["lunch"], camp["codes"][number])
        serve_at_desk(cast.sami, case=case, thing=camp["lunch"], because=f"Mud {number}.", entry=new_id())
    monkeypatch.setattr(servings, "EXCEPTIONS", 1)
    asked = servings.knows_of
    monkeypatch.setattr(servings, "knows_of", lambda actor, cases: asked(actor, set(cases) - {camp["people"][1]}))
    assert [one.because for one in exceptions_for(cast.nadia)] == ["Mud 0."]


def test_rules_may_change_and_end(cast, camp):
    rules = {"sort": "meal", "hours": 0, "excludes": [], "here_only": True, "for_family": False}
    with pytest.raises(RuleBroken, match="of that name"):
        change_thing(cast.salma, thing=camp["lunch"], name="supper", most=1, **rules, entry=new_id())
    change_thing(cast.salma, thing=camp["lunch"], name="Midday", most=2, **rules, entry=new_id())
    for _time in range(2):
        scan(cast.ravi, camp["lunch"], camp["codes"][0])
    with pytest.raises(RuleBroken, match="2 times today"):
        scan(cast.ravi, camp["lunch"], camp["codes"][0])
    end_thing(cast.salma, thing=camp["lunch"], entry=new_id())
    with pytest.raises(RuleBroken, match="any more"):
        scan(cast.ravi, camp["lunch"], camp["codes"][1])
    assert {one.name for one in things_at(cast.east)} == {"Supper", "Iftar"}


def test_the_counter_shows_yes_or_no_and_neither_name_nor_code(cast, camp):
    ravi, address, code = client_for(cast.ravi), f"/relief/things/{camp['lunch']}/", camp["codes"][0]
    first = ravi.get(address)
    assert "'wasm-unsafe-eval'" in first["Content-Security-Policy"]
    assert "wasm" not in ravi.get("/relief/")["Content-Security-Policy"]
    said = {"code": code.lower(), "entry": new_id()}
    yes = ravi.post(address, said, follow=True).content.decode()
    assert 'data-verdict="yes"' in yes
    no = ravi.post(address, {**said, "entry": new_id()})
    assert no.status_code == 422
    page = no.content.decode()
    assert 'data-verdict="no"' in page
    assert "They had it today already." in page
    for name in ("Quiet Cedar", code, code.lower(), camp["people"][0]):
        assert name not in yes + page


def test_the_help_desk_finds_by_the_number_and_no_address_holds_a_code(cast, camp, programme):
    (number,) = programme.sql("SELECT number FROM cases_card WHERE stream = %s", camp["people"][0])[0]
    sami = client_for(cast.sami)
    led = sami.post("/relief/desk/", {"code": number})
    assert led["Location"] == f"/relief/desk/{camp['people'][0]}/"
    assert "Quiet Cedar" in sami.get(led["Location"]).content.decode()
    assert sami.post("/relief/desk/", {"code": "NOSUCH"}).status_code == 422


def test_the_person_reads_what_they_were_given(cast, camp):
    scan(cast.ravi, camp["lunch"], camp["codes"][0])
    page = client_for(resident(camp["people"][0])).get("/door/given").content.decode()
    assert "Lunch" in page
    assert "Ravi" not in page
    assert derived_id(camp["people"][0], "relief") not in page
