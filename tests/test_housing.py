"""From the checkpoint to a bed, through the acts of every room on the way: each day has its holder."""

from datetime import timedelta

import pytest

from onward.cases.queries import case_for
from onward.kit.dates import now
from onward.kit.ids import new_id
from onward.reception.actions import record_arrival
from onward.reception.rules import Person
from onward.shelter.actions import assign_place, receive_transfer, send_transfer
from onward.shelter.queries import in_no_place
from onward.waiting.queries import account_for, open_step
from tests.housing import places_in


@pytest.fixture
def story(programme, cast):
    """Two women who came together five days ago, sent on the next day, received and housed two days later."""
    start = now() - timedelta(days=5)
    woman = Person(sex="woman", age="adult", with_whom="companions")
    with programme.at(start):
        quiet, clear = record_arrival(cast.rosa, site=cast.checkpoint, language="fr", people=[woman, woman])
    group = new_id()
    with programme.at(start + timedelta(days=1)):
        send_transfer(cast.rosa, people=[quiet, clear], to_site=cast.east, entry=group)
    with programme.at(start + timedelta(days=3)):
        receive_transfer(cast.salma, group=group, people=[quiet, clear], entry=new_id())
    tents = places_in(programme, cast.east_tents)
    with programme.at(start + timedelta(days=4)):
        assign_place(cast.salma, places={quiet: tents[0], clear: tents[1]}, entry=new_id())
    return quiet, clear


def test_the_road_is_the_sender_s_and_the_bed_the_receiver_s(programme, cast, story):
    for case in story:
        rows = account_for(cast.salma, case).rows
        days = {(row.step, row.holder.name): (row.end - row.start).days for row in rows}
        assert days[("transfer", "Rosa")] == 2
        assert days[("housed", "Salma")] == 1
        assert sum(days.values()) == 5
        assert open_step(case).what == "heard"
        assert case_for(cast.sami, case).stage == "heard"
    assert in_no_place() == 0
    assert programme.verify().fault is None
    programme.check_rebuild()
