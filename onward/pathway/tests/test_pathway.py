from pathlib import Path

import pytest

from onward.pathway import PathwayError, draw, following, load, named, opened

STEP = '[[step]]\nid = "a"\nstage = "one"\ntitle = "A"\nsay = "a"\nholder = ["case_worker"]\n'
HEAD = 'title = "T"\n[stages]\none = "One"\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "way.toml"
    path.write_text(text)
    return path


def test_the_default_way_leads_from_the_checkpoint_home() -> None:
    way, done, facts = named("default"), set[str](), {"wish": "home"}
    walked = []
    while step := next(iter(opened(way, done, facts)), None):
        walked.append(step.id)
        done.add(step.id)
    assert walked == [step.id for step in way.steps if step.id != "other_way"]
    assert [step.rank for step in way.steps] == list(range(len(way.steps)))


@pytest.mark.parametrize("wish", ["", "local_life", "not_to_return", "not_yet"])
def test_someone_with_another_wish_is_owed_another_way_by_a_named_office(wish: str) -> None:
    steps = opened(named("default"), {"received", "housed", "heard"}, {"wish": wish})
    assert [(step.id, step.holder) for step in steps] == [("other_way", ("case_worker",))]


def test_what_follows_a_step_is_everything_behind_it() -> None:
    assert "arrived" in following(named("default"), "consented")
    assert "heard" not in following(named("default"), "consented")


def test_a_step_that_is_no_part_of_the_way_is_not_waited_for(tmp_path: Path) -> None:
    between = STEP.replace('"a"', '"b"') + 'needs = ["a"]\nwhen = { wish = ["home"] }\n'
    last = STEP.replace('"a"', '"c"') + 'needs = ["b"]\n'
    way = load(written(tmp_path, HEAD + STEP + between + last))
    assert [step.id for step in opened(way, {"a"}, {})] == ["c"]
    assert [step.id for step in opened(way, {"a"}, {"wish": "home"})] == ["b"]
    assert [step.id for step in opened(way, set(), {})] == ["a"]


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("title = \n", 1, "not TOML"),
        (STEP, 1, "no stages"),
        (HEAD, 1, "no steps"),
        (HEAD + STEP + STEP, 10, "two steps"),
        (HEAD + STEP.replace('"one"', '"two"'), 4, "no stage two"),
        (HEAD + STEP + 'needs = ["z"]\n', 4, "needs z"),
        (HEAD + STEP.replace('holder = ["case_worker"]', ""), 4, "Nobody holds"),
        (HEAD + STEP + "within = -1\n", 4, "below zero"),
        (HEAD + STEP + "colour = 1\n", 4, "cannot be read"),
    ],
)
def test_a_broken_file_names_its_line_and_the_cure(tmp_path: Path, text: str, line: int, part: str) -> None:
    with pytest.raises(PathwayError) as error:
        load(written(tmp_path, text))
    assert error.value.line == line
    assert part in error.value.wrong
    assert error.value.cure


def test_a_pathway_is_drawn_for_the_documentation() -> None:
    drawn = draw(named("default"))
    assert "| Nationality | `nationality_confirmed` |" in drawn
    assert "an outside body" in drawn


def test_the_documentation_shows_the_way_as_it_is() -> None:
    drawn = draw(named("default")).partition("\n")[2]
    assert (Path(__file__).parents[3] / "docs/pathway.md").read_text().endswith(drawn)
