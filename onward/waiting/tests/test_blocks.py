from datetime import date, timedelta

import pytest

from onward.access.actions import end_staff
from onward.cases.queries import case_for
from onward.kit.dates import today
from onward.kit.errors import NotAllowed, NotFound, Outdated, RuleBroken
from onward.kit.ids import new_id
from onward.waiting.actions import declare_block, hand_matter, lift_block, release_matters
from onward.waiting.queries import account_for, explanation_for, matters_of, open_step
from onward.waiting.tests.walk import Walk
from tests.cast import Cast, client_for
from tests.programme import Programme


def ago(days: int) -> date:
    return today() - timedelta(days=days)


@pytest.fixture
def walk(programme: Programme, cast: Cast) -> Walk:
    walk = Walk(programme, cast, ago(30))
    walk.step(ago(28), "housed")
    return walk


def step_of(walk: Walk) -> str:
    step = open_step(walk.id)
    assert step is not None
    return step.id


def holders(walk: Walk) -> list[tuple[str, str, int]]:
    rows = account_for(walk.cast.sami, walk.id).rows
    told: dict[tuple[str, str], int] = {}
    for row in rows:
        told[row.what, row.holder.name] = told.get((row.what, row.holder.name), 0) + row.days
    return [(what, name, days) for (what, name), days in told.items()]


def test_a_block_takes_the_days_of_the_step_until_it_is_lifted(walk: Walk, cast: Cast) -> None:
    step = step_of(walk)
    declare_block(cast.sami, case=walk.id, matter=step, what="no_interpreter", staff=cast.lina.id, on=ago(20))
    said = explanation_for(cast.sami, walk.id).staff
    assert said[:2] == ("The next move is with Lina.", "Held up by: No interpreter.")
    block = next(matter for matter in matters_of(walk.id) if matter.kind == "block")
    lift_block(cast.sami, case=walk.id, matter=block.id, on=ago(8))
    assert holders(walk) == [("housed", "Salma", 2), ("heard", "Sami", 16), ("no_interpreter", "Lina", 12)]
    with pytest.raises(RuleBroken, match="lifted already"):
        lift_block(cast.sami, case=walk.id, matter=block.id, on=today())
    walk.programme.check_rebuild()


def test_a_block_that_nobody_owes_makes_the_days_unexplained(walk: Walk, cast: Cast) -> None:
    declare_block(cast.sami, case=walk.id, matter=step_of(walk), what="no_reviewer", on=ago(10))
    assert account_for(cast.sami, walk.id).unexplained == 10


def test_a_matter_is_handed_to_a_named_person_or_body(walk: Walk, cast: Cast) -> None:
    step = step_of(walk)
    hand_matter(cast.salma, case=walk.id, matter=step, staff=cast.lina.id, on=ago(7))
    hand_matter(cast.salma, case=walk.id, matter=step, body="The clinic", on=ago(3))
    assert holders(walk)[1:] == [("heard", "Sami", 21), ("heard", "Lina", 4), ("heard", "The clinic", 3)]
    for names in ({}, {"staff": cast.lina.id, "body": "The clinic"}):
        with pytest.raises(RuleBroken, match="Name one"):
            hand_matter(cast.salma, case=walk.id, matter=step, on=today(), **names)


def test_a_hand_told_late_does_not_undo_a_later_one(walk: Walk, cast: Cast) -> None:
    step = step_of(walk)
    hand_matter(cast.salma, case=walk.id, matter=step, body="The clinic", on=ago(3))
    hand_matter(cast.salma, case=walk.id, matter=step, staff=cast.lina.id, on=ago(7))
    assert holders(walk)[1:] == [("heard", "Sami", 21), ("heard", "Lina", 4), ("heard", "The clinic", 3)]
    present = open_step(walk.id)
    assert present is not None
    assert present.holder_name == "The clinic"
    walk.programme.check_rebuild()


def test_nothing_is_handed_to_somebody_who_has_left(walk: Walk, cast: Cast) -> None:
    end_staff(cast.adam, staff=cast.lina.id)
    with pytest.raises(RuleBroken, match="left the staff"):
        hand_matter(cast.salma, case=walk.id, matter=step_of(walk), staff=cast.lina.id, on=today())


def test_what_somebody_who_left_owed_is_nobodys_until_it_is_handed_on(walk: Walk, cast: Cast) -> None:
    assert release_matters(cast.cora, staff=cast.sami.id) == 1
    step = open_step(walk.id)
    assert step is not None
    assert (step.holder_name, step.office) == ("", "case_worker")
    assert "Nobody is named for this (Case worker)" in explanation_for(cast.cora, walk.id).staff[0]


@pytest.mark.parametrize(("day", "sentence"), [(1, "not come yet"), (-29, "before this was opened")])
def test_it_refuses_a_day_on_which_it_cannot_have_been(walk: Walk, cast: Cast, day: int, sentence: str) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        declare_block(cast.sami, case=walk.id, matter=step_of(walk), what="other", on=ago(-day))


def test_it_needs_the_role_the_site_and_the_present_page(walk: Walk, cast: Cast) -> None:
    step, version = step_of(walk), case_for(cast.sami, walk.id).version
    with pytest.raises(NotAllowed):
        declare_block(cast.rosa, case=walk.id, matter=step, what="other", on=today())
    with pytest.raises(NotFound):
        declare_block(cast.omar, case=walk.id, matter=step, what="other", on=today())
    entry = new_id()
    for _twice in range(2):
        hand_matter(cast.sami, case=walk.id, matter=step, body="The clinic", on=today(), entry=entry)
    with pytest.raises(Outdated):
        hand_matter(cast.sami, case=walk.id, matter=step, body="Nobody", on=today(), after=version)


def test_the_screens_say_and_do_it(walk: Walk, cast: Cast) -> None:
    client, step = client_for(cast.sami), step_of(walk)
    address = f"/waiting/{walk.id}/{step}/block/"
    page = client.get(address)
    assert page.status_code == 200
    form = page.context["form"]
    sent = {"entry": form["entry"].value(), "version": form["version"].value(), "on": today().isoformat()}
    assert client.post(address, sent).status_code == 422
    assert client.post(address, {**sent, "what": "no_interpreter", "staff": cast.lina.id}).status_code == 302
    block = next(matter for matter in matters_of(walk.id) if matter.kind == "block")
    assert client.get(f"/waiting/{walk.id}/{block.id}/lift/").status_code == 200
    assert client.get(f"/waiting/{walk.id}/{step}/hand/").status_code == 200
    assert client_for(cast.omar).get(address).status_code == 404
    assert b"Quiet Cedar" in client.get("/waiting/").content
    assert b"Quiet Cedar" in client_for(cast.lina).get("/waiting/?show=mine").content
    assert client_for(cast.cora).get(f"/waiting/of/{cast.sami.id}/release/").status_code == 200


def test_whoever_releases_is_led_to_a_page_that_is_theirs(cast):
    for actor in (cast.adam, cast.cora):
        client = client_for(actor)
        address = f"/waiting/of/{cast.sami.id}/release/"
        assert client.get(client.get(address).context["back"], follow=True).status_code == 200
        assert client.post(address, {"entry": new_id()}, follow=True).status_code == 200
