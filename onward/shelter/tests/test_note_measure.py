from datetime import timedelta

import pytest

from onward.kit.dates import today
from onward.kit.errors import NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.shelter.actions import note_measure
from onward.shelter.queries import standards_for
from onward.shelter.rules.site import NORMS, each, is_met
from tests.cast import client_for
from tests.housing import arrive


def note(actor, site, what, value, on=None):
    note_measure(actor, site=site, what=what, value=value, on=on or today(), entry=new_id())


def test_it_shows_what_was_measured_and_leaves_the_rest_blank(programme, cast):
    for name in ("Quiet Cedar", "Clear River"):
        arrive(programme, cast, name, site=cast.east)
    note(cast.salma, cast.east, "covered_area", 5)
    note(cast.salma, cast.east, "covered_area", 100, on=today() - timedelta(days=3))
    _site, people, table = standards_for(cast.nadia, cast.east)
    told = {one.what: (one.value, one.each, one.met) for one in table}
    assert people == 2
    assert told["covered_area"] == (5, 2.5, False)
    assert told["water"] == (None, None, None)
    page = client_for(cast.salma).get(f"/shelter/sites/{cast.east}/standards/").content.decode()
    assert "2.5 m² a person" in page
    programme.check_rebuild()


def test_it_refuses_what_cannot_be(cast):
    with pytest.raises(RuleBroken):
        note(cast.salma, cast.east, "water", -1)
    with pytest.raises(RuleBroken):
        note(cast.salma, cast.east, "water", 1, on=today() + timedelta(days=1))
    with pytest.raises(NotFound):
        note(cast.wafa, cast.east, "water", 1)


def test_no_book_is_named_for_a_norm_that_was_not_read_in_it(cast):
    assert [what for what, norm in NORMS.items() if norm.source] == ["latrines"]
    page = client_for(cast.salma).get(f"/shelter/sites/{cast.east}/standards/").content.decode()
    assert page.count("Sphere 2018, standard 3.2, page 118") == page.count("Sphere") == 1
    assert page.count("programme&#x27;s own norm") + page.count("programme's own norm") == len(NORMS) - 1


def test_the_standards_are_as_counted():
    assert [is_met("covered_area", value, 10) for value in (34, 35)] == [False, True]
    assert [is_met("latrines", value, 40) for value in (0, 1, 2)] == [False, False, True]
    assert [is_met("water", value, 10) for value in (149, 150)] == [False, True]
    assert [is_met("taps", 1, 0), each("taps", 1, 0), each("taps", 0, 5)] == [None, None, None]
