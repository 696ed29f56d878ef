"""What specialists owe goes with a person who is moved: to who cares for them there, never to who keeps them."""

import pytest
from django.urls import reverse
from msgspec.structs import replace

from onward.access.actions import add_staff
from onward.care.actions import meet_need
from onward.cases.events import Holder, Opens
from onward.kit.dates import today
from onward.kit.errors import NotAllowed, RuleBroken
from onward.kit.ids import new_id
from onward.reception.actions import record_arrival
from onward.reception.events import NeedsNoted
from onward.reception.rules import Person
from onward.shelter.actions import receive_transfer, send_transfer
from onward.waiting.actions import hand_matter
from onward.waiting.queries import matters_of
from tests.cast import client_for
from tests.housing import arrive


def owed(case, what):
    return [matter for matter in matters_of(case) if matter.what == what and matter.closed_on is None]


@pytest.mark.parametrize("keeps", [True, False])
def test_what_is_owed_in_health_passes_to_who_cares_at_the_new_site_and_never_to_those_who_keep_them(
    programme, cast, keeps
):
    case, group, need = arrive(programme, cast, site=cast.west if keeps else cast.checkpoint), new_id(), new_id()
    holder = Holder(kind="staff", id=cast.hala.id, name="Hala", office="health_worker")
    hurt = Opens(id=need, kind="need", what="hurt", holder=holder, norm=1)
    programme.say(NeedsNoted(needs=("hurt",), opens=(hurt,)), stream=case, within="health")
    theirs = {"roles": ["health_worker"], "sites": [cast.west]}
    add_staff(cast.adam, name="Host doctor", organisation=cast.group, **theirs)
    sender, to, receiver = (cast.wafa, cast.east, cast.salma) if keeps else (cast.rosa, cast.west, cast.wafa)
    send_transfer(sender, people=[case], to_site=to, entry=group)
    receive_transfer(receiver, group=group, people=[case], entry=new_id())
    (after,) = owed(case, "hurt")
    assert (after.holder_name, after.office) == ("Hala" if keeps else "Cora", "health_worker")
    if not keeps:
        back, again = new_id(), new_id()
        send_transfer(cast.wafa, people=[case], to_site=cast.east, entry=back)
        receive_transfer(cast.salma, group=back, people=[case], entry=again)
        assert owed(case, "hurt")[0].holder_name == "Hala"
    programme.check_rebuild()


def test_where_no_health_staff_is_whoever_coordinates_holds_it_and_hands_it_on_unread(programme, cast):
    """A need in a compartment has somebody from the first moment; not the host's own doctor, though there is one."""
    theirs = {"roles": ["health_worker"], "sites": [cast.checkpoint]}
    add_staff(cast.adam, name="Host doctor", organisation=cast.group, **theirs)
    (case,) = record_arrival(cast.rosa, site=cast.checkpoint, language="fr", people=[Person(needs=("hurt",))])
    (need,) = owed(case, "hurt")
    assert (need.holder_name, need.office, need.compartment) == ("Cora", "health_worker", "health")
    address = reverse("waiting:hand_matter", args=[case, need.id])
    page = client_for(cast.cora).get(reverse("desk:case", args=[case])).content.decode()
    form = client_for(cast.cora).get(address).content.decode()
    assert f'href="{address}"' in page
    assert "A need; health staff hold it" in page
    assert "Hurt" not in page + form
    assert client_for(cast.nadia).get(address).status_code == 403
    assert client_for(replace(cast.sami, everywhere=True)).get(address).status_code == 404
    with pytest.raises(RuleBroken):
        hand_matter(cast.cora, case=case, matter=need.id, staff=cast.sami.id, on=today())
    with pytest.raises(NotAllowed):
        meet_need(cast.cora, case=case, need=need.id, entry=new_id())
    hand_matter(cast.cora, case=case, matter=need.id, staff=cast.hala.id, on=today())
    assert owed(case, "hurt")[0].holder_name == "Hala"
    assert client_for(cast.cora).get(address).status_code == 404
    programme.check_rebuild()
