"""Two people, one place, the same moment: the write lock lets the second one see what the first one did."""

import threading

import pytest
from django.db import connection

from onward.kit.errors import RuleBroken
from onward.kit.ids import new_id
from onward.shelter.actions import assign_place, receive_transfer, send_transfer
from onward.shelter.models import Lodging, Transfer
from onward.shelter.queries import in_no_place
from tests.housing import arrive, places_in


def together(*acts):
    """Do these at once, each on a thread and a connection of its own; what each was refused with."""
    start, refused = threading.Barrier(len(acts)), []

    def run(act):
        start.wait()
        try:
            act()
        except RuleBroken as broken:
            refused.append(broken.sentence)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return refused


def test_the_last_place_is_given_once(programme, cast):
    last = places_in(programme, cast.east_tents)[0]
    people = [arrive(programme, cast, f"Quiet Cedar {number}", site=cast.east) for number in range(4)]

    def give(case):
        assign_place(cast.sami, places={case: last}, entry=new_id())

    refused = together(*(lambda case=case: give(case) for case in people))
    assert len(refused) == 3
    assert all("is taken; choose another place" in sentence for sentence in refused)
    assert Lodging.objects.filter(place=last).count() == 1
    assert in_no_place() == 0
    programme.check_rebuild()


@pytest.mark.deep
def test_two_hundred_at_once_get_the_places_that_there_are(programme, cast):
    """Two hundred clerks, eight places, one write at a time in the database's own file: eight are given, each once."""
    tents = places_in(programme, cast.east_tents)
    people = [arrive(programme, cast, f"Quiet Cedar {number}", site=cast.east) for number in range(200)]

    def give(number):
        assign_place(cast.sami, places={people[number]: tents[number % len(tents)]}, entry=new_id())

    refused = together(*(lambda number=number: give(number) for number in range(200)))
    taken = list(Lodging.objects.exclude(place="").values_list("place", flat=True))
    assert sorted(taken) == sorted(tents)
    assert len(refused) == 200 - len(tents)
    assert all("is taken; choose another place" in sentence for sentence in refused)
    assert in_no_place() == 0
    programme.check_rebuild()


def test_two_receivers_sign_once(programme, cast):
    case = arrive(programme, cast)
    group = new_id()
    send_transfer(cast.rosa, people=[case], to_site=cast.east, entry=group)

    def sign():
        receive_transfer(cast.salma, group=group, people=[case], entry=new_id())

    assert together(sign, sign) == ["Quiet Cedar has been received already."]
    assert Transfer.objects.get().state == "received"
    assert programme.verify().fault is None
