"""Reviews of stay: due by themselves, by somebody independent, heard, decided, told; and seen when missed."""

import random
from contextlib import suppress
from datetime import timedelta

import pytest
from django.urls import reverse
from msgspec.structs import replace

from onward.access.actions import add_staff
from onward.access.queries import actor_from, staff_for
from onward.access.rules.grants import REVIEWER
from onward.cases.actions import record_liberty, withdraw_entry
from onward.cases.events import FamilyJoined
from onward.cases.queries import case_for, liberty_of
from onward.journal import reading
from onward.kit.dates import now, start_of, telling, today
from onward.kit.errors import NotAllowed, NotFound, OnwardError, RuleBroken
from onward.kit.ids import new_id
from onward.oversight.actions import assign_reviewer, decide_review, hold_review, open_reviews, tell_decision
from onward.oversight.queries import counts_for, reviews_for, reviews_of
from onward.oversight.rules import check_reviewer
from onward.waiting.actions import hand_matter
from onward.waiting.queries import account_for, matters_of
from onward.waiting.rules import CLOCK
from tests.cast import FOUNDER, PASSWORD, client_for, resident
from tests.residents import arrive

WORDS = "My sons are at school there."
REASONS = "Nothing speaks for it any more."


@pytest.fixture
def case(programme, cast):
    case = arrive(programme, cast.east, custody=cast.group, happened_at=now() - timedelta(days=40))
    open_reviews(CLOCK)
    return case


def reviews(actor, case):
    return reviews_of(actor, case_for(actor, case))


def hold(cast, case, **said):
    said = {"on": today(), "heard": "heard", "language": "fr", "interpreter": "Hanan", "words": WORDS, **said}
    hold_review(said.pop("by", cast.vera), case=case, entry=new_id(), **said)


def decide(cast, case, **said):
    said = {"on": today(), "decision": "continue", "reasons": REASONS, **said}
    decide_review(said.pop("by", cast.vera), case=case, entry=new_id(), **said)


def page(actor, name, *ids):
    return client_for(actor).get(reverse(name, args=ids)).content.decode()


def reviewer(cast, organisation, name="Wim"):
    added = add_staff(
        FOUNDER, name=name, roles=[REVIEWER], everywhere=True, organisation=organisation, password=PASSWORD
    )
    return actor_from(staff_for(FOUNDER, added.staff))


def test_a_stay_without_one_gets_it_from_the_clocks_once_and_from_its_first_day(programme, cast, case):
    assert open_reviews(CLOCK) == 0
    (review,) = reviews(cast.nadia, case).all
    assert (review.due_on, review.number, review.site) == (today() - timedelta(days=10), 1, cast.east)
    assert review.is_missed
    programme.check_rebuild()


def test_where_nobody_is_independent_nobody_is_named(programme, cast):
    case = arrive(programme, cast.east, custody=cast.bench)
    open_reviews(CLOCK)
    review = reviews(cast.nadia, case).open
    assert (review.reviewer, review.reviewer_name) == ("", "")
    assert "Nobody is named for it yet" in page(resident(case), "door:see_way")


@pytest.mark.parametrize("organisation", ["group", "army"])
def test_a_reviewer_of_whoever_keeps_the_person_or_of_their_umbrella_is_refused(cast, case, organisation):
    theirs = reviewer(cast, getattr(cast, organisation))
    with pytest.raises(RuleBroken, match="independent"):
        assign_reviewer(cast.cora, case=case, reviewer=theirs.id)
    assert theirs.name not in page(cast.cora, "oversight:assign_reviewer", case)


def test_nor_may_one_hold_it_whose_organisation_gave_the_order_or_who_works_on_the_case(programme, cast, case):
    record_liberty(cast.sami, case=case, may_leave="no", by="A judge", organisation=cast.bench)
    with pytest.raises(RuleBroken, match="independent"):
        hold(cast, case)
    asked = {"roles": {REVIEWER}, "left": False, "reaches": True, "independent": True}
    with pytest.raises(RuleBroken, match="own case worker"):
        check_reviewer(**asked, case_worker=True)


def test_a_review_is_handed_to_reviewers_only(cast, case):
    (matter,) = [one for one in matters_of(case) if one.kind == "review"]
    with pytest.raises(RuleBroken, match="independent reviewer"):
        hand_matter(cast.sami, case=case, matter=matter.id, staff=cast.salma.id, on=today())
    other = reviewer(cast, cast.watch)
    assign_reviewer(cast.cora, case=case, reviewer=other.id)
    with pytest.raises(RuleBroken, match="is with Wim"):
        hold(cast, case)
    hold(cast, case, by=other)


def test_it_is_heard_decided_and_told_and_the_next_is_owed(programme, cast, case):
    with pytest.raises(RuleBroken, match="First say"):
        decide(cast, case)
    hold(cast, case)
    decide(cast, case)
    tell_decision(cast.sami, case=case, on=today(), language="fr", entry=new_id())
    second, first = reviews(cast.vera, case).all
    assert (first.decision, first.reasons, first.words, first.told_on) == ("continue", REASONS, WORDS, today())
    assert (second.number, second.due_on, second.reviewer_name) == (2, today() + timedelta(days=30), "Vera")
    own = page(resident(case), "door:see_way")
    assert "Your stay goes on for now." in own
    assert REASONS in own
    programme.check_rebuild()


def test_what_was_said_and_why_stays_hidden_from_whoever_keeps_the_person(cast, case):
    hold(cast, case)
    decide(cast, case, decision="may_leave")
    shown = page(cast.salma, "desk:case", case) + page(cast.salma, "cases:see_history", case)
    shown += page(cast.karim, "cases:answer_challenge", case)
    assert "They may leave" in shown
    assert WORDS not in shown
    assert REASONS not in shown
    assert client_for(cast.salma).get(reverse("oversight:see_review", args=[case])).status_code == 403
    assert WORDS in page(cast.nadia, "oversight:see_review", case)


def test_what_it_finds_changes_no_order_but_asks_whoever_gave_it(cast, case):
    record_liberty(cast.sami, case=case, may_leave="no", by="Site command", organisation=cast.group)
    hold(cast, case)
    decide(cast, case, decision="may_leave", told_on=today(), told_language="fr")
    liberty = liberty_of(cast.nadia, case_for(cast.nadia, case))
    assert liberty.now.may_leave == "no"
    assert (liberty.open_challenge.found, liberty.open_challenge.organisation) == ("yes", cast.group)
    own = page(resident(case), "door:see_way")
    assert "You should be free to leave." in own
    assert "No." in own
    assert reviews(cast.nadia, case).all[1].told_on == today()


def test_what_could_not_be_decided_is_still_owed(cast, case):
    hold(cast, case, heard="not_possible", interpreter="")
    decide(cast, case, decision="not_decided")
    (review,) = reviews(cast.nadia, case).all
    assert (review.is_open, review.is_late) == (True, True)
    decide(cast, case)
    assert len(reviews(cast.nadia, case).all) == 2


def test_a_missed_review_is_seen_by_oversight_and_said_on_the_persons_own_page(cast, case):
    missed = today() - timedelta(days=10)
    assert [(one.site, one.missed) for one in counts_for(cast.nadia)] == [("Azaz East", 1)]
    assert [line.review.due_on for line in reviews_for(cast.cora, "missed")] == [missed]
    assert "Azaz East" in page(cast.vera, "oversight:see_reviews")
    assert "Nobody has held it yet" in page(resident(case), "door:see_way")
    assert reviews_for(replace(cast.cora, everywhere=False, sites=frozenset({cast.west})), "missed") == []


@pytest.mark.parametrize(
    "said",
    [
        {"interpreter": ""},
        {"without": "none_found"},
        {"on": today() + timedelta(days=2)},
        {"on": today() - timedelta(99)},
    ],
)
def test_holding_refuses(cast, case, said):
    with pytest.raises(RuleBroken):
        hold(cast, case, **said)


def test_others_may_not_and_find_nothing(cast, case):
    for actor in (cast.sami, cast.salma, cast.karim, cast.nadia, resident(case)):
        with pytest.raises(NotAllowed):
            decide(cast, case, by=actor)
    elsewhere = replace(cast.vera, everywhere=False, sites=frozenset({cast.west}))
    with pytest.raises(NotFound):
        hold(cast, case, by=elsewhere)


def test_a_finding_is_not_taken_back(cast, case):
    hold(cast, case)
    decide(cast, case)
    entry = reading.history(case)[-1].id
    with pytest.raises(RuleBroken):
        withdraw_entry(cast.cora, case=case, withdraws=entry, why="Not wanted.")


def test_a_running_stay_has_one_review_to_come_whatever_is_done_and_no_day_is_its(programme, cast):
    lot, start = random.Random(7), today() - timedelta(days=300)
    case = arrive(programme, cast.east, custody=cast.group, happened_at=start_of(start))
    other = reviewer(cast, cast.watch)
    acts = [
        lambda: open_reviews(CLOCK),
        lambda: hold(cast, case, by=lot.choice([cast.vera, other])),
        lambda: decide(cast, case, by=lot.choice([cast.vera, other]), decision=lot.choice(["continue", "not_decided"])),
        lambda: decide(cast, case, by=cast.vera, decision="may_leave"),
        lambda: assign_reviewer(cast.cora, case=case, reviewer=lot.choice([cast.vera, other]).id),
        lambda: withdraw_entry(
            cast.cora, case=case, withdraws=lot.choice(reading.effective(case)).id, why="To see what follows."
        ),
    ]
    acts += acts[1:4]
    with telling(start_of(start)):
        open_reviews(CLOCK)
    for day in range(90):
        with telling(start_of(start + timedelta(days=3 * day)) + timedelta(hours=12)), suppress(OnwardError):
            lot.choice(acts)()
        assert len([one for one in reviews(cast.nadia, case).all if one.is_open]) == 1
        assert len([one for one in matters_of(case) if one.kind == "review" and one.closed_on is None]) == 1
    assert len(reviews(cast.nadia, case).all) > 3
    assert "review" not in {row.kind for row in account_for(cast.nadia, case).rows}
    programme.say(FamilyJoined(family=new_id(), facts={"ended": "returned"}), stream=case)
    assert reviews(cast.nadia, case).open is None
    assert open_reviews(CLOCK) == 0
    programme.check_rebuild()
