"""Whoever is a child, or may be one, is owed an assessment from the moment that anybody says so."""

import pytest

from onward.care.actions import assess_child, note_need
from onward.care.queries import care_for
from onward.care.rules import Relative
from onward.cases.actions import correct_entry, note_identity
from onward.cases.queries import case_for, history_for
from onward.homecoming.actions import record_birth
from onward.journal.compartments import IDENTITY
from onward.journal.reading import history
from onward.kit.dates import today
from onward.kit.errors import NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.reception.actions import record_arrival
from onward.reception.rules import Person
from onward.waiting.queries import matters_for, matters_of
from tests.cast import resident
from tests.housing import arrive


def owed(case, kind="assessment"):
    return [(one.what, one.holder_name) for one in matters_of(case) if one.kind == kind and one.closed_on is None]


def test_the_track_opens_by_itself_however_the_age_is_said(programme, cast):
    guarded = ("best_interests", "Chiara")
    people = [Person(age="adult"), Person(age="youth", with_whom="family"), Person(age="in_doubt")]
    told = record_arrival(cast.sami, site=cast.east, language="fr", people=people)
    assert [owed(case) for case in told] == [[], [guarded], [guarded]]
    later, wrong = (arrive(programme, cast, name, site=cast.east, age="adult") for name in ("Far Hill", "Low Sun"))
    note_identity(cast.sami, case=later, age="in_doubt")
    correct_entry(cast.cora, case=wrong, corrects=history(wrong)[0].id, said={"age": "child"}, why="Misheard.")
    correct_entry(cast.cora, case=wrong, corrects=history(wrong)[0].id, said={"age": "youth"}, why="Again.")
    born = record_birth(cast.sami, case=told[0], on=today(), entry=new_id())
    assert [owed(case) for case in (later, wrong, born)] == [[guarded]] * 3
    assert {one[0] for one in owed(born, "need")} >= {"newborn"}
    programme.check_rebuild()


def test_a_birth_ends_what_was_owed_before_it(programme, cast):
    mother = arrive(programme, cast, site=cast.east)
    note_need(cast.hala, case=mother, what="pregnant", urgency="weeks", on=today(), due_month="2027-01", entry=new_id())
    assert {what for what, _who in owed(mother, "need")} == {"pregnant", "antenatal"}
    record_birth(cast.sami, case=mother, on=today(), entry=new_id())
    assert owed(mother, "need") == [("after_birth", "Hala")]
    programme.check_rebuild()


def test_the_assessment_says_who_cares_for_them_and_only_a_child_who_wants_it_has_a_relative_sought(programme, cast):
    case = arrive(programme, cast, site=cast.east, age="adult")
    note_identity(cast.sami, case=case, age="child")
    said = {
        "case": case,
        "on": today(),
        "with_whom": "family",
        "heard": "My aunt is kind.",
        "advised": "Stay with her.",
    }
    mother = Relative(name="Amina", relation="mother", last_seen="2026-02", region="The north")
    for wrong in (
        {"caregiver": "Aunt", "search": mother},
        {"caregiver": ""},
        {"with_whom": "adult"},
        {"caregiver": "Aunt", "heard": " "},
    ):
        with pytest.raises(RuleBroken):
            assess_child(cast.chiara, **said | wrong, entry=new_id())
    with pytest.raises(NotFound):
        assess_child(cast.omar, **said, caregiver="Aunt", entry=new_id())
    agreed = Relative(name="Amina", relation="mother", last_seen="2026-02", region="The north", agreed=True)
    assess_child(cast.chiara, **said, caregiver="Aunt", verified="both_say", search=agreed, entry=new_id())
    assert owed(case) == [("look_in", "Chiara")]
    assert owed(case, "tracing") == [("relative", "Yara")]
    (assessed,) = care_for(cast.chiara, case).assessed
    assert (assessed.caregiver, assessed.heard) == ("Aunt", "My aunt is kind.")
    for actor in (cast.hala, cast.pelin, cast.yara):
        assert care_for(actor, case).assessed == []
    for actor in (cast.salma, resident(case)):
        assert not [one for one in matters_for(actor, size=50) if one.kind in ("assessment", "tracing")]
        assert "care.child_assessed" not in [one.kind for one in history_for(actor, case_for(actor, case))]
    assert [one.kind for one in history(case, opens=(IDENTITY,))].count("care.relative_sought") == 1
    programme.check_rebuild()
