import re
from pathlib import Path

import pytest

from onward.pathway import PathwayError, draw, following, load, named, names, opened, read

STEP = '[[step]]\nid = "other_way"\nstage = "one"\ntitle = "A"\nsay = "a"\nholder = ["case_worker"]\n'
HEAD = 'title = "T"\n[stages]\none = "One"\n'
FURTHER = STEP.replace("other_way", "b")
BROKEN = [
    ("title = \n", 1, "not TOML"),
    (STEP, 1, "no stages"),
    (HEAD, 1, "no steps"),
    (HEAD + STEP + STEP, 11, "two steps"),
    (HEAD + STEP.replace('"one"', '"onne"'), 6, "Did you mean `one`?"),
    (HEAD + STEP + 'needs = ["z"]\n', 10, "needs z, which is not there"),
    (HEAD + STEP + 'needs = ["b"]\n' + FURTHER, 10, "does not come before it"),
    (HEAD + STEP + 'needs = ["b"]\n' + FURTHER + 'needs = ["other_way"]\n', 10, "wait for each other"),
    (HEAD + STEP.replace('holder = ["case_worker"]', ""), 4, "Nobody holds"),
    (HEAD + STEP.replace("case_worker", "caseworker"), 9, "Did you mean `case_worker`?"),
    (HEAD + STEP.replace("case_worker", "custody_officer"), 9, "The custody officer decides"),
    (HEAD + STEP + "outside = true\n", 9, "owed outside and by an office"),
    (HEAD + STEP + "within = -1\n", 10, "nobody waits -1 days"),
    (HEAD + STEP + "within = 7000\n", 10, "nobody waits 7000 days"),
    (HEAD + STEP + 'within = "7"\n', 10, "Write it as a number of days"),
    (HEAD + STEP + "hodler = 1\n", 10, "Did you mean `holder`?"),
    (HEAD + STEP.replace('say = "a"\n', ""), 4, "no `say`"),
    (HEAD + STEP + 'when = { wish = ["hom"] }\n', 10, "Did you mean `home`?"),
    (HEAD + STEP + 'when = { whish = ["home"] }\n', 10, "Did you mean `wish`?"),
    (HEAD + STEP + 'unless = { wish = ["home"] }\n', 1, "The way ends nowhere for somebody of wish home"),
    (HEAD + STEP + FURTHER + 'when = { wish = ["home"] }\nunless = { wish = ["home"] }\n', 16, "for nobody"),
    (HEAD + 'two = "Two"\n' + STEP, 4, "No step lies in the stage two"),
    (HEAD + 'two = "Two"\n' + STEP.replace('"one"', '"two"') + FURTHER, 13, "already"),
    ('ends = { home = "returned" }\n' + HEAD + STEP, 1, "never arrives"),
    ('ends = { home = "gone" }\n' + HEAD + STEP, 1, "Known are: returned"),
    (HEAD + STEP + FURTHER.replace('"b"', '"arrived"'), 1, "Nobody knows how it ends"),
    (HEAD + STEP + FURTHER.replace('"b"', '"departed"'), 10, "two people have found it safe"),
    (HEAD + STEP + FURTHER.replace('"b"', '"consented"'), 10, "a child's best interests are determined"),
    ('extends = "nothing"\n' + HEAD + STEP, 1, "no way nothing"),
    ('fits = { wish = ["hme"] }\n' + HEAD + STEP, 1, "Did you mean `home`?"),
    (HEAD + STEP + '[words.fr]\nsteps.other_way.sya = "b"\n', 11, "Did you mean `steps.other_way.say`?"),
]
"""A file, the line that it is told, and a part of what is said."""


def written(folder: Path, text: str) -> Path:
    path = folder / "way.toml"
    path.write_text(text)
    return path


def test_the_default_way_leads_from_the_checkpoint_home() -> None:
    way, done, facts = named("default"), set[str](), {"wish": "home", "age": "adult"}
    walked = []
    while step := next(iter(opened(way, done, facts)), None):
        walked.append(step.id)
        done.add(step.id)
    assert walked == [step.id for step in way.steps if step.applies(facts)]
    assert [step.rank for step in way.steps] == list(range(len(way.steps)))


@pytest.mark.parametrize("wish", ["", "local_life", "not_to_return", "not_yet"])
def test_someone_with_another_wish_is_owed_another_way_by_a_named_office(wish: str) -> None:
    steps = opened(named("default"), {"received", "housed", "heard"}, {"wish": wish})
    assert [(step.id, step.holder) for step in steps] == [("other_way", ("case_worker",))]


def test_what_follows_a_step_is_everything_behind_it() -> None:
    assert "arrived" in following(named("default"), "consented")
    assert "heard" not in following(named("default"), "consented")


def test_a_step_that_is_no_part_of_the_way_is_not_waited_for(tmp_path: Path) -> None:
    between = FURTHER + 'needs = ["other_way"]\nwhen = { wish = ["home"] }\n'
    last = FURTHER.replace('"b"', '"c"') + 'needs = ["b"]\n'
    way = load(written(tmp_path, HEAD + STEP + between + last))
    assert [step.id for step in opened(way, {"other_way"}, {})] == ["c"]
    assert [step.id for step in opened(way, {"other_way"}, {"wish": "home"})] == ["b"]
    assert [step.id for step in opened(way, set(), {})] == ["other_way"]


@pytest.mark.parametrize(("text", "line", "part"), BROKEN)
def test_a_broken_file_names_its_line_and_the_cure(tmp_path: Path, text: str, line: int, part: str) -> None:
    with pytest.raises(PathwayError) as error:
        load(written(tmp_path, text))
    assert part in str(error.value)
    assert str(error.value).startswith(f"way.toml, line {line}: ")


def test_every_step_of_every_way_is_told_to_the_person_as_theirs() -> None:
    """ "What they wish instead is heard" is said about somebody; on their own page it is said to them."""
    steps = [step for name in names() for step in named(name).steps]
    assert [step.id for step in steps if not step.title_for_person] == []
    third = re.compile(r"\b(they|them|their|the (child|person|family|wish)|he|she)\b", re.IGNORECASE)
    assert [step.title_for_person for step in steps if third.search(step.title_for_person)] == []


def test_a_step_that_is_renamed_loses_what_its_person_was_told_and_an_empty_title_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "norway.toml"
    head = 'title = "Norway"\nextends = "repatriation"\n[[step]]\nid = "papers"\n'
    path.write_text(head + 'title = "The embassy issues a paper"\n')
    renamed = read(path).step("papers")
    assert renamed is not None
    assert renamed.title_for_person == ""
    path.write_text(head + 'title_for_person = " "\n')
    with pytest.raises(PathwayError, match="empty `title_for_person`") as refused:
        read(path)
    assert refused.value.line == 5
    words = '[words.nb]\nsteps.papers.title_for_person = "Reisepapirene dine"\nsteps.departed.nothing = "Reisen"\n'
    path.write_text(head + 'title_for_person = "Your paper"\n' + words)
    with pytest.raises(PathwayError, match=r"steps.departed.nothing"):
        read(path)
    path.write_text(head + 'title_for_person = "Your paper"\n' + words.replace("nothing", "title_for_person"))
    assert read(path).words["nb"]["Your paper"] == "Reisepapirene dine"


def test_a_pathway_is_drawn_for_the_documentation() -> None:
    drawn = draw(named("default"))
    assert "| Nationality | `nationality_confirmed` |" in drawn
    assert "an outside body" in drawn
