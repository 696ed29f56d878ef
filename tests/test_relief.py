"""Relief beside shelter: two counters that scan one card at once, and families of whom one is away."""

from datetime import timedelta

import pytest

from onward.cases.actions import issue_card, link_family
from onward.kit.dates import now, telling
from onward.kit.errors import RuleBroken
from onward.kit.ids import new_id
from onward.relief.actions import add_thing, serve_family, serve_thing
from onward.relief.models import Serving
from onward.shelter.actions import note_absences, take_roster
from onward.shelter.tests.test_at_once import together
from onward.waiting.rules import CLOCK
from tests.cast import client_for
from tests.housing import arrive


def many(programme, cast, *, counters, people):
    """That many counters, each of which scans every card once, at once."""
    cases = [arrive(programme, cast, f"Quiet Cedar {number}", site=cast.east) for number in range(people)]
    codes = [issue_card(cast.salma, case=case).code for case in cases]
    lunch = add_thing(cast.salma, site=cast.east, name="Lunch", entry=new_id())

    def scan(code):
        serve_thing(cast.ravi, thing=lunch, code=code, entry=new_id())

    refused = together(*(lambda code=code: scan(code) for code in codes for _counter in range(counters)))
    assert refused == ["They had it today already."] * (people * (counters - 1))
    assert sorted(Serving.objects.values_list("case", flat=True)) == sorted(cases)
    assert programme.verify().fault is None
    programme.check_rebuild()


def test_two_counters_give_one_meal(programme, cast):
    many(programme, cast, counters=4, people=2)


@pytest.mark.deep
def test_two_hundred_scans_at_once_give_twenty_people_one_each(programme, cast):
    many(programme, cast, counters=10, people=20)


@pytest.fixture
def family(programme, cast):
    """Three who stay at Azaz East, the first with a card; what one of them may collect for the others."""
    with telling(now() - timedelta(days=9)):
        people = [
            arrive(programme, cast, name, site=cast.east) for name in ("Quiet Cedar", "Clear River", "Far Meadow")
        ]
        for other in people[1:]:
            link_family(cast.sami, case=people[0], other=other, entry=new_id())
        code = issue_card(cast.salma, case=people[0]).code
    food = add_thing(cast.salma, site=cast.east, name="Rations", for_family=True, entry=new_id())
    return people, code, food


def test_family_collects_but_not_for_who_is_away_or_had_theirs(programme, cast, family):
    (one, two, _away), code, food = family
    take_roster(cast.salma, site=cast.east, present=[one, two], entry=new_id())
    assert note_absences(CLOCK) == 1
    serving = serve_thing(cast.ravi, thing=food, code=code, entry=new_id())
    page = client_for(cast.ravi).get(f"/relief/things/{food}/?given={serving}").content.decode()
    assert "And 1 of their family" in page
    serve_family(cast.ravi, serving=serving, entry=new_id())
    assert {row.case for row in Serving.objects.all()} == {one, two}
    with pytest.raises(RuleBroken, match="Nobody else"):
        serve_family(cast.ravi, serving=serving, entry=new_id())
    tea = add_thing(cast.salma, site=cast.east, name="Tea", entry=new_id())
    with pytest.raises(RuleBroken, match="themselves"):
        serve_family(cast.ravi, serving=serve_thing(cast.ravi, thing=tea, code=code, entry=new_id()), entry=new_id())
