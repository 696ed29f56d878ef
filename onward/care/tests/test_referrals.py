"""A need, noted on any day and passed on; who learns of it, and who does not."""

from datetime import timedelta

import pytest
from django.urls import reverse
from msgspec.structs import replace

from onward.care.actions import (
    answer_referral,
    ask_helped,
    finish_referral,
    meet_need,
    note_need,
    send_referral,
    take_back_referral,
    withdraw_referral,
)
from onward.care.queries import care_for, referral_for, referrals_of
from onward.cases.queries import case_for
from onward.journal import reading
from onward.kit.dates import now, telling, today
from onward.kit.errors import NotAllowed, NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.waiting.actions import run_clocks
from onward.waiting.queries import escalated_for, matters_for, matters_of
from onward.waiting.rules import CLOCK
from tests.cast import client_for, resident
from tests.housing import arrive
from tests.test_apart import NEVER_THE_SAME


@pytest.fixture
def case(programme, cast):
    return arrive(programme, cast, site=cast.east, happened_at=now() - timedelta(days=9))


def refer(actor, case, **more):
    entry = new_id()
    said = {"what": "health", "urgency": "days", "agreed": True, "body": "The clinic", "told": "A wound."} | more
    send_referral(actor, case=case, entry=entry, **said)
    return entry


def owed(case):
    return [(one.kind, one.holder_name, one.norm) for one in matters_of(case) if one.closed_on is None]


def of_referrals(case):
    return [one for one in owed(case) if one[0] in ("referral", "service", "helped", "elsewhere")]


def test_the_loop_is_closed_by_asking_whether_it_helped(programme, cast, case):
    first = refer(cast.hala, case)
    assert of_referrals(case) == [("referral", "The clinic", 3)]
    answer_referral(cast.hala, referral=first, accepted=False, on=today(), reason="full", entry=new_id())
    assert of_referrals(case) == [("elsewhere", "Hala", 2)]
    second = refer(cast.hala, case, body="The hospital", urgency="now")
    assert of_referrals(case) == [("referral", "The hospital", 1)]
    answer_referral(cast.hala, referral=second, accepted=True, days=5, on=today(), entry=new_id())
    assert of_referrals(case) == [("service", "The hospital", 5)]
    with pytest.raises(RuleBroken, match="stands elsewhere"):
        answer_referral(cast.hala, referral=second, accepted=True, on=today(), entry=new_id())
    finish_referral(cast.hala, referral=second, on=today(), entry=new_id())
    assert of_referrals(case) == [("helped", "Hala", 7)]
    ask_helped(cast.hala, referral=second, helped="yes", on=today(), words="Better.", entry=new_id())
    assert of_referrals(case) == []
    assert referral_for(cast.hala, second).state == "heard"
    programme.check_rebuild()


def test_nothing_is_sent_without_the_persons_word_nor_kept_of_it(programme, cast, case):
    before = len(reading.history(case))
    for wrong in ({"agreed": False}, {"body": " "}, {"what": "gbv"}, {"what": "clothing"}, {"urgency": "never"}):
        with pytest.raises(RuleBroken):
            refer(cast.hala, case, **wrong)
    assert len(reading.history(case)) == before
    for actor, refusal in ((cast.salma, NotAllowed), (replace(cast.hala, sites=(cast.west,)), NotFound)):
        with pytest.raises(refusal):
            refer(actor, case)


def test_of_violence_nobody_learns_but_who_protects_and_she_decides_everything(programme, cast, case):
    quiet = refer(cast.pelin, case, what="gbv", body="Women's house", gender="woman")
    shown = refer(cast.pelin, case, what="gbv", body="Counsel", shown=True)
    herself = resident(case)
    assert [one.id for one in referrals_of(herself, case_for(herself, case))] == [shown]
    for actor in (cast.hala, cast.sami, cast.chiara, cast.lucie, cast.nadia, cast.cora, cast.salma):
        assert not [one for one in matters_for(actor, size=50) if one.case == case and one.kind == "referral"]
        assert referrals_of(actor, case_for(actor, case)) == []
    with pytest.raises(NotFound):
        take_back_referral(herself, referral=quiet, entry=new_id())
    take_back_referral(herself, referral=shown, entry=new_id())
    withdraw_referral(cast.pelin, referral=quiet, entry=new_id())
    assert of_referrals(case) == []
    for act in (withdraw_referral, finish_referral):
        with pytest.raises(RuleBroken):
            act(cast.pelin, referral=quiet, entry=new_id(), **({"on": today()} if act is finish_referral else {}))
    programme.check_rebuild()


def test_the_host_sees_declined_and_never_offered_alike(programme, cast, case):
    def pages():
        client = client_for(cast.salma)
        paths = [reverse("desk:today"), *(reverse(name, args=[case]) for name in ("cases:see_history", "desk:case"))]
        return [NEVER_THE_SAME.sub("", client.get(path).content.decode()) for path in paths]

    for _twice in range(2):
        before = pages()
    declined = refer(cast.hala, case)
    answer_referral(cast.hala, referral=declined, accepted=False, on=today(), reason="full", entry=new_id())
    assert pages() == before
    assert [one for one in matters_for(cast.salma, size=50) if one.kind in ("referral", "elsewhere")] == []
    own_doctor = replace(cast.hala, organisation=cast.group)
    with pytest.raises(NotFound):
        referral_for(own_doctor, declined)
    assert client_for(cast.salma).get(reverse("care:see_care", args=[case])).status_code == 403


def test_what_is_late_is_told_to_those_above(programme, cast, case):
    refer(cast.hala, case, urgency="now")
    with telling(now() + timedelta(days=9)):
        run_clocks(CLOCK, pause=lambda _seconds: None)
    assert [one.kind for one in escalated_for(cast.cora, size=20) if one.case == case and one.kind == "referral"]


def test_a_need_is_noted_on_any_day_where_those_read_it_who_meet_it(programme, cast, case):
    def note(actor, what, **more):
        said = {"urgency": "days", "on": today() - timedelta(days=1)} | more
        note_need(actor, case=case, what=what, entry=new_id(), **said)

    note(cast.salma, "health", note="Canary")  # the manager sees that somebody is unwell, and reads it no more
    note(cast.pelin, "gbv")
    note(cast.hala, "pregnant", due_month="2027-03")
    for actor, what in ((cast.sami, "gbv"), (cast.salma, "legal"), (cast.hala, "documents")):
        with pytest.raises(RuleBroken):
            note(actor, what)
    with pytest.raises(RuleBroken):
        note(cast.hala, "pregnant", due_month="soon")
    titles = {actor.name: {one.title for one in care_for(actor, case).needs} for actor in (cast.hala, cast.pelin)}
    assert titles == {"Hala": {"Health", "Pregnant", "Antenatal care"}, "Pelin": {"After gender-based violence"}}
    assert care_for(cast.sami, case).needs == []
    assert ("need", "Hala", 7) in owed(case)
    health = next(one.matter.id for one in care_for(cast.hala, case).needs if one.title == "Health")
    meet_need(cast.hala, case=case, need=health, entry=new_id())
    assert "Canary" not in client_for(cast.salma).get(reverse("desk:case", args=[case])).content.decode()
    programme.check_rebuild()
