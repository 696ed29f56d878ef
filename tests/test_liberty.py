"""The order, the challenge, the hearing and the answer, as staff, the officer and the resident see them."""

from datetime import timedelta

import pytest
from django.urls import reverse

from onward.cases.actions import (
    answer_challenge,
    challenge_liberty,
    hear_challenge,
    note_challenge,
    record_liberty,
    take_back_challenge,
    withdraw_entry,
)
from onward.cases.queries import case_for, challenges_for, liberty_of
from onward.journal import reading
from onward.kit.dates import now, telling, today
from onward.kit.errors import NotAllowed, NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.waiting.queries import account_for, matters_of
from tests.cast import client_for, resident
from tests.residents import arrive, seen

WORDS = "I came with my children, and have done nothing."


@pytest.fixture
def case(programme, cast):
    at = now() - timedelta(days=20)
    case = arrive(programme, cast.east, custody=cast.group, happened_at=at, case_name="Quiet Cedar")
    record_liberty(cast.sami, case=case, may_leave="no", by="Site command", organisation=cast.group)
    return case


def challenge(case):
    entry = new_id()
    challenge_liberty(resident(case), case=case, words=WORDS, entry=entry)
    return entry


def standing(actor, case):
    return liberty_of(actor, case_for(actor, case))


def answer(cast, case, **said):
    answer_challenge(cast.karim, case=case, **{"on": today(), "answer": "upheld", **said})


def page(actor, name, *ids):
    return client_for(actor).get(reverse(name, args=ids)).content.decode()


def test_an_order_says_since_when_whose_it_is_and_how_the_person_was_told(programme, cast, case):
    told = {"told_on": today(), "told_language": "fr", "interpreter": "Hanan"}
    since = today() - timedelta(days=9)
    record_liberty(cast.sami, case=case, may_leave="no", by="A. Selim", since=since, organisation=cast.group, **told)
    now_holds, *before = standing(cast.sami, case).history
    assert (now_holds.since, now_holds.organisation, now_holds.ground) == (since, cast.group, "")
    assert (now_holds.told_on, now_holds.told_in, now_holds.interpreter) == (today(), "French", "Hanan")
    assert [one.may_leave for one in before] == ["no", "not_said"]
    shown = page(cast.sami, "desk:case", case)
    assert "none given" in shown
    assert "Hanan" in shown
    programme.check_rebuild()


def test_a_challenge_is_owed_by_the_officer_of_whose_order_it_is(programme, cast, case):
    entry = challenge(case)
    challenge_liberty(resident(case), case=case, words=WORDS, entry=entry)
    (matter,) = [one for one in matters_of(case) if one.kind == "challenge"]
    assert (matter.holder_name, matter.norm, matter.closed_on) == ("Karim", 14, None)
    assert [one.stream for one in challenges_for(cast.karim)] == [case]
    with pytest.raises(RuleBroken, match="challenge already"):
        note_challenge(cast.sami, case=case)
    programme.check_rebuild()


def test_nobody_holds_what_was_ordered_by_nobody_knows_whom_until_that_is_said(cast, case):
    record_liberty(cast.sami, case=case, may_leave="no", by="Somebody", organisation="")
    challenge(case)
    (matter,) = [one for one in matters_of(case) if one.kind == "challenge"]
    assert (matter.holder_kind, matter.office) == ("nobody", "custody_officer")
    assert challenges_for(cast.karim) == []
    record_liberty(cast.sami, case=case, may_leave="no", by="A. Selim", organisation=cast.group)
    (matter,) = [one for one in matters_of(case) if one.kind == "challenge"]
    assert matter.holder_name == "Karim"
    assert len(challenges_for(cast.karim)) == 1


def test_what_the_person_says_is_read_by_them_and_never_by_whoever_gave_the_order(cast, case):
    challenge(case)
    assert WORDS in page(cast.sami, "desk:case", case)
    assert WORDS in page(resident(case), "door:see_way")
    hidden = page(cast.salma, "desk:case", case) + page(cast.salma, "cases:see_history", case)
    hidden += page(cast.karim, "cases:answer_challenge", case) + page(cast.karim, "cases:challenges")
    assert WORDS not in hidden
    assert "Quiet Cedar" in hidden


def test_it_is_heard_and_answered_and_an_answer_without_reasons_says_so(programme, cast, case):
    challenge(case)
    hear_challenge(cast.sami, case=case, on=today(), by="A judge", language="fr", interpreter="Hanan")
    answer(cast, case)
    (one,) = standing(cast.sami, case).challenges
    assert (one.heard_by, one.answer, one.answered_by, one.reasons) == ("A judge", "upheld", "Karim", "")
    own = page(resident(case), "door:see_way")
    assert "You were heard on" in own
    assert "The order stands" in own
    assert [one.kind for one in matters_of(case) if one.closed_on is None] == []
    assert seen(case).liberty_may_leave == "no"
    with pytest.raises(RuleBroken, match="answered already"):
        answer(cast, case)
    programme.check_rebuild()


@pytest.mark.parametrize(("said", "holds"), [({"answer": "lifted"}, "yes"), ({"answer": "changed"}, "limits")])
def test_what_the_answer_changes_holds_from_its_day(programme, cast, case, said, holds):
    challenge(case)
    with pytest.raises(RuleBroken):
        answer(cast, case, answer="changed")
    answer(cast, case, limits="Until sunset", entry=(entry := new_id()), **said)
    answer(cast, case, limits="Until sunset", entry=entry, **said)
    assert seen(case).liberty_may_leave == holds
    assert len(standing(cast.sami, case).history) == 3
    programme.check_rebuild()


def test_leave_given_while_a_challenge_is_open_answers_it(cast, case):
    challenge(case)
    record_liberty(cast.sami, case=case, may_leave="yes")
    assert standing(cast.sami, case).open_challenge is None
    assert challenges_for(cast.karim) == []
    with pytest.raises(RuleBroken, match="no order"):
        challenge(case)


def test_an_officer_of_another_organisation_finds_nothing(cast, case):
    challenge(case)
    other = type(cast.karim)(id="other", roles=cast.karim.roles, everywhere=True, organisation=cast.army)
    assert challenges_for(other) == []
    with pytest.raises(NotFound):
        answer_challenge(other, case=case, on=today(), answer="upheld")
    with pytest.raises(NotAllowed):
        answer_challenge(cast.salma, case=case, on=today(), answer="upheld")
    with pytest.raises(NotFound):
        challenge_liberty(resident(new_id()), case=case, entry=new_id())


def test_neither_a_challenge_of_the_person_nor_an_answer_can_be_taken_back(cast, case):
    entry = challenge(case)
    answer(cast, case, entry=(answered := new_id()))
    for one in (entry, answered):
        with pytest.raises(RuleBroken):
            withdraw_entry(cast.cora, case=case, withdraws=one, why="Not nice.")
    assert entry in [one.id for one in reading.effective(case)]


def test_a_person_takes_their_own_challenge_back_and_nobody_owes_an_answer_or_undoes_that(programme, cast, case):
    challenge(case)
    client, taken = client_for(resident(case)), new_id()
    shown = page(resident(case), "door:see_way")
    assert reverse("door:take_back_challenge") in shown
    with pytest.raises(NotAllowed):
        take_back_challenge(cast.sami, entry=new_id())
    for _ in range(2):
        assert client.post(reverse("door:take_back_challenge"), {"entry": taken}).status_code == 302
    (matter,) = [one for one in matters_of(case) if one.kind == "challenge"]
    assert (matter.closed_on, challenges_for(cast.karim)) == (today(), [])
    assert "You took this back on" in page(resident(case), "door:see_way")
    assert "They took it back on" in page(cast.sami, "desk:case", case)
    assert "Challenge taken back" in page(cast.sami, "cases:see_history", case)
    for too_late in (lambda: answer(cast, case), lambda: take_back_challenge(resident(case), entry=new_id())):
        with pytest.raises(RuleBroken, match="was taken back"):
            too_late()
    with pytest.raises(RuleBroken):
        withdraw_entry(cast.cora, case=case, withdraws=taken, why="She did not mean it.")
    assert seen(case).liberty_may_leave == "no"
    challenge(case)
    assert len(challenges_for(cast.karim)) == 1
    programme.check_rebuild()


def test_what_a_review_asks_of_whoever_gave_the_order_is_not_the_residents_to_stop(cast, case):
    note_challenge(cast.sami, case=case, review=new_id(), found="yes")
    assert reverse("door:take_back_challenge") not in page(resident(case), "door:see_way")
    with pytest.raises(RuleBroken, match="stays owed"):
        take_back_challenge(resident(case), entry=new_id())


def test_a_late_answer_is_said_calmly_on_their_own_page_and_owns_no_day(cast, case):
    with telling(now() - timedelta(days=16)):
        challenge(case)
    assert "None has come yet" in page(resident(case), "door:see_way")
    rows = account_for(cast.sami, case).rows
    assert {row.kind for row in rows} <= {"", "step", "transfer"}
    assert sum(row.days for row in rows) == 20
