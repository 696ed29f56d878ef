from datetime import timedelta

import pytest
from django.urls import reverse

from onward.kit.dates import now, telling, today
from onward.kit.errors import NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.shelter.actions.diary import answer_promise, note_meeting
from onward.shelter.queries.diary import meetings_for
from onward.shelter.rules.diary import Asked
from tests.cast import client_for, resident
from tests.housing import arrive

DUE = today() + timedelta(days=5)


@pytest.fixture
def met(cast):
    note_meeting(
        cast.salma,
        site=cast.east,
        on=today() - timedelta(days=1),
        topics="Light at night.\nThe queue for water.",
        asked="The women of Family Row ask for lamps.",
        promises=[Asked("Four lamps by the latrines", cast.sami.id, DUE)],
        entry=new_id(),
    )
    (meeting,) = meetings_for(cast.sami, cast.east)
    return meeting.promises[0].id


def today_of(actor):
    return client_for(actor).get(reverse("desk:today")).content.decode()


def test_a_promise_stands_on_the_day_of_whoever_made_it_until_it_is_answered(cast, met):
    assert "Four lamps" in today_of(cast.sami)
    assert "Four lamps" not in today_of(cast.salma) + today_of(cast.cora)
    with telling(now() + timedelta(days=6)):
        assert "Four lamps" in today_of(cast.cora)
        with pytest.raises(NotFound):
            answer_promise(cast.salma, promise=met, kept=True, entry=new_id())
        with pytest.raises(RuleBroken):
            answer_promise(cast.sami, promise=met, kept=False, entry=new_id())
        answer_promise(cast.sami, promise=met, kept=True, words="They hang since Tuesday.", entry=new_id())
        assert "Four lamps" not in today_of(cast.sami) + today_of(cast.cora)


def test_residents_of_the_site_read_what_was_asked_and_what_became_of_it(programme, cast, met):
    here, elsewhere = (
        arrive(programme, cast, name, site=site)
        for name, site in (("Quiet Cedar", cast.east), ("Clear River", cast.west))
    )
    answer_promise(cast.sami, promise=met, kept=False, words="No lamps came.", entry=new_id())
    page = client_for(resident(here)).get(reverse("door:see_committee")).content.decode()
    assert all(words in page for words in ("women of Family Row", "Four lamps", "Sami", "No lamps came."))
    assert "Four lamps" not in client_for(resident(elsewhere)).get(reverse("door:see_committee")).content.decode()
    assert client_for(cast.omar).get(reverse("shelter:see_committee", args=[cast.east])).status_code == 404


def test_no_resident_is_named_and_every_promise_is_somebodys(programme, cast):
    arrive(programme, cast, "Quiet Cedar", site=cast.east)
    good = {"site": cast.east, "on": today(), "topics": "Water."}
    for wrong in (
        {"topics": "Quiet cedar spoke."},
        {"asked": "By QUIET CEDAR"},
        {"promises": [Asked("Shoes for Quiet Cedar", cast.sami.id, DUE)]},
        {"promises": [Asked("Shoes", cast.sami.id, today() - timedelta(days=1))]},
        {"on": today() + timedelta(days=1)},
    ):
        with pytest.raises(RuleBroken):
            note_meeting(cast.salma, **(good | wrong), entry=new_id())
    page = client_for(cast.salma).post(
        reverse("shelter:note_meeting", args=[cast.east]),
        {"entry": new_id(), "on": today().isoformat(), "topics": "Water.", "words0": "Lamps"},
    )
    assert page.status_code == 422
    assert meetings_for(cast.salma, cast.east) == []
