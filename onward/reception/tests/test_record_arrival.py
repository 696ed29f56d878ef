from datetime import timedelta

import pytest

from onward.cases.models import Case
from onward.cases.queries import case_for, companions_of, family_of, find_for
from onward.journal import reading
from onward.kit.dates import now, today
from onward.kit.errors import NotAllowed, NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.reception.actions import record_arrival
from onward.reception.models import Arrival
from onward.reception.rules import MOST_PEOPLE, NEEDS, Person, companions, in_family, needs_of, unmet
from onward.waiting.queries import matters_of
from tests.residents import seen


def arrived(case):
    return reading.history(case)[0].event


def test_language_time_and_place_are_enough(programme, cast):
    (case,) = record_arrival(cast.rosa, site=cast.checkpoint, language="fr")
    file = case_for(cast.rosa, case)
    assert (file.site, file.custody, file.language, file.pathway) == (cast.checkpoint, cast.group, "fr", "default")
    assert (file.liberty_may_leave, file.liberty_by, file.liberty_ground) == ("not_said", "Azaz Group", "")
    assert len(file.name.split()) >= 2
    programme.check_rebuild()


def test_an_arrival_is_the_first_step_done_and_opens_the_next(programme, cast):
    (case,) = record_arrival(cast.rosa, site=cast.checkpoint, language="fr")
    steps = {matter.what: matter for matter in matters_of(case) if matter.kind == "step"}
    assert steps["received"].closed_on == seen(case).arrived_on
    assert steps["housed"].closed_on is None
    assert seen(case).stage == "settled"


def test_two_companions_and_a_family_are_told_apart(programme, cast):
    people = [
        Person(sex="woman", age="adult", with_whom="family"),
        Person(age="child", with_whom="family"),
        Person(sex="woman", age="adult", with_whom="companions"),
        Person(with_whom="alone"),
    ]
    mother, child, friend, other = record_arrival(cast.rosa, site=cast.checkpoint, language="fr", people=people)
    assert [case.id for case in family_of(seen(mother))] == [child]
    assert {case.id for case in companions_of(seen(friend))} == {mother, child}
    assert companions_of(seen(other)) == family_of(seen(other)) == []
    assert len({case.name for case in Case.objects.all()}) == 4


def test_who_is_with_whom_by_rule():
    alone, family, friend, unsaid = (Person(with_whom=word) for word in ("alone", "family", "companions", ""))
    assert in_family([family, alone]) == set()
    assert in_family([family, alone, family]) == {0, 2}
    assert companions([friend, friend], 1) == [0]
    assert companions([unsaid, friend, alone], 1) == companions([unsaid, friend, alone], 2) == []


def test_urgent_needs_become_matters_with_a_norm_unless_met_on_the_spot(programme, cast):
    person = Person(needs=("hungry", "cold", "thirsty"))
    (case,) = record_arrival(cast.rosa, site=cast.checkpoint, language="fr", people=[person], given=["water"])
    event = arrived(case)
    assert event.needs == ("thirsty", "hungry", "cold")
    needs = [matter for matter in event.opens if matter.kind == "need"]
    assert [(need.what, need.norm, need.holder.name) for need in needs] == [("hungry", 0, "Rosa"), ("cold", 0, "Rosa")]


def test_the_site_manager_holds_the_needs_where_there_is_one(programme, cast):
    (case,) = record_arrival(cast.sami, site=cast.east, language="fr", people=[Person(needs=("cannot_walk",))])
    (need,) = (matter for matter in arrived(case).opens if matter.kind == "need")
    assert (need.holder.name, need.holder.office) == ("Salma", "site_manager")


def test_needs_by_rule():
    assert needs_of(["cold"], age="youth", with_whom="alone") == ("child_alone", "cold")
    assert needs_of([], age="adult", with_whom="alone") == ()
    assert unmet(tuple(NEEDS), ("water", "food", "blanket")) == (
        "hurt", "unwell", "pregnant", "child_alone", "cannot_walk", "distress",
    )  # fmt: skip


def test_a_name_is_sealed_and_can_be_found(programme, cast):
    person = Person(name="Амина Юлдашева", nationality="uzbekistan", sex="woman")
    (case,) = record_arrival(cast.rosa, site=cast.checkpoint, language="uz", people=[person])
    assert [found.id for found in find_for(cast.rosa, "амина юлдашева")] == [case]
    assert "Амина" not in str(reading.history(case))
    programme.check_rebuild()


def test_sent_twice_it_is_written_once(programme, cast):
    entry = new_id()
    people = [Person(name="A"), Person()]
    first = record_arrival(cast.rosa, site=cast.checkpoint, language="fr", people=people, entry=entry)
    assert record_arrival(cast.rosa, site=cast.checkpoint, language="fr", people=people, entry=entry) == first
    assert Case.objects.count() == Arrival.objects.count() == 2


def test_it_refuses_the_future_the_far_past_and_a_crowd(programme, cast):
    at = {"site": cast.checkpoint, "language": "fr"}
    for moment in (now() + timedelta(hours=1), now() - timedelta(days=9000)):
        with pytest.raises(RuleBroken) as refused:
            record_arrival(cast.rosa, happened_at=moment, **at)
        assert refused.value.field == "happened_at"
    for people in ([], [Person()] * (MOST_PEOPLE + 1), [Person(belongings=("ring",) * 41)]):
        with pytest.raises(RuleBroken):
            record_arrival(cast.rosa, people=people, **at)
    assert Case.objects.count() == 0


def test_another_site_and_another_role_are_refused(programme, cast):
    with pytest.raises(NotFound):
        record_arrival(cast.rosa, site=cast.east, language="fr")
    with pytest.raises(NotAllowed):
        record_arrival(cast.salma, site=cast.east, language="fr")


def test_an_arrival_is_owed_a_review_by_a_named_independent_person(programme, cast):
    (case,) = record_arrival(cast.rosa, site=cast.checkpoint, language="fr", entry=new_id())
    (matter,) = [one for one in matters_of(case) if one.kind == "review"]
    assert (matter.holder_name, matter.due_on) == ("Vera", today() + timedelta(days=30))
    programme.check_rebuild()
