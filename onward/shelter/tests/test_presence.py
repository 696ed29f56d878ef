"""Who is here, by page and by card; who is missed, and until when somebody looks for them."""

from datetime import timedelta

import pytest

from onward.cases.actions import assign_case_worker, issue_card
from onward.kit.dates import now, telling
from onward.kit.errors import NotAllowed, NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.shelter.actions import (
    assign_place,
    end_absence,
    note_absences,
    scan_presence,
    set_absence_limit,
    take_roster,
)
from onward.shelter.models import Seen
from onward.shelter.queries import roster_for
from onward.shelter.rules.presence import is_missed
from onward.waiting.queries import matters_of
from onward.waiting.rules import CLOCK
from tests.cast import client_for
from tests.housing import arrive, places_in

AGO = timedelta(days=9)


@pytest.fixture
def two(programme, cast):
    with telling(now() - AGO):
        return [arrive(programme, cast, name, site=cast.east) for name in ("Quiet Cedar", "Clear River")]


def tick(actor, site, *present):
    take_roster(actor, site=site, present=present, entry=new_id())


def looked_for(case):
    return [one for one in matters_of(case) if one.kind == "absence" and one.closed_on is None]


def test_two_pages_at_once_lose_nothing_of_each_other(programme, cast, two):
    tick(cast.salma, cast.east, two[0])
    tick(cast.sami, cast.east, two[1], new_id())
    assert {one.name for one in roster_for(cast.salma, cast.east).people if one.today} == {"Quiet Cedar", "Clear River"}
    assert Seen.objects.count() == 2
    programme.check_rebuild()


def test_who_is_missed_has_somebody_who_looks_for_them_until_they_are_seen(programme, cast, two):
    quiet, clear = two
    assign_case_worker(cast.salma, case=quiet, worker=cast.sami.id, entry=new_id())
    assert note_absences(CLOCK) == 0  # nobody looked: that says nothing
    tick(cast.salma, cast.east, clear)
    assert note_absences(CLOCK) == 1
    assert note_absences(CLOCK) == 0
    (owed,) = looked_for(quiet)
    assert (owed.holder_name, owed.norm) == (cast.sami.name, 1)
    assert {one.name for one in roster_for(cast.salma, cast.east).people if one.missed} == {"Quiet Cedar"}
    tick(cast.salma, cast.east, quiet)
    assert looked_for(quiet) == []
    programme.check_rebuild()


def test_a_site_says_after_how_many_days(cast, two):
    set_absence_limit(cast.salma, site=cast.east, days=0, entry=new_id())
    tick(cast.salma, cast.east, two[0])
    assert note_absences(CLOCK) == 0
    set_absence_limit(cast.cora, site=cast.east, days=9, entry=new_id())
    assert note_absences(CLOCK) == 0
    set_absence_limit(cast.cora, site=cast.east, days=8, entry=new_id())
    assert note_absences(CLOCK) == 1
    with pytest.raises(RuleBroken):
        set_absence_limit(cast.salma, site=cast.east, days=900, entry=new_id())


def test_it_is_said_what_became_of_them(cast, two):
    quiet, clear = two
    tick(cast.salma, cast.east, clear)
    note_absences(CLOCK)
    with pytest.raises(RuleBroken, match="from whom"):
        end_absence(cast.sami, case=quiet, became="hospital", words=" ", entry=new_id())
    with pytest.raises(NotFound):
        end_absence(cast.omar, case=quiet, became="seen", entry=new_id())
    end_absence(cast.sami, case=quiet, became="hospital", words="The nurse rang.", entry=new_id())
    assert looked_for(quiet) == []
    with pytest.raises(RuleBroken, match="any more"):
        end_absence(cast.sami, case=quiet, became="seen", entry=new_id())


def test_many_cards_are_scanned_at_once_and_the_unknown_are_told(cast, two):
    codes = [issue_card(cast.salma, case=case).code for case in two]
    assert scan_presence(cast.salma, site=cast.east, codes=[*codes, "NO-SUCH"], entry=new_id()) == ["NO-SUCH"]
    assert Seen.objects.count() == 2
    salma = client_for(cast.salma)
    said = {"codes": " ".join([codes[0], "X"]), "entry": new_id()}
    page = salma.post(f"/shelter/sites/{cast.east}/scan/", said, follow=True).content.decode()
    assert "No card of anybody here: 1." in page
    assert codes[0] not in page


def test_it_needs_the_role_and_the_site(cast, two):
    with pytest.raises(NotAllowed):
        tick(cast.rosa, cast.east, two[0])
    with pytest.raises(NotFound):
        tick(cast.omar, cast.east, two[0])
    with pytest.raises(RuleBroken, match="Tick those"):
        tick(cast.salma, cast.east)


def test_the_page_is_ticked_by_block(programme, cast, two):
    assign_place(cast.salma, places={two[0]: places_in(programme, cast.east_tents)[3]}, entry=new_id())
    salma, address = client_for(cast.salma), f"/shelter/sites/{cast.east}/roster/?block={cast.east_tents}"
    page = salma.get(address).content.decode()
    assert "Tents 4" in page
    assert "Clear River" not in page
    assert salma.post(address, {"present": [two[0]], "entry": new_id()}).status_code == 302
    assert "seen today" in salma.get(address).content.decode()
    assert salma.post(address, {"entry": new_id()}).status_code == 422


def test_whoever_came_after_the_last_look_is_not_missed():
    day = now().date()
    seen = day - timedelta(days=6)
    assert is_missed(seen=seen, looked=day, limit=5, today=day)
    assert not is_missed(seen=seen, looked=seen, limit=5, today=day)
    assert not is_missed(seen=seen, looked=None, limit=5, today=day)
    assert not is_missed(seen=seen, looked=day, limit=6, today=day)
