import pytest

from onward.access.actions import add_staff
from onward.access.queries import actor_from, staff_for
from onward.cases.events import CompanionNoted, Holder, Opens
from onward.cases.queries import case_for
from onward.kit.errors import NotAllowed, NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.places.actions import add_organisation, add_site
from onward.shelter.actions import assign_place, receive_transfer, send_transfer
from onward.shelter.models import Lodging, Transfer
from onward.shelter.queries import in_no_place, waiting_for_place
from onward.waiting.queries import matters_of, review_owed, reviewer_at
from tests.cast import client_for
from tests.housing import arrive


@pytest.fixture
def sent(programme, cast):
    """Two companions on the road from the checkpoint to the camp."""
    quiet = arrive(programme, cast)
    clear = arrive(programme, cast, "Clear River", companions=(quiet,))
    group = new_id()
    send_transfer(cast.rosa, people=[quiet, clear], to_site=cast.east, entry=group)
    return group, quiet, clear


def owed(case, what):
    return [matter for matter in matters_of(case) if matter.what == what and matter.closed_on is None]


def test_site_and_custody_pass_when_the_receiver_signs(programme, cast, sent):
    group, quiet, clear = sent
    receive_transfer(cast.salma, group=group, people=[quiet, clear], note="Tired", entry=new_id())
    case = case_for(cast.salma, quiet)
    assert (case.site, case.custody, case.place) == (cast.east, cast.group, "")
    assert owed(quiet, "transfer") == []
    assert set(Transfer.objects.values_list("state", "ended_by_name")) == {("received", "Salma")}
    assert in_no_place() == 0
    with pytest.raises(NotFound):
        case_for(cast.rosa, quiet)
    programme.check_rebuild()


def test_the_new_site_owes_the_place(programme, cast, sent):
    group, quiet, _clear = sent
    receive_transfer(cast.salma, group=group, people=[quiet], entry=new_id())
    (housed,) = owed(quiet, "housed")
    assert housed.holder_name == "Salma"
    assert [party.first.name for party in waiting_for_place(cast.salma, cast.east)] == ["Quiet Cedar"]


def test_a_reviewer_of_those_who_take_custody_over_is_released_and_it_says_why(programme, cast):
    far = add_site(cast.adam, name="Bench House", kind="house", organisation=cast.bench)
    keeper = add_staff(cast.adam, name="Faris", roles=["site_manager"], sites=[far], organisation=cast.bench).staff
    case, group = arrive(programme, cast), new_id()
    review = review_owed(case, holder=reviewer_at(cast.checkpoint, custody=cast.group), first=True)
    programme.say(CompanionNoted(other=new_id(), opens=(review,)), stream=case)
    (before,) = owed(case, "review")
    send_transfer(cast.rosa, people=[case], to_site=far, entry=group)
    receive_transfer(actor_from(staff_for(cast.adam, keeper)), group=group, people=[case], entry=new_id())
    (after,) = owed(case, "review")
    assert (before.holder_name, after.holder_name, after.reason) == ("Vera", "", "not_independent")
    programme.check_rebuild()


def test_what_custody_owes_passes_to_the_officer_of_the_new_custody(programme, cast):
    new = add_organisation(cast.adam, name="Other Group", kind="group")
    far = add_site(cast.adam, name="Far House", kind="house", organisation=new)
    officer = add_staff(cast.adam, name="Farid", roles=["custody_officer"], everywhere=True, organisation=new)
    keeper = add_staff(cast.adam, name="Faris", roles=["site_manager"], sites=[far], organisation=new).staff
    holder = Holder(kind="staff", id=cast.karim.id, name="Karim", office="custody_officer")
    exit_asked = Opens(id=new_id(), kind="step", what="exit_authorised", holder=holder, rank=9)
    case, group = arrive(programme, cast), new_id()
    programme.say(CompanionNoted(other=new_id(), opens=(exit_asked,)), stream=case)
    send_transfer(cast.rosa, people=[case], to_site=far, entry=group)
    assert owed(case, "exit_authorised")[0].holder_name == "Karim"
    receive_transfer(actor_from(staff_for(cast.adam, keeper)), group=group, people=[case], entry=new_id())
    assert owed(case, "exit_authorised")[0].holder_id == officer.staff
    assert owed(case, "housed")[0].holder_name == "Faris"


def test_who_was_housed_before_is_owed_a_place_anew(programme, cast, sent):
    group, quiet, clear = sent
    receive_transfer(cast.salma, group=group, people=[quiet, clear], entry=new_id())
    place = programme.sql("SELECT id FROM places_place WHERE block = %s", cast.east_tents)[0][0]
    assign_place(cast.salma, places={quiet: place}, entry=new_id())
    assert owed(quiet, "housed") == []
    onward = new_id()
    send_transfer(cast.salma, people=[quiet], to_site=cast.west, entry=onward)
    assert Lodging.objects.get(id=quiet).place == place
    receive_transfer(cast.wafa, group=onward, people=[quiet], entry=new_id())
    assert Lodging.objects.get(id=quiet).place == ""
    (wanted,) = owed(quiet, "place")
    assert (wanted.kind, wanted.holder_name) == ("need", "Wafa")
    assert in_no_place() == 0


def test_who_is_not_ticked_stays_with_the_sender(programme, cast, sent):
    group, quiet, clear = sent
    receive_transfer(cast.salma, group=group, people=[quiet], entry=new_id())
    assert case_for(cast.rosa, clear).site == cast.checkpoint
    assert owed(clear, "transfer")[0].holder_name == "Rosa"


def test_one_signature_is_not_two(programme, cast, sent):
    group, quiet, _clear = sent
    receive_transfer(cast.salma, group=group, people=[quiet], entry=new_id())
    with pytest.raises(RuleBroken, match="received already"):
        receive_transfer(cast.salma, group=group, people=[quiet], entry=new_id())
    onward = new_id()
    send_transfer(cast.salma, people=[quiet], to_site=cast.west, entry=onward)
    with pytest.raises(NotFound):
        receive_transfer(cast.salma, group=onward, people=[quiet], entry=new_id())


def test_it_needs_the_role_and_the_site(programme, cast, sent):
    group, quiet, _clear = sent
    with pytest.raises(NotAllowed):
        receive_transfer(cast.sami, group=group, people=[quiet], entry=new_id())
    for people in ([quiet, new_id()], [quiet]):
        with pytest.raises(NotFound):
            receive_transfer(cast.wafa, group=group, people=people, entry=new_id())


def test_the_page_receives(programme, cast, sent):
    group, quiet, clear = sent
    salma = client_for(cast.salma)
    assert "Quiet Cedar" in salma.get("/shelter/transfers/").content.decode()
    page = salma.get(f"/shelter/transfers/{group}/receive/")
    assert "Sent from Azaz Road to Azaz East by Rosa" in page.content.decode()
    said = {"people": [quiet, clear], "entry": new_id()}
    answer = salma.post(f"/shelter/transfers/{group}/receive/", said)
    assert answer["Location"] == f"/shelter/sites/{cast.east}/"
    assert "Not yet housed" in salma.get(answer["Location"]).content.decode()


def test_the_page_tells_the_second_receiver_what_became_of_them(programme, cast, sent):
    group, quiet, clear = sent
    salma, address = client_for(cast.salma), f"/shelter/transfers/{group}/receive/"
    receive_transfer(cast.salma, group=group, people=[quiet], entry=new_id())
    answer = salma.post(address, {"people": [quiet, clear], "entry": new_id()})
    assert answer.status_code == 422
    assert "Quiet Cedar has been received already." in answer.content.decode()
    assert owed(clear, "transfer")
    receive_transfer(cast.salma, group=group, people=[clear], entry=new_id())
    assert "None of them is on the road any more." in salma.get(address).content.decode()


def test_another_site_gets_404(programme, cast, sent):
    assert client_for(cast.wafa).get(f"/shelter/transfers/{sent[0]}/receive/").status_code == 404


def test_the_page_refuses_nobody_and_strangers(programme, cast, sent):
    salma = client_for(cast.salma)
    for people in ([], [new_id()]):
        answer = salma.post(f"/shelter/transfers/{sent[0]}/receive/", {"people": people, "entry": new_id()})
        assert answer.status_code == 422
    assert Transfer.objects.filter(state="received").count() == 0
