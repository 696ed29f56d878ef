from datetime import timedelta

import pytest

from onward.cases.actions import issue_card, withdraw_entry
from onward.cases.queries import card_of, case_for, family_of
from onward.homecoming.queries import Afterwards
from onward.homecoming.tests.story import Story
from onward.kit.dates import now, today
from onward.kit.errors import RuleBroken
from onward.kit.ids import derived_id, new_id
from onward.waiting.queries import account_for, matters_of

ENDS = {
    "record_leaving": ("left", {}),
    "record_transfer": ("transferred", {"to": "programme", "receiver": "Safe House", "receipt": "R-1", "agreed": True}),
    "record_death": ("died", {"relatives_told": False}),
    "record_disappearance": ("disappeared", {}),
    "record_taking": ("taken", {"by_whom": "Men in two cars."}),
}


def owed(case):
    return {(one.kind, one.holder_name) for one in Afterwards(case).owed}


def end(story, act, **said):
    if act == "record_disappearance":
        said = {"searcher": story.cast.salma.id, **said}
    by = story.cast.cora if act == "record_transfer" else story.cast.sami
    return story.do(act, by, **{**ENDS[act][1], **said})


@pytest.mark.parametrize("act", ENDS)
def test_a_stay_ends_and_what_was_owed_with_it(programme, story, cast, act):
    story.until("consent")
    ended = today() - timedelta(days=2)
    entry = end(story, act, on=ended)
    end(story, act, on=ended, entry=entry)
    file = case_for(cast.sami, story.case)
    assert (file.ended_on, file.ended_how) == (ended, ENDS[act][0])
    account = account_for(cast.sami, story.case)
    assert (account.end, sum(row.days for row in account.rows)) == (ended, account.days)
    assert all(one.closed_on for one in matters_of(story.case) if one.kind == "step")
    with pytest.raises(RuleBroken, match="stay has ended"):
        end(story, act)
    programme.check_rebuild()


@pytest.mark.parametrize(
    ("act", "left"),
    [
        ("record_leaving", {("confirm", "Cora")}),
        ("record_death", {("confirm", "Cora"), ("tell", "Lina")}),
        ("record_disappearance", {("search", "Salma")}),
        ("record_taking", {("alarm", "Cora"), ("alarm", "Nadia")}),
    ],
)
def test_what_outlives_a_stay_has_a_name_and_is_settled_under_one(story, cast, act, left):
    end(story, act)
    assert owed(story.case) == left
    outcomes = {"confirm": "confirmed", "tell": "told", "search": "not_found", "alarm": "answered"}
    for matter in Afterwards(story.case).concerns:
        with pytest.raises(RuleBroken, match="still open"):
            story.do("close_case", cast.sami, reason="no_visits_due")
        by = cast.nadia if matter.holder_name == "Nadia" else cast.cora
        story.do("settle_concern", by, matter=matter.id, outcome=outcomes[matter.kind])
    story.do("close_case", cast.sami, reason="no_visits_due")
    closed = Afterwards(story.case).closed
    assert closed.keep_until.year == today().year + (5 if act == "record_leaving" else 30)


def test_a_death_is_confirmed_by_somebody_else_and_stops_the_card(story, cast):
    issue_card(cast.salma, case=story.case)
    story.do("record_death", cast.cora, relatives_told=True, told_whom="Her sister, by Sami")
    assert card_of(case_for(cast.sami, story.case)) is None
    (matter,) = Afterwards(story.case).concerns
    with pytest.raises(RuleBroken, match="somebody else"):
        story.do("settle_concern", cast.cora, matter=matter.id, outcome="confirmed")
    story.do("settle_concern", cast.sami, matter=matter.id, outcome="confirmed")
    with pytest.raises(RuleBroken, match="arrive anew"):
        story.do("resume_stay", cast.sami, site=cast.east)


def test_nobody_is_passed_on_against_their_will_or_given_up_unchecked(story, cast):
    said = {"receiver": "A court", "receipt": "R-1"}
    with pytest.raises(RuleBroken, match="own yes"):
        story.do("record_transfer", cast.lina, to="programme", agreed=False, **said)
    with pytest.raises(RuleBroken, match="two people found it safe"):
        story.do("record_transfer", cast.lina, to="authority", agreed=True, **said)
    story.until("exit").do("record_transfer", cast.lina, to="authority", agreed=False, **said)


def test_who_comes_back_begins_a_new_stay_in_the_same_file(programme, story, cast):
    story.until("exit")
    gone, back = today() - timedelta(days=20), today() - timedelta(days=5)
    with pytest.raises(RuleBroken):
        story.do("resume_stay", cast.sami, site=cast.east, on=back)
    entry = end(story, "record_disappearance", on=gone)
    before = account_for(cast.sami, story.case)
    resumed = story.do("resume_stay", cast.sami, site=cast.east, on=back)
    file = case_for(cast.sami, story.case)
    assert (file.arrived_on, file.ended_on, file.ended_how, file.site) == (back, None, "", cast.east)
    after = account_for(cast.sami, story.case)
    assert (before.end, after.start, after.days) == (gone, back, 5)
    assert sum(row.days for row in after.rows) == 5
    assert (story.open_steps(), story.standing.return_state) == (["return_checked"], "")
    assert (owed(story.case), story.standing.exit_state) == (set(), "")
    with pytest.raises(RuleBroken):
        withdraw_entry(cast.cora, case=story.case, withdraws=resumed, why="Said of another.")
    (review,) = [one for one in matters_of(story.case) if one.kind == "review" and one.closed_on is None]
    assert (review.due_on, review.holder_name) == (back + timedelta(days=30), "Vera")
    programme.check_rebuild()
    with pytest.raises(RuleBroken, match="goes on"):
        story.do("settle_concern", cast.sami, matter=entry, outcome="not_found")


def test_that_it_is_not_safe_to_go_still_stands_for_whoever_comes_back(story, cast):
    story.until("papers")
    story.go(safe=False)
    end(story, "record_disappearance")
    story.do("resume_stay", cast.sami, site=cast.east)
    assert story.standing.return_state == "unsafe"


def test_a_wrong_ending_taken_back_reopens_the_stay_as_it_was(programme, story, cast):
    story.until("wish")
    steps, file = story.open_steps(), case_for(cast.sami, story.case)
    entry = end(story, "record_disappearance")
    assert story.open_steps() == []
    withdraw_entry(cast.sami, case=story.case, withdraws=entry, why="She was in the school.")
    again = case_for(cast.sami, story.case)
    assert (story.open_steps(), again.ended_on, again.place) == (steps, None, file.place)
    assert owed(story.case) == set()
    story.consent()
    programme.check_rebuild()


def test_a_birth_opens_a_file_in_the_family_of_the_mother(programme, story, cast):
    entry, born = new_id(), today() - timedelta(days=3)
    for _twice in range(2):
        story.do("record_birth", cast.sami, on=born, sex="woman", born_at="The clinic of the camp", entry=entry)
    mother = case_for(cast.sami, story.case)
    (child,) = family_of(mother)
    assert (child.id, child.arrived_on, child.age, child.site) == (derived_id(entry, "child"), born, "baby", cast.east)
    (review,) = [matter for matter in matters_of(child.id) if matter.kind == "review"]
    assert (review.due_on, review.holder_name) == (born + timedelta(days=30), "Vera")
    account = account_for(cast.sami, child.id)
    assert (account.days, sum(row.days for row in account.rows)) == (3, 3)
    assert "clinic" not in str(programme.rows())
    with pytest.raises(RuleBroken, match="before the arrival"):
        story.do("record_birth", cast.sami, on=today() - timedelta(days=400))
    programme.check_rebuild()


def test_visits_fall_due_after_an_arrival_and_may_be_declined(programme, cast):
    with programme.at(now() - timedelta(days=40)):
        story = Story(programme, cast).until("arrive")
    visits = Afterwards(story.case).open_visits
    assert [(one.due_on - one.since).days for one in visits] == [30, 90, 180]
    assert {one.holder_name for one in visits} == {"Lina"}
    entry = story.do("record_visit", cast.sami, visit=visits[0].id, outcome="not_reached")
    assert [one.reason for one in Afterwards(story.case).open_visits] == ["not_reached", "", ""]
    story.do("record_visit", cast.sami, visit=visits[0].id, outcome="declined", words="Nobody's business.")
    with pytest.raises(RuleBroken, match="not owed"):
        story.do("record_visit", cast.sami, visit=visits[0].id, outcome="declined")
    with pytest.raises(RuleBroken, match="how they are"):
        story.do("record_visit", cast.sami, visit=visits[1].id, outcome="met", how="phone")
    met = {"outcome": "met", "how": "phone", "raised": ["safety"], "words": "They watch the house."}
    story.do("record_visit", cast.sami, visit=visits[1].id, wellbeing="in_danger", **met)
    assert owed(story.case) == {("visit", "Lina"), ("alarm", "Cora")}
    said = Afterwards(story.case).visits
    assert {one.words for one in said} == {"They watch the house.", ""}
    account = account_for(cast.sami, story.case)
    assert account.end == case_for(cast.sami, story.case).ended_on
    assert entry
    programme.check_rebuild()


def test_a_closed_file_takes_no_visit(story, cast):
    story.until("arrive")
    visit = Afterwards(story.case).open_visits[0].id
    with pytest.raises(RuleBroken, match="goes on"):
        Story(story.programme, cast, "Clear River").do("close_case", cast.sami, reason="other")
    story.do("close_case", cast.sami, reason="visits_declined")
    assert owed(story.case) == set()
    with pytest.raises(RuleBroken, match="closed"):
        story.do("record_visit", cast.sami, visit=visit, outcome="declined")
