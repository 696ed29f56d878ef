"""Reading a pathway from its file, and saying plainly what is wrong with it."""

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from onward.pathway.check import check
from onward.pathway.known import LONGEST_ID
from onward.pathway.lines import Lines
from onward.pathway.shape import Pathway, Stage, Step
from onward.pathway.words import translations
from onward.pathway.wrong import PathwayError, nearest

ID = re.compile(r"[a-z][a-z0-9_]*")
LARGEST = 200_000

Base = Callable[[str], Pathway]
"""Gives the way that another extends. Raises KeyError where there is none, and PathwayError where it is broken."""

SHAPES = {
    "within": "a number of days",
    "warn": "a number of days",
    "outside": "true or false",
    "needs": 'a list of steps: ["heard"]',
    "holder": 'a list of offices: ["case_worker"]',
    "when": 'facts and their values: { wish = ["home"] }',
    "unless": 'facts and their values: { wish = ["home"] }',
}
PERSONAL = "title_for_person"
STEP_KEYS = (*Step.__struct_fields__[:-1], "after")  # all but the rank, which is the place in the file
KEYS = ("id", "title", "about", "extends", "ends", "fits", "anew", "stages", "words", "step")


def load(path: Path, *, base: Base | None = None) -> Pathway:
    """The pathway in a file; `base` gives the way that it may extend. Raises PathwayError."""
    try:
        return _way(*_told(path), name=path.stem, base=base)
    except PathwayError as error:
        error.file = error.file or path.name
        raise


def _told(path: Path) -> tuple[dict[str, Any], Lines]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise PathwayError(1, "This file cannot be read.", "Give the path of a file that is there.") from error
    if len(raw) > LARGEST:
        raise PathwayError(1, "This file is too long for a way.", "A way has a few dozen steps; take out the rest.")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise PathwayError(line, "There are signs here that are not UTF-8.", "Save the file as UTF-8.") from error
    lines = Lines(text)
    try:
        return tomllib.loads(text), lines
    except (ValueError, RecursionError) as error:
        found = re.search(r"at line (\d+)", str(error))
        line = min(int(found[1]), lines.count) if found else lines.count
        said = "it is nested too deeply" if isinstance(error, RecursionError) else error
        raise PathwayError(line, f"This is not TOML: {said}.", "Mend the line.") from error


def _way(told: dict[str, Any], lines: Lines, *, name: str, base: Base | None) -> Pathway:
    _known_keys(told, KEYS, lines.of, "a way")
    _id(told.get("id", name), lines.of("id"), "way")
    if told.get("id", name) != name:
        raise PathwayError(lines.of("id"), f"The way calls itself {told['id']}.", f"Name the file {told['id']}.toml.")
    under = _base(told, lines, base)
    stages = _stages(told, lines) or (under.stages if under else ())
    if not stages:
        raise PathwayError(
            lines.of("stages"), "The way has no stages.", "Add a table [stages], an id and title a line."
        )
    steps, places = _steps(told, lines, under)
    plain: dict[str, Any] = {key: told[key] for key in ("title", "about", "ends", "fits", "anew") if key in told}
    if isinstance(plain.get("fits"), dict):
        plain["fits"] = [plain["fits"]]
    given: dict[str, Any] = {"about": under.about, "ends": under.ends} if under else {}
    head: dict[str, Any] = {**given, **plain, "id": name, "stages": stages, "steps": steps}
    try:
        way = msgspec.convert({"title": "", **head}, Pathway, from_attributes=True)
    except msgspec.ValidationError as error:
        raise _shape(error, lines.of, "the way") from error
    words = translations(told.get("words", {}), way, lines, under.words if under else {})
    way = msgspec.structs.replace(way, words=words)
    check(way, lines, places)
    return way


def _base(told: Mapping[str, Any], lines: Lines, base: Base | None) -> Pathway | None:
    if "extends" not in told:
        return None
    line = lines.of("extends")
    try:
        if base is None:
            raise KeyError
        return base(_id(told["extends"], line, "way"))
    except KeyError:
        raise PathwayError(line, f"There is no way {told['extends']} to extend.", "Correct its name.") from None
    except PathwayError as error:
        if not error.file:  # the name itself is wrong
            raise
        raise PathwayError(line, f"The way that this one extends is broken: {error}", "Mend that one first.") from error


def _stages(told: Mapping[str, Any], lines: Lines) -> tuple[Stage, ...]:
    stages = told.get("stages", {})
    if not isinstance(stages, dict):
        raise PathwayError(lines.of("stages"), "`stages` is no table.", "Add a table [stages], an id and title a line.")
    for id_, title in stages.items():
        line = lines.of(f"stages.{id_}", "stages")
        _id(id_, line, "stage")
        if not isinstance(title, str) or not title.strip():
            raise PathwayError(line, f"The stage {id_} has no title.", "Write its title in quotes.")
    return tuple(Stage(id_, title) for id_, title in stages.items())


def _steps(told: Mapping[str, Any], lines: Lines, under: Pathway | None) -> tuple[tuple[Step, ...], dict[str, int]]:
    """The steps in order, and of each the number that it has in the file, where the file has it."""
    written = told.get("step", [])
    if not isinstance(written, list) or not all(isinstance(one, dict) for one in written):
        raise PathwayError(lines.of("step"), "`step` is no list of steps.", "Begin each step with [[step]].")
    steps = {step.id: step for step in under.steps} if under else {}
    order, places = list(steps), dict[str, int]()
    for number, one in enumerate(written):
        step = _step(one, number, lines, steps)
        if step.id in places:
            line = lines.of_step(number, "id")
            raise PathwayError(line, f"There are two steps called {step.id}.", "Rename one of them.")
        if step.id not in steps:
            order.insert(_place(one, step.id, order, under, lines.of_step(number, "after")), step.id)
        elif "after" in one:
            wrong = f"{step.id} has its place in the way that this one extends."
            raise PathwayError(lines.of_step(number, "after"), wrong, "Take out `after`.")
        steps[step.id], places[step.id] = step, number
    ranked = (msgspec.structs.replace(steps[id_], rank=rank) for rank, id_ in enumerate(order))
    return tuple(ranked), places


def _step(told: dict[str, Any], number: int, lines: Lines, steps: Mapping[str, Step]) -> Step:
    def line(key: str = "") -> int:
        return lines.of_step(number, key)

    _known_keys(told, STEP_KEYS, line, "a step")
    if "id" not in told:
        raise PathwayError(line(), "This step has no id.", 'Add a line like: id = "heard"')
    id_ = _id(told["id"], line("id"), "step")
    old = steps.get(id_)
    for key in ("stage", "title", "say"):
        said = told.get(key, getattr(old, key, None))
        if said is None or (isinstance(said, str) and not said.strip()):
            raise PathwayError(line(key), f"{id_} has no `{key}`.", f'Add a line like: {key} = "..."')
    if not str(told.get(PERSONAL, "-")).strip():
        cure = "Write what it is called on the person's own page, or leave it out."
        raise PathwayError(line(PERSONAL), f"{id_} has an empty `{PERSONAL}`.", cure)
    given = {key: value for key, value in told.items() if key != "after"}
    kept = msgspec.structs.asdict(old) if old else {}
    if "title" in given:  # a step that is called something else here is no longer what its person was told there
        kept.pop(PERSONAL, None)
    try:
        return msgspec.convert({**kept, **given}, Step)
    except msgspec.ValidationError as error:
        raise _shape(error, line, id_) from error


def _place(told: Mapping[str, Any], id_: str, order: list[str], under: Pathway | None, line: int) -> int:
    """Where a new step stands: at the end of a way of its own, behind the step that it names in another's."""
    after = told.get("after")
    if under is None and after is None:
        return len(order)
    if under is None:
        raise PathwayError(line, f"{id_} has an `after`, but this way extends none.", "Take out `after`.")
    if after not in order:
        wrong = (
            f"Nobody knows where {id_} stands." if after is None else f"{id_} stands after a step that is not there."
        )
        cure = 'Add a line like: after = "heard"' if after is None else nearest(str(after), order)
        raise PathwayError(line, wrong, cure)
    return order.index(after) + 1


def _known_keys(told: Mapping[str, Any], known: tuple[str, ...], line: Callable[[str], int], what: str) -> None:
    for key in told:
        if key not in known:
            raise PathwayError(line(key), f"`{key}` is nothing that {what} has.", nearest(key, known))


def _id(said: object, line: int, what: str) -> str:
    if isinstance(said, str) and ID.fullmatch(said) and len(said) <= LONGEST_ID:
        return said
    raise PathwayError(
        line, f"{said!r:.80} is no id of a {what}.", "Use small letters, digits and _, beginning with a letter."
    )


def _shape(error: msgspec.ValidationError, line: Callable[[str], int], what: str) -> PathwayError:
    found = re.search(r"\$\.(\w+)", str(error))
    key = found[1] if found else ""
    wrong = f"{what}: `{key}` cannot be read." if key else f"{what} cannot be read."
    return PathwayError(line(key), wrong, f"Write it as {SHAPES.get(key, 'text in quotes')}.")
