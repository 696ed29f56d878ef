"""Whatever leaders do, and in whatever order: no seat twice, nobody on two journeys, nobody leaves twice or divided."""

from contextlib import suppress
from datetime import timedelta

from django.urls import reverse
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.core import given

from onward.homecoming.models import Journey as Way
from onward.homecoming.models import Seat
from onward.homecoming.queries import Standing, convoy_for, seated
from onward.homecoming.rules import convoys
from onward.homecoming.tests.convoys import NAMES, Journey
from onward.journal.reading import history
from onward.kit.dates import today
from onward.kit.errors import RuleBroken
from onward.kit.ids import new_id
from tests.cast import client_for, resident

ACTS = st.tuples(
    st.sampled_from(("seat", "seat", "seat", "take_off", "depart", "cancel", "stay", "go")),
    st.integers(0, 1),
    st.sets(st.integers(0, 3), min_size=1, max_size=3),
)


def act(journey, what, convoy, people):
    cases = [story.case for story in journey.stories]
    who = [cases[each] for each in sorted(people)]
    if what == "seat":
        journey.seat(*who, convoy=convoy)
    elif what == "take_off":
        journey.do("take_off_convoy", convoy=convoy, people=who, reason="other")
    elif what == "depart":
        journey.depart(convoy=convoy)
    elif what == "cancel":
        journey.do("cancel_convoy", convoy=convoy, reason="Rain.")
    elif what == "stay":
        journey.stories[min(people)].wish(wish="not_yet", country="")
    else:
        journey.stories[min(people)].wish()


def check(journey, both, family):
    for convoy in both:
        on_it = seated(convoy)
        assert len(on_it) <= convoy_for(journey.cast.lina, convoy).seats
        left = Way.objects.filter(convoy=convoy).values_list("stream", flat=True)
        assert len(set(left) & family) in (0, len(family))
    for story in journey.stories:
        held = Seat.objects.filter(stream=story.case, state=convoys.HELD)
        assert held.count() <= 1
        departures = [one for one in history(story.case) if one.kind == "homecoming.departed"]
        assert len(departures) <= 1
        assert not (held and departures)


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(acts=st.lists(ACTS, min_size=4, max_size=9))
def _any_order(journey, family, acts):
    both = [journey.plan(seats=2), journey.plan(seats=3)]
    for what, number, people in acts:
        with suppress(RuleBroken):
            act(journey, what, both[number], people)
        check(journey, both, family)


def test_no_order_of_acts_overbooks_doubles_or_divides(programme, cast):
    journey = Journey(programme, cast)
    family = set(journey.ready(*NAMES[:2], family=new_id()))
    journey.ready(*NAMES[2:])
    _any_order(journey, family)
    programme.check_rebuild()


def test_a_travellers_own_page_tells_the_day_once_they_were_told(programme, cast):
    journey = Journey(programme, cast)
    (case,) = journey.ready(NAMES[0])
    journey.seat(case)
    assert "My journey" not in page(case)
    journey.do("tell_travellers", people=[case], on=today(), take="Warm clothes.")
    shown = page(case)
    assert "Warm clothes." in shown
    assert "Two delegates" in shown
    plan = {"destination": "border", "seats": 2, "receiver": "The ministry"}
    journey.do("change_convoy", day=today() + timedelta(days=8), reason="Rain.", **plan)
    assert "The day has changed." in page(case)
    journey.do("cancel_convoy", reason="Rain.")
    assert "My journey" not in page(case)
    assert Standing(case).journey is None


def page(case):
    return client_for(resident(case)).get(reverse("door:see_way")).content.decode()
