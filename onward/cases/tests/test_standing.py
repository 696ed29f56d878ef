from datetime import date, timedelta

import pytest

from onward.cases.actions import assign_case_worker, record_liberty
from onward.cases.events import CaseEvent, Closes, Holder, Move, Opens
from onward.cases.projectors.case import keep_case
from onward.cases.queries import case_for
from onward.cases.rules import check_liberty, matters_of_office
from onward.journal import reading
from onward.journal.models import projecting
from onward.kit.dates import now, today
from onward.kit.errors import NotAllowed, NotFound, Outdated, RuleBroken
from tests.residents import arrive, seen

WORKER = Holder(office="case_worker")


def test_a_case_opens_with_liberty_not_said_and_no_ground(programme, cast):
    case = seen(arrive(programme, cast.east, custody=cast.group, liberty_by="Azaz Group"))
    assert (case.liberty_may_leave, case.liberty_by, case.liberty_ground) == ("not_said", "Azaz Group", "")
    assert case.arrived_on == today()
    assert case.ended_on is None


def test_entries_move_a_case_set_its_stage_and_end_it(programme, cast):
    case = arrive(programme, cast.checkpoint)
    moved = CaseEvent(moves=Move(site=cast.east, custody=cast.group), facts={"stage": "settled"})
    entry = reading.history(case)[0]
    with projecting(case):
        keep_case(moved, entry)
        keep_case(CaseEvent(facts={"ended": "returned"}), entry)
    file = seen(case)
    assert (file.site, file.custody, file.stage, file.ended_how) == (cast.east, cast.group, "settled", "returned")
    assert file.ended_on == today()


def test_it_records_that_the_person_may_not_leave_and_by_whom(programme, cast):
    case = arrive(programme, cast.east)
    record_liberty(cast.sami, case=case, may_leave="no", by="site command", told_on=today())
    file = seen(case)
    assert (file.liberty_may_leave, file.liberty_by, file.liberty_ground) == ("no", "site command", "")
    assert file.liberty_told_on == today()
    programme.check_rebuild()


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"may_leave": "no", "by": ""}, "by"),
        ({"may_leave": "limits", "by": "x", "limits": ""}, "limits"),
        ({"may_leave": "yes", "by": "", "told_on": date(2999, 1, 1)}, "told_on"),
        ({"may_leave": "yes", "by": "", "told_on": date(2025, 1, 1), "since": date(2025, 1, 2)}, "told_on"),
        ({"may_leave": "yes", "by": "", "since": date(2999, 1, 1)}, "since"),
    ],
)
def test_liberty_refuses(said, field):
    with pytest.raises(RuleBroken) as refused:
        check_liberty(**{"limits": "", "told_on": None, "today": date(2026, 1, 1)} | said)
    assert refused.value.field == field


def test_a_stale_page_loses(programme, cast):
    case = arrive(programme, cast.east)
    version = case_for(cast.sami, case).version
    record_liberty(cast.sami, case=case, may_leave="yes", after=version)
    with pytest.raises(Outdated):
        record_liberty(cast.sami, case=case, may_leave="no", by="x", after=version)
    assert seen(case).liberty_may_leave == "yes"


def test_another_site_and_another_role_are_refused(programme, cast):
    case = arrive(programme, cast.east)
    with pytest.raises(NotFound):
        record_liberty(cast.omar, case=case, may_leave="yes")
    with pytest.raises(NotAllowed):
        record_liberty(cast.rosa, case=case, may_leave="yes")


def test_naming_a_case_worker_hands_over_what_the_office_owes(programme, cast):
    step = Opens(id="a" * 32, kind="step", what="heard", holder=WORKER)
    need = Opens(id="b" * 32, kind="need", what="hurt", holder=Holder(kind="staff", id="x", office="site_manager"))
    case = arrive(programme, cast.east, opens=(step, need))
    assign_case_worker(cast.salma, case=case, worker=cast.sami.id)
    assert seen(case).case_worker == cast.sami.id
    event = reading.history(case)[-1].event
    assert [(held.id, held.holder.id) for held in event.holds] == [("a" * 32, cast.sami.id)]


def test_only_a_case_worker_of_the_site_may_be_named(programme, cast):
    case = arrive(programme, cast.east)
    for staff in (cast.nadia, cast.salma):
        with pytest.raises(RuleBroken):
            assign_case_worker(cast.cora, case=case, worker=staff.id)
    with pytest.raises(RuleBroken):
        assign_case_worker(cast.cora, case=case, worker=cast.omar.id)


def test_matters_that_are_closed_or_held_by_the_resident_stay_where_they_are():
    opened = CaseEvent(
        opens=tuple(Opens(id=sign, kind="step", what=sign, holder=WORKER) for sign in "abc"),
    )
    closed = CaseEvent(closes=(Closes(id="a"),))
    asked = CaseEvent(opens=(Opens(id="d", kind="step", what="d", holder=Holder(kind="resident")),))
    assert matters_of_office([opened, closed, asked], "case_worker") == ["b", "c"]


def test_an_early_arrival_counts_from_its_own_day(programme, cast):
    case = arrive(programme, cast.east, happened_at=now() - timedelta(days=3))
    assert seen(case).arrived_on == today() - timedelta(days=3)
