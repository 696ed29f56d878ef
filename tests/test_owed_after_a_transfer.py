"""What specialists owe goes with a person who is moved: to who cares for them there, never to who keeps them."""

import pytest

from onward.access.actions import add_staff
from onward.cases.events import Holder, Opens
from onward.kit.ids import new_id
from onward.reception.events import NeedsNoted
from onward.shelter.actions import receive_transfer, send_transfer
from onward.waiting.queries import matters_of
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
    assert (after.holder_name, after.office) == ("Hala" if keeps else "", "health_worker")
    if not keeps:
        back, again = new_id(), new_id()
        send_transfer(cast.wafa, people=[case], to_site=cast.east, entry=back)
        receive_transfer(cast.salma, group=back, people=[case], entry=again)
        assert owed(case, "hurt")[0].holder_name == "Hala"
    programme.check_rebuild()
