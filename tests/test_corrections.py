"""Correcting and withdrawing, over the events of every room."""

import msgspec
import pytest

from onward.access.rules import GRANTS
from onward.care.events import QuestionAsked
from onward.cases.actions import correct_entry, record_liberty, withdraw_entry
from onward.cases.events import CardRevoked, CaseEvent, IdentityOpened
from onward.cases.forms import CODED
from onward.homecoming.events import ConsentWithdrawn, ExitRefused
from onward.journal import reading
from onward.journal.events import EVENTS
from onward.kit.errors import RuleBroken
from onward.waiting.events import MatterReleased
from tests.cast import client_for
from tests.residents import arrive, seen

FINAL = (
    CardRevoked(card="1", reason="lost"),
    ExitRefused(exit="1", organisation="1"),
    ConsentWithdrawn(consent="1"),
    IdentityOpened(reason="for a test"),
    MatterReleased(staff="1"),
)


def case_events():
    return [
        event for event in EVENTS.values() if issubclass(event, CaseEvent) and event.__module__.startswith("onward")
    ]


def test_what_is_final_is_what_took_something_away_or_opened_it():
    assert {type(event) for event in FINAL} <= {event for event in case_events() if event.final}


@pytest.mark.parametrize("event", FINAL, ids=lambda event: event.kind)
def test_what_is_final_is_neither_corrected_nor_withdrawn(programme, cast, event):
    case = arrive(programme, cast.east)
    said = programme.say(event, stream=case, by=cast.cora.id).id
    for act in (
        lambda: withdraw_entry(cast.cora, case=case, withdraws=said, why="a second thought"),
        lambda: correct_entry(cast.cora, case=case, corrects=said, why="a second thought"),
    ):
        with pytest.raises(RuleBroken):
            act()
    assert reading.effective(case)[-1].id == said


def test_what_the_resident_wrote_stays_as_they_wrote_it(programme, cast):
    case = arrive(programme, cast.east)
    asked = programme.say(QuestionAsked(words="When?", matter="1"), stream=case, by=case).id
    for act in (
        lambda: withdraw_entry(cast.cora, case=case, withdraws=asked, why="not nice"),
        lambda: correct_entry(cast.cora, case=case, corrects=asked, said={"words": "Thank you."}, why="nicer"),
    ):
        with pytest.raises(RuleBroken, match="own words"):
            act()
    page = client_for(cast.cora).get(f"/residents/{case}/history/").content.decode()
    assert f"{asked}/correct" not in page
    assert f"{asked}/withdraw" not in page


def test_a_correction_says_anew_only_what_the_event_lets_it():
    for event in case_events():
        fields = {field.name: field for field in msgspec.structs.fields(event)}
        assert set(event.correctable) <= fields.keys() - set(event.compartments), event.kind
        assert all(name in CODED or fields[name].type is str for name in event.correctable), event.kind


def test_no_correction_gives_a_resident_another_name_or_site(programme, cast):
    case = arrive(programme, cast.east, by=cast.sami)
    before = seen(case)
    arrival = reading.effective(case)[0].id
    said = {"case_name": "Amina B.", "site": cast.west, "language": "nl"}
    correct_entry(cast.sami, case=case, corrects=arrival, said=said, why="as heard")
    after = seen(case)
    assert (after.name, after.site, after.language) == (before.name, before.site, "nl")


def test_a_correction_keeps_the_rule_it_was_first_said_by(programme, cast):
    case = arrive(programme, cast.east)
    record_liberty(cast.sami, case=case, may_leave="no", by="the command")
    said = reading.effective(case)[-1].id
    with pytest.raises(RuleBroken, match="order"):
        correct_entry(cast.sami, case=case, corrects=said, said={"by": ""}, why="unsaid")
    page = f"/residents/{case}/history/{said}/correct/"
    assert client_for(cast.sami).get(page).status_code == 200


def test_whoever_writes_in_a_file_can_mend_what_they_wrote(programme, cast):
    case = arrive(programme, cast.checkpoint, by=cast.rosa)
    arrival = reading.effective(case)[0].id
    page = client_for(cast.rosa).get(f"/residents/{case}/history/").content.decode()
    assert f"{arrival}/correct" in page
    correct_entry(cast.rosa, case=case, corrects=arrival, said={"language": "nl"}, why="misheard")
    assert seen(case).language == "nl"
    writes = {"reception.record_arrival", "shelter.send_transfer", "homecoming.ask_nationality"}
    assert {role for act in writes for role in GRANTS[act]} <= GRANTS["cases.correct_entry"]
