from datetime import timedelta

import pytest
from django.urls import reverse
from msgspec.structs import replace

from onward.cases.queries import case_for
from onward.homecoming.queries import Standing, convoy_for, convoys_for, held_seat, route_for
from onward.homecoming.tests.convoys import NAMES, ROUTE, Journey
from onward.homecoming.tests.story import Story
from onward.journal.reading import effective, history
from onward.kit.dates import today
from onward.kit.errors import NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.waiting.queries import matters_of
from tests.cast import client_for


@pytest.fixture
def journey(programme, cast) -> Journey:
    return Journey(programme, cast)


def departure(case):
    return next(one for one in matters_of(case) if one.what == "departed" and one.closed_on is None)


def test_a_whole_convoy_leaves_is_signed_for_and_arrives(journey, cast, programme):
    one, two = journey.ready(*NAMES[:2])
    entry = journey.seat(one, two)
    journey.seat(one, two, entry=entry)
    assert (departure(one).reason, departure(one).holder_name) == ("on_convoy", "Lina")
    left = journey.depart(with_papers=[one])
    journey.depart(with_papers=[one], entry=left)
    assert journey.state == "departed"
    said = [effective(case)[-1].event for case in (one, two)]
    assert [(each.convoy, each.papers_in_hand) for each in said] == [(journey.id, True), (journey.id, False)]
    assert len(history(journey.id)) == 2
    signed = journey.hand_over(one, two)
    journey.hand_over(one, two, entry=signed)
    for story in journey.stories:
        story.arrive()
    assert [case_for(cast.sami, case).ended_how for case in (one, two)] == ["returned", "returned"]
    programme.check_rebuild()


def test_there_are_never_more_people_than_seats(journey):
    one, two, three = journey.ready(*NAMES[:3])
    with pytest.raises(RuleBroken, match="2 seats free"):
        journey.seat(one, two, three)
    journey.seat(one, two)
    with pytest.raises(RuleBroken, match="0 seats free"):
        journey.seat(three)
    with pytest.raises(RuleBroken, match="given already"):
        journey.do(
            "change_convoy", day=today() + timedelta(days=3), destination="border", seats=1, receiver="The ministry"
        )


def test_nobody_sits_on_two_convoys_or_travels_unready(journey, programme, cast):
    (one,) = journey.ready(NAMES[0])
    journey.seat(one)
    other = journey.plan()
    with pytest.raises(RuleBroken, match="another journey"):
        journey.seat(one, convoy=other)
    unready = Story(programme, cast, NAMES[1]).until("go").case
    with pytest.raises(RuleBroken, match=f"{NAMES[1]}: The exit is not authorised"):
        journey.seat(unready)
    assert journey.seated == [one]


def test_all_or_nobody_leaves(journey, cast):
    one, two = journey.ready(*NAMES[:2])
    journey.seat(one, two)
    with pytest.raises(RuleBroken, match=r"\w+: This day is before"):
        journey.depart(on=today() - timedelta(days=9))
    assert [Standing(case).journey for case in (one, two)] == [None, None]
    assert journey.state == "planned"
    journey.stories[1].wish(wish="not_yet", country="")
    assert journey.seated == [one]
    journey.depart()
    with pytest.raises(RuleBroken, match="left already"):
        journey.depart()
    with pytest.raises(RuleBroken, match="recorded already"):
        journey.stories[0].depart()


def test_a_family_is_never_divided_in_silence(journey):
    family = new_id()
    one, two = journey.ready(*NAMES[:2], family=family)
    with pytest.raises(RuleBroken, match="family divided: Clear River"):
        journey.seat(one)
    journey.seat(one, two)
    with pytest.raises(RuleBroken, match="family divided: Quiet Cedar"):
        journey.do("take_off_convoy", people=[one], reason="not_ready")
    journey.stories[1].wish(wish="not_yet", country="")
    with pytest.raises(RuleBroken, match="family divided: Clear River"):
        journey.depart()
    journey.do("take_off_convoy", people=[one], reason="not_ready")
    assert journey.seated == []


def test_a_family_that_decided_to_part_may_part(journey):
    one, _two = journey.ready(*NAMES[:2], family=new_id(), says="decided_apart")
    journey.seat(one)
    assert journey.seated == [one]


def test_called_off_gives_every_seat_back_and_says_so(journey, cast, programme):
    people = journey.ready(*NAMES[:2])
    journey.seat(*people)
    journey.do("cancel_convoy", reason="The road is closed.")
    assert (journey.state, journey.seated, held_seat(people[0])) == ("cancelled", [], None)
    assert departure(people[0]).reason == "convoy_cancelled"
    with pytest.raises(RuleBroken, match="called off"):
        journey.seat(people[0])
    journey.stories[0].depart()
    programme.check_rebuild()


def test_a_journey_put_off_says_why(journey):
    plan = {"destination": "border", "seats": 2, "receiver": "The ministry", "route": ROUTE}
    with pytest.raises(RuleBroken, match="put off"):
        journey.do("change_convoy", day=today() + timedelta(days=9), **plan)
    journey.do("change_convoy", day=today() + timedelta(days=9), reason="Rain.", **plan)
    assert convoy_for(journey.cast.lina, journey.id).reason == "Rain."


def test_only_who_leads_or_travels_knows_when_and_where(journey, cast, programme):
    (one,) = journey.ready(NAMES[0])
    journey.seat(one)
    assert route_for(cast.lina, convoy_for(cast.lina, journey.id)).route == ROUTE
    sami = replace(cast.sami, sites=frozenset({*cast.sami.sites, *cast.lina.sites}))
    for actor in (sami, cast.cora, cast.salma, cast.nadia):
        assert convoys_for(actor) == []
        with pytest.raises(NotFound):
            convoy_for(actor, journey.id)
    assert ROUTE not in str(programme.rows())
    travels = journey.plan(travelling=[cast.sami.id])
    assert route_for(cast.sami, convoy_for(cast.sami, travels)).route == ROUTE
    day = (today() + timedelta(days=3)).isoformat()
    for actor in (cast.salma, cast.cora):
        client = client_for(actor)
        for name in ("homecoming:way", "desk:case", "cases:see_history"):
            shown = client.get(reverse(name, args=[one])).content.decode()
            assert ROUTE not in shown
            assert day not in shown
            assert "The ministry" not in shown


def test_a_coordinator_names_another_leader_and_learns_no_day_by_it(journey, cast):
    with pytest.raises(RuleBroken, match="liaison"):
        journey.do("hand_convoy", cast.cora, leader=cast.salma.id)
    shown = client_for(cast.cora).get(reverse("homecoming:see_convoys")).content.decode()
    assert "Lina" in shown
    assert not [word for word in (ROUTE, "The ministry", (today() + timedelta(days=3)).isoformat()) if word in shown]
    journey.do("hand_convoy", cast.cora, leader=cast.cora.id)
    assert convoy_for(cast.cora, journey.id).leader == cast.cora.id
    with pytest.raises(NotFound):
        convoy_for(cast.lina, journey.id)


def test_every_page_of_a_convoy_opens(journey, cast):
    one, two = journey.ready(*NAMES[:2])
    client = client_for(cast.lina)
    journey.seat(one)
    names = [
        "see_convoy",
        "change_convoy",
        "put_on_convoy",
        "take_off_convoy",
        "tell_travellers",
        "depart_convoy",
        "cancel_convoy",
    ]
    for name in names:
        assert client.get(reverse(f"homecoming:{name}", args=[journey.id])).status_code == 200
    journey.do("tell_travellers", people=[one], on=today(), take="Warm clothes.")
    journey.depart()
    for name in ("see_convoy", "hand_over_convoy", "see_handover_sheet"):
        assert client.get(reverse(f"homecoming:{name}", args=[journey.id])).status_code == 200
    assert client.get(reverse("homecoming:see_convoys")).status_code == 200
    assert two
