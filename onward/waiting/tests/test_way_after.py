from pathlib import Path
from types import SimpleNamespace

from msgspec.structs import replace

from onward.access.rules import reader
from onward.cases.events import CaseEvent
from onward.kit.ids import new_id
from onward.pathway import use
from onward.waiting.events import BlockDeclared
from onward.waiting.models import Matter, WayState
from onward.waiting.queries import matters_of, open_step, title_of, way_after, way_named
from onward.waiting.tests.opening import Arrived
from tests.cast import Cast
from tests.programme import Programme


class Walk:
    """A case whose way is walked step by step."""

    def __init__(self, programme: Programme, cast: Cast) -> None:
        self.programme, self.id = programme, new_id()
        self.case = SimpleNamespace(id=self.id, site=cast.east, custody=cast.group, case_worker=cast.sami.id)
        facts = {"group": "", "language": "fr", "site": cast.east, "custody": cast.group, "pathway": "default"}
        arrived = Arrived(case_name="Quiet Cedar", **facts)
        self.step("received", event=arrived)

    def step(self, *done: str, event: CaseEvent | None = None, undone: tuple[str, ...] = (), **facts: str) -> CaseEvent:
        entry = new_id()
        way = way_after(self.case, done=done, undone=undone, facts=facts, entry_id=entry)
        event = event or BlockDeclared(matter="", what="")
        said = replace(event, opens=way.opens, closes=way.closes, facts=way.facts)
        self.programme.say(said, stream=self.id, id=entry)
        return said

    @property
    def open(self) -> list[str]:
        return [matter.what for matter in matters_of(self.id) if matter.closed_on is None]


def test_an_arrival_is_received_at_once_and_then_waits_for_a_place(programme: Programme, cast: Cast) -> None:
    walk = Walk(programme, cast)
    received, housed = Matter.objects.filter(stream=walk.id).order_by("rank")
    assert (received.outcome, received.since) == ("done", received.closed_on)
    assert (housed.what, housed.holder_name, housed.office, housed.norm) == ("housed", "Salma", "site_manager", 2)
    step = open_step(walk.id)
    assert step is not None
    assert step.id == housed.id
    assert WayState.objects.get(id=walk.id).facts["stage"] == "settled"


def test_the_way_home_is_walked_and_its_stages_follow(programme: Programme, cast: Cast) -> None:
    walk = Walk(programme, cast)
    walk.step("housed")
    assert walk.open == ["heard"]
    walk.step("heard", wish="local_life")
    assert walk.open == ["other_way"]
    said = walk.step("heard", wish="home")
    assert walk.open == ["consented"]
    assert said.facts == {"wish": "home", "stage": "safe_to_ask"}
    walk.step("consented")
    walk.step("contact_checked")
    walk.step("nationality_asked")
    step = open_step(walk.id)
    assert step is not None
    assert (step.what, step.holder_kind, step.norm) == ("nationality_confirmed", "nobody", 60)


def test_a_step_done_before_its_turn_opens_and_closes_at_once(programme: Programme, cast: Cast) -> None:
    walk = Walk(programme, cast)
    walk.step("heard", wish="home")
    assert walk.open == ["housed", "consented"]
    walk.step("housed")
    assert walk.open == ["consented"]


def test_a_consent_withdrawn_opens_the_question_anew(programme: Programme, cast: Cast) -> None:
    walk = Walk(programme, cast)
    walk.step("housed")
    walk.step("heard", wish="home")
    walk.step("consented")
    walk.step("contact_checked")
    walk.step(undone=("consented",))
    assert walk.open == ["consented"]
    walk.step("consented")
    assert walk.open == ["contact_checked"]


def test_what_stays_done_behind_a_step_done_anew_is_not_done_twice(programme: Programme, cast: Cast) -> None:
    walk = Walk(programme, cast)
    walk.step("housed", "heard", "consented", "contact_checked", wish="home")
    walk.step("contact_checked", undone=("consented",))
    assert sorted(walk.open) == ["consented", "nationality_asked"]
    walk.step("consented")
    assert walk.open == ["nationality_asked"]


def test_an_exit_is_held_by_the_officer_of_who_has_custody(programme: Programme, cast: Cast) -> None:
    walk = Walk(programme, cast)
    walk.step("housed", "heard", "consented", "contact_checked", "nationality_asked", wish="home")
    walk.step("nationality_confirmed", "papers", "return_checked")
    step = open_step(walk.id)
    assert step is not None
    assert (step.what, step.office) == ("exit_authorised", "custody_officer")
    assert step.holder_name in ("", "Karim")


def test_the_end_of_a_stay_closes_every_matter_and_a_rebuild_gives_the_same(programme: Programme, cast: Cast) -> None:
    walk = Walk(programme, cast)
    walk.step(ended="returned")
    assert walk.open == []
    programme.check_rebuild()


def test_a_file_that_is_edited_rewrites_no_history(programme: Programme, cast: Cast, tmp_path: Path) -> None:
    walk = Walk(programme, cast)
    walk.step("housed")
    before = open_step(walk.id)
    (tmp_path / "default.toml").write_text(
        'title = "Onward"\nextends = "default"\n[[step]]\nid = "heard"\nwithin = 99\ntitle = "Somebody listens"\n'
    )
    use(tmp_path)
    try:
        programme.check_rebuild()
        after = open_step(walk.id)
        assert before is not None
        assert after is not None
        assert (after.norm, after.due_on, after.rank) == (before.norm, before.due_on, before.rank)
        assert title_of(reader(cast.cora, of_host=False), after) == "Somebody listens"
        (tmp_path / "default.toml").unlink()
    finally:
        use(None)


def test_a_step_that_no_file_has_any_more_is_called_by_its_code(programme: Programme, cast: Cast) -> None:
    walk = Walk(programme, cast)
    step = open_step(walk.id)
    assert step is not None
    step.what = "elders_heard"
    assert title_of(reader(cast.cora, of_host=False), step) == "Elders heard"
    assert way_named("a_way_that_is_gone").id == "default"
