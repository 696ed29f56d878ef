from datetime import date, timedelta

from onward.cases.events import Closes, Holder, Holds, Opens
from onward.kit.dates import today
from onward.ui.templatetags.look import day_words
from onward.waiting.events import BlockLifted
from onward.waiting.queries import account_for, days_for, explanation_for, open_step
from onward.waiting.tests.walk import Walk
from tests.cast import Cast, resident
from tests.programme import Programme

OFFICER = Holder(kind="staff", id="k", name="Karim", office="custody_officer")


def ago(days: int) -> date:
    return today() - timedelta(days=days)


def told(walk: Walk) -> str:
    return " ".join(explanation_for(resident(walk.id), walk.id).resident)


def test_a_refusal_is_told_by_office_and_day_and_its_days_stay_with_who_refused(
    programme: Programme, cast: Cast
) -> None:
    walk = Walk(programme, cast, ago(30))
    step = open_step(walk.id)
    assert step is not None
    walk.say(ago(9), BlockLifted(block="", holds=(Holds(id=step.id, holder=OFFICER, reason="refused"),)))
    said = f"That was decided on {day_words(ago(9))} by: Custody officer."
    assert f"It was refused. {said} The next move is with: Custody officer." in told(walk)
    own, desk = (days_for(actor, walk.id).shares[-1].holder for actor in (resident(walk.id), cast.sami))
    assert (own, desk) == ("Custody officer", "Karim")
    assert said in explanation_for(cast.sami, walk.id).staff
    last = account_for(cast.sami, walk.id).rows[-1]
    assert (last.holder.name, last.reason) == ("Karim", "refused")


def test_a_decision_put_to_the_resident_is_dated_and_nothing_else_makes_them_wait(
    programme: Programme, cast: Cast
) -> None:
    walk = Walk(programme, cast, ago(30))
    step = open_step(walk.id)
    assert step is not None
    asked = Holds(id=step.id, holder=Holder(kind="resident"), reason="to choose between two ways")
    walk.say(ago(4), BlockLifted(block="", holds=(asked,)))
    assert f"The next move is yours. Take the time that you need. It was put to you on {day_words(ago(4))}." in told(
        walk
    )
    assert [row.held_by for row in account_for(cast.sami, walk.id).rows][-1] == "resident"


def test_a_blocked_chain_names_the_last_and_steps_side_by_side_are_all_told(programme: Programme, cast: Cast) -> None:
    walk = Walk(programme, cast, ago(30))
    step = open_step(walk.id)
    assert step is not None
    first = Opens(id="b1", kind="block", what="no_place", holder=Holder(kind="body", name="the camp"), blocks=step.id)
    last = Opens(
        id="b2", kind="block", what="no_transport", holder=Holder(kind="body", name="the drivers"), blocks="b1"
    )
    papers = Opens(id="p1", kind="step", what="papers", holder=OFFICER, rank=6)
    walk.say(ago(3), BlockLifted(block="", opens=(first, last, papers)))
    assert "The next move is with the drivers. It cannot go on yet: No transport." in told(walk)
    assert "At the same time: Your travel document." in told(walk)
    assert "Also open: Travel document (Karim)." in explanation_for(cast.sami, walk.id).staff
    walk.say(ago(1), BlockLifted(block="", closes=(Closes(id=step.id),)))
    assert [row.held_by for row in account_for(cast.sami, walk.id).rows][-2:] == ["the drivers", "k"]
