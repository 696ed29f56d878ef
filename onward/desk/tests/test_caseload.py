from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import reverse

from onward.access.actions import add_staff
from onward.access.queries import actor_from, staff_for
from onward.cases.actions import assign_case_worker, change_reminder, note_reminder
from onward.cases.events import Holder, Opens
from onward.cases.queries import case_for, caseload_for, handover_for, quiet_for, reminders_for
from onward.desk.actions import hand_over_cases
from onward.journal.reading import history
from onward.kit.dates import now, telling, today
from onward.kit.errors import NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.shelter.events import IncidentShared
from onward.waiting.actions import run_clocks
from onward.waiting.queries import matters_of
from onward.waiting.rules import CLOCK
from tests.cast import FOUNDER, PASSWORD, client_for, resident
from tests.housing import arrive

NOTE = "She sleeps badly; speak with her alone."


@pytest.fixture
def cared(programme, cast):
    cases = [arrive(programme, cast, name, site=cast.east) for name in ("Quiet Cedar", "Clear River")]
    for case in cases:
        assign_case_worker(cast.salma, case=case, worker=cast.sami.id, entry=new_id())
    return cases


@pytest.fixture
def dara(cast):
    added = add_staff(
        FOUNDER, name="Dara", roles=["case_worker"], sites=[cast.east], organisation=cast.relief, password=PASSWORD
    )
    return actor_from(staff_for(FOUNDER, added.staff))


def owed_by(staff, case):
    return {one.kind for one in matters_of(case) if one.holder_id == staff.id and one.closed_on is None}


def test_a_caseload_passes_at_once_with_all_that_was_owed_and_a_note(programme, cast, cared, dara):
    sealed = Opens(
        id=new_id(),
        kind="incident",
        what="incident",
        holder=Holder(kind="staff", id=cast.sami.id, name="Sami"),
        norm=1,
        compartment="legal",
    )
    programme.say(IncidentShared(incident=new_id(), opens=(sealed,)), stream=cared[0], within="legal")
    assert "incident" in owed_by(cast.sami, cared[0])
    held, entry = owed_by(cast.sami, cared[1]), new_id()
    for _twice in range(2):
        hand_over_cases(cast.sami, cases=cared, worker=dara.id, words=NOTE, entry=entry)
    assert [case.id for case in caseload_for(dara, dara.id)] == cared
    assert caseload_for(cast.sami, cast.sami.id) == []
    assert owed_by(cast.sami, cared[0]) == owed_by(cast.sami, cared[1]) == set()
    assert "incident" in owed_by(dara, cared[0])
    assert owed_by(dara, cared[1]) == held | {"handover"}
    page = client_for(dara).get(reverse("cases:read_handover", args=[cared[0]])).content.decode()
    assert NOTE in page
    assert "Sami" in page
    assert client_for(cast.salma).get(reverse("cases:read_handover", args=[cared[0]])).status_code == 403
    assert NOTE not in client_for(cast.salma).get(reverse("cases:see_history", args=[cared[0]])).content.decode()
    client_for(dara).post(reverse("cases:read_handover", args=[cared[0]]), {"entry": new_id()})
    assert "handover" not in owed_by(dara, cared[0])
    assert handover_for(dara, case_for(dara, cared[0])).read_on == today()
    assert "Dara" in client_for(resident(cared[0])).get(reverse("door:see_way")).content.decode()


def test_one_hands_over_only_whom_one_has_and_a_coordinator_anybody(cast, cared, dara):
    with pytest.raises(RuleBroken):
        hand_over_cases(dara, cases=[cared[0]], worker=dara.id, entry=new_id())
    with pytest.raises(NotFound):
        hand_over_cases(cast.sami, cases=[cared[0]], worker=cast.omar.id, entry=new_id())
    with pytest.raises(NotFound):
        caseload_for(dara, cast.sami.id)
    hand_over_cases(cast.cora, cases=[cared[0]], worker=dara.id, entry=new_id())
    assert [case.id for case in caseload_for(cast.cora, cast.sami.id)] == [cared[1]]


def test_a_reminder_is_read_by_its_writer_alone_and_stands_on_today_on_its_day(cast, cared, dara):
    before, entry = len(history(cared[0])), new_id()
    note_reminder(cast.sami, case=cared[0], on=today() + timedelta(days=3), words="Ask about her sister", entry=entry)
    about = [reverse("desk:today"), reverse("cases:see_history", args=[cared[0]]), reverse("cases:see_reminders")]
    others = (dara, cast.cora, cast.nadia, cast.salma)
    assert not any(b"her sister" in client_for(one).get(url).content for one in others for url in about)
    assert b"her sister" not in client_for(cast.sami).get(about[0]).content
    with telling(now() + timedelta(days=3)):
        assert [one.id for one in reminders_for(cast.sami, until=today())] == [entry]
        assert b"her sister" in client_for(cast.sami).get(about[0]).content
        change_reminder(cast.sami, reminder=entry, on=today() + timedelta(days=2), entry=new_id())
        assert reminders_for(cast.sami, until=today()) == []
        with pytest.raises(NotFound):
            change_reminder(dara, reminder=entry, on=today(), done=True, entry=new_id())
        change_reminder(cast.sami, reminder=entry, on=today(), done=True, entry=new_id())
    assert reminders_for(cast.sami) == []
    assert len(history(cared[0])) == before + 3


def test_whom_nothing_happened_to_is_named_to_whoever_has_them_and_to_coordinators(cast, cared, dara):
    with telling(now() + timedelta(days=settings.CASES.quiet - 1)):
        assert quiet_for(cast.sami, size=9) == []
    with telling(now() + timedelta(days=settings.CASES.quiet)):
        run_clocks(CLOCK)  # what a clock says is nothing that happens to anybody
        hand_over_cases(cast.sami, cases=[cared[1]], worker=dara.id, entry=new_id())
        assert [case.id for case in quiet_for(cast.sami, size=9)] == [cared[0]]
        assert [case.id for case in quiet_for(dara, size=9)] == [cared[1]]
        assert {case.id for case in quiet_for(cast.cora, size=9)} == set(cared)
        assert quiet_for(cast.salma, size=9) == []
        page = client_for(cast.sami).get(reverse("desk:see_caseload")).content.decode()
        assert "Quiet Cedar" in page
        assert "Clear River" not in page
        assert client_for(cast.salma).get(reverse("desk:see_caseload")).status_code == 403
