"""Whatever is done to a file: it is read, or it is refused with a line of it; nothing else ever comes out."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onward.pathway import PathwayError, draw, named, names, note, picture, read, use, ways
from onward.pathway.library import WAYS
from tests.pace import examples

ODD = st.sampled_from(
    ["", "=", '"', "'", '"""', "[", "]", "[[step]]", "{", "}", "[stages]", "[words.fr]", "\\", "\x00", "1e999", "true",
     'id = "heard"', 'extends = "child"', "step = 3", "step = [1]", "stages = []", "words = 1", "fits = [[]]",
     "warn = -1", "needs = [[]]", "when = { wish = 1 }", "within = " + "9" * 5000, "[" * 900, "\x7f",
     "ends = { home = 1 }"]
)  # fmt: skip
SHIPPED = {name: (WAYS / f"{name}.toml").read_text(encoding="utf-8") for name in names()}


@st.composite
def broken(draw_one: st.DrawFn) -> str:
    lines = SHIPPED[draw_one(st.sampled_from(sorted(SHIPPED)))].splitlines()
    for _ in range(draw_one(st.integers(1, 4))):
        at = draw_one(st.integers(0, len(lines) - 1))
        how = draw_one(st.sampled_from(["cut", "twice", "odd", "swap", "drop"]))
        other = draw_one(st.integers(0, len(lines) - 1))
        if how == "drop" and len(lines) > 1:
            del lines[at]
        elif how == "cut":
            lines[at] = lines[at][: draw_one(st.integers(0, len(lines[at])))]
        elif how == "twice":
            lines.insert(other, lines[at])
        elif how == "swap":
            lines[at], lines[other] = lines[other], lines[at]
        else:
            lines.insert(at, draw_one(ODD))
    return "\n".join(lines)


def fault(path: Path) -> PathwayError | None:
    try:
        read(path)
    except PathwayError as error:
        return error
    return None


@settings(max_examples=examples(120), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=broken())
def test_a_broken_file_is_refused_with_a_line_inside_it_or_read(tmp_path: Path, text: str) -> None:
    path = tmp_path / "way.toml"
    path.write_text(text, encoding="utf-8")
    error = fault(path)
    if error is not None:
        assert 1 <= error.line <= max(1, len(text.splitlines()))
        assert (error.file, bool(error.wrong), bool(error.cure)) == ("way.toml", True, True)


@pytest.fixture
def folder(tmp_path: Path):  # type: ignore[no-untyped-def]  # a generator
    use(tmp_path)
    yield tmp_path
    use(None)


def test_a_programme_adds_its_own_way_in_its_own_words(folder: Path) -> None:
    own = 'title = "Return to Norway"\nextends = "repatriation"\nfits = { wish = ["home"], country = ["NO"] }\n'
    own += '[[step]]\nid = "papers"\nwithin = 5\n'
    own += '[words.fr]\ntitle = "Retour en Norv\u00e8ge"\nsteps.papers.say = "Vos papiers."\n'
    (folder / "norway.toml").write_text(own, encoding="utf-8")
    way = named("norway")
    papers = way.step("papers")
    assert papers is not None
    assert (papers.within, way.words["fr"][papers.say], way.words["fr"][way.title]) == (
        5, "Vos papiers.", "Retour en Norv\u00e8ge",
    )  # fmt: skip
    assert "norway" in [one.id for one in ways()]
    assert way.fitting({"wish": "home", "country": "NO"}) == 2


def test_an_own_way_takes_the_place_of_a_shipped_one_and_a_broken_one_does_not(folder: Path) -> None:
    (folder / "default.toml").write_text('title = "Onward"\nextends = "default"\n', encoding="utf-8")
    assert named("default").title == "Onward"
    (folder / "default.toml").write_text("title = ", encoding="utf-8")
    use(folder)
    with pytest.raises(PathwayError):
        named("default")
    assert ways()[0].title == "The way onward"


def test_ways_that_extend_each_other_are_refused(folder: Path) -> None:
    (folder / "one.toml").write_text('title = "One"\nextends = "two"\n', encoding="utf-8")
    (folder / "two.toml").write_text('title = "Two"\nextends = "one"\n', encoding="utf-8")
    with pytest.raises(PathwayError, match="extend"):
        named("one")


def test_every_way_is_drawn_with_all_its_steps() -> None:
    for way in ways():
        assert picture(way, note=note).count("<circle") == draw(way).count("\n|") - 2 == len(way.steps)
