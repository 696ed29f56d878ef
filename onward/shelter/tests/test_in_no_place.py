"""Nobody is ever in no place, whatever shelter does, in whatever order."""

import random

import pytest

from onward.cases.actions import withdraw_entry
from onward.cases.events import CompanionNoted, Move
from onward.journal.models import projecting
from onward.kit.errors import OnwardError, RuleBroken
from onward.kit.ids import new_id
from onward.shelter.actions import assign_place, cancel_transfer, receive_transfer, send_transfer
from onward.shelter.models import Lodging, Transfer
from onward.shelter.queries import board_for, in_no_place
from onward.waiting.queries import matters_of
from tests.cast import client_for
from tests.housing import arrive, places_in


def check(people):
    """One site, one custody, no place of another site, and for whoever has none somebody who owes it."""
    assert in_no_place() == 0
    rows = list(Lodging.objects.all())
    assert {row.id for row in rows} == set(people)
    places = [row.place for row in rows if row.place]
    assert len(places) == len(set(places))
    for row in rows:
        owed = {matter.what for matter in matters_of(row.id) if matter.closed_on is None}
        assert row.place or owed & {"housed", "place"}
        assert ("transfer" in owed) == Transfer.objects.filter(stream=row.id, state="under_way").exists()


def act(dice, programme, cast, people):
    """One act of shelter, as likely refused as not."""
    person = dice.choice(people)
    manager = dice.choice((cast.salma, cast.wafa))
    row = dice.choice([*Transfer.objects.all(), None])
    match dice.randrange(4):
        case 0:
            sender = dice.choice((cast.rosa, manager))
            send_transfer(sender, people=[person], to_site=dice.choice((cast.east, cast.west)), entry=new_id())
        case 1 if row:
            receive_transfer(manager, group=row.group, people=[row.stream], entry=new_id())
        case 2 if row:
            sender = dice.choice((cast.rosa, manager))
            cancel_transfer(sender, group=row.group, people=[row.stream], reason="No road", entry=new_id())
        case _:
            block = dice.choice((cast.east_tents, cast.west_tents))
            assign_place(manager, places={person: dice.choice(places_in(programme, block))}, entry=new_id())


def test_after_every_act_everybody_is_in_one_place(programme, cast):
    dice = random.Random(2017)
    people = [arrive(programme, cast, f"Quiet Cedar {number}") for number in range(5)]
    check(people)
    done = 0
    for _turn in range(150):
        try:
            act(dice, programme, cast, people)
        except OnwardError:
            continue
        done += 1
        check(people)
    assert done > 20
    programme.check_rebuild()


@pytest.mark.parametrize("end", [{"facts": {"ended": "returned"}}, {"moves": Move(custody="")}])
def test_who_is_signed_over_or_home_leaves_their_place_free(programme, cast, end):
    case = arrive(programme, cast, site=cast.east)
    place = places_in(programme, cast.east_tents)[0]
    assign_place(cast.sami, places={case: place}, entry=new_id())
    programme.say(CompanionNoted(other=new_id(), **end), stream=case)
    assert not Lodging.objects.exists()
    assert board_for(cast.salma, cast.east).free == 14
    assert in_no_place() == 0


def test_who_has_left_on_the_journey_is_at_no_site_but_answered_for(programme, cast):
    case = arrive(programme, cast, site=cast.east)
    assign_place(cast.sami, places={case: places_in(programme, cast.east_tents)[0]}, entry=new_id())
    programme.say(CompanionNoted(other=new_id(), moves=Move(place="")), stream=case)
    board = board_for(cast.salma, cast.east)
    assert (board.here, board.free, board.unhoused, in_no_place()) == (0, 14, 0, 0)


def test_the_number_stands_on_the_transfers_page(programme, cast):
    page = client_for(cast.salma).get("/shelter/transfers/").content.decode()
    assert "in no place, or in two" in page
    assert "Nobody is on the road to you or from you." in page


@pytest.mark.parametrize("nowhere", [Move(site=""), Move(place="p" * 32, site="")])
def test_whoever_says_it_nobody_is_left_nowhere(programme, cast, nowhere):
    case = arrive(programme, cast)
    with pytest.raises(RuleBroken, match="in no place, or in two"):
        programme.say(CompanionNoted(other=new_id(), moves=nowhere), stream=case)
    assert (in_no_place(), Lodging.objects.get(id=case).site) == (0, cast.checkpoint)


def test_a_place_given_by_mistake_is_not_given_back_once_somebody_else_has_the_old_one(programme, cast):
    case, other = (arrive(programme, cast, name, site=cast.east) for name in ("Quiet Cedar", "Clear River"))
    first, second = places_in(programme, cast.east_tents)[:2]
    assign_place(cast.sami, places={case: first}, entry=new_id())
    assign_place(cast.sami, places={case: second}, entry=(moved := new_id()))
    assign_place(cast.sami, places={other: first}, entry=new_id())
    with pytest.raises(RuleBroken, match="has their old place now"):
        withdraw_entry(cast.cora, case=case, withdraws=moved, why="Another bed.")
    assert Lodging.objects.get(id=case).place == second


def test_somebody_nowhere_after_all_is_counted_and_named_to_those_who_may_know(programme, cast):
    case = arrive(programme, cast, site=cast.east)
    with projecting(case):  # what another node said stands, whatever it leaves behind
        Lodging.objects.filter(id=case).update(astray=True)
    assert in_no_place() == board_for(cast.salma, cast.east).astray == 1
    assert "Quiet Cedar" in client_for(cast.cora).get("/shelter/safety/").content.decode()
    assert "Quiet Cedar" not in client_for(cast.wafa).get("/shelter/safety/").content.decode()
