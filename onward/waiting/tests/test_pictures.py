from datetime import date, timedelta

from django.template.loader import render_to_string

from onward.cases.events import Holder
from onward.kit.dates import today
from onward.waiting.queries import account_for, days_for, explanation_for, matters_for, way_of
from onward.waiting.tests.walk import Walk
from tests.cast import Cast, resident
from tests.programme import Programme

CONSULATE = Holder(kind="body", name="the consulate")


def ago(days: int) -> date:
    return today() - timedelta(days=days)


def waiting_for_the_consulate(programme: Programme, cast: Cast) -> Walk:
    walk = Walk(programme, cast, ago(143))
    walk.step(ago(140), "housed")
    walk.step(ago(120), "heard", wish="home")
    walk.step(ago(90), "consented", held_by=Holder(office="case_worker"))
    walk.step(ago(85), "contact_checked")
    walk.step(ago(81), "nationality_asked", held_by=CONSULATE)
    return walk


def test_the_account_names_who_held_each_day_and_adds_up(programme: Programme, cast: Cast) -> None:
    walk = waiting_for_the_consulate(programme, cast)
    account = account_for(cast.sami, walk.id)
    assert [(row.step, row.holder.name, row.days) for row in account.rows] == [
        ("housed", "Salma", 3),
        ("heard", "Sami", 20),
        ("consented", "Sami", 30),
        ("contact_checked", "", 5),
        ("nationality_asked", "Lina", 4),
        ("nationality_confirmed", "the consulate", 74),
        ("nationality_confirmed", "the consulate", 7),
    ]
    # The journal's clock never runs backwards: all of this was written down today, so only a week is in time.
    assert (account.days, account.unexplained, account.late) == (143, 5, 131)


def test_the_days_are_drawn_and_said(programme: Programme, cast: Cast) -> None:
    walk = waiting_for_the_consulate(programme, cast)
    drawn = days_for(resident(walk.id), walk.id)
    page = render_to_string("waiting/days.html", {"account": drawn})
    assert sum(part.length for part in drawn.parts) == sum(share.days for share in drawn.shares) == 143
    assert "The account of 143 days" in page
    assert "unexplained" in page
    assert "style=" not in page


def test_what_was_done_comes_before_what_waits_even_after_a_change_of_mind(programme: Programme, cast: Cast) -> None:
    walk = waiting_for_the_consulate(programme, cast)
    walk.step(ago(1), "nationality_confirmed", wish="not_yet")
    way = way_of(cast.sami, walk.id)
    states = [step.state for step in way.steps]
    assert states == sorted(states, key=["done", "now", "later"].index)
    assert [step.id for step in way.steps if step.state == "now"] == ["other_way"]


def test_the_way_shows_what_is_done_what_waits_and_what_comes(programme: Programme, cast: Cast) -> None:
    walk = waiting_for_the_consulate(programme, cast)
    way = way_of(cast.sami, walk.id)
    states = {step.id: step.state for step in way.steps}
    assert states["heard"] == "done"
    assert states["nationality_confirmed"] == "now"
    assert states["arrived"] == "later"
    assert "other_way" not in states
    assert [stage.state for stage in way.stages] == ["done"] * 4 + ["now"] + ["later"] * 4
    page = render_to_string("waiting/way.html", {"way": way, "sentences": way.explanation.staff})
    assert "21 days past the norm of 60" in page
    assert "The next move is with the consulate." in page
    assert "style=" not in page


def test_a_resident_is_told_in_calm_words_and_not_in_codes(programme: Programme, cast: Cast) -> None:
    walk = waiting_for_the_consulate(programme, cast)
    said = " ".join(explanation_for(resident(walk.id), walk.id).resident)
    assert said == (
        "Your country has been asked to confirm that you are its citizen. We wait for its answer. The next move is "
        "with the consulate. This has taken 81 days so far. That is longer than it should take. "
        "Nobody has said why yet."
    )


def test_the_late_matters_are_listed_for_those_who_may_know_of_them(programme: Programme, cast: Cast) -> None:
    walk = waiting_for_the_consulate(programme, cast)
    assert [(one.case, one.what, one.late_by) for one in matters_for(cast.cora, late=True)] == [
        (walk.id, "nationality_confirmed", 21)
    ]
    assert matters_for(cast.omar, late=True) == []
    assert matters_for(cast.sami, mine=True) == []


def test_nothing_is_drawn_that_hangs_on_a_wish_that_nobody_knows(programme: Programme, cast: Cast) -> None:
    walk = Walk(programme, cast, ago(3))
    way = way_of(cast.sami, walk.id)
    assert way.depends
    assert "other_way" not in [step.id for step in way.steps]
