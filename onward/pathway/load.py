"""Reading a pathway from its file, and saying plainly what is wrong with it."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from onward.pathway.shape import Pathway, Stage, Step

WAYS = Path(__file__).parent / "ways"


class PathwayError(Exception):
    """A pathway file that cannot be followed: the line, what is wrong there, and the cure."""

    def __init__(self, line: int, wrong: str, cure: str) -> None:
        super().__init__(f"line {line}: {wrong} {cure}")
        self.line = line
        self.wrong = wrong
        self.cure = cure


@cache
def named(name: str) -> Pathway:
    """A pathway that comes with the programme, by its id."""
    return load(WAYS / f"{name}.toml")


def load(path: Path) -> Pathway:
    """The pathway in a file. Raises PathwayError."""
    text = path.read_text(encoding="utf-8")
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        raise PathwayError(int(found[1]) if found else 1, f"This is not TOML: {error}.", "Mend the line.") from error
    stages = _stages(told)
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.strip() == "[[step]]"]
    steps: list[Step] = []
    for rank, (line, one) in enumerate(zip(lines, told.get("step", ()), strict=False)):
        steps.append(_step(one, rank=rank, line=line, stages=stages, earlier=steps))
    if not steps:
        raise PathwayError(1, "The way has no steps.", "Add a [[step]].")
    title = str(told.get("title") or path.stem)
    return Pathway(id=str(told.get("id") or path.stem), title=title, stages=stages, steps=tuple(steps))


def _stages(told: dict[str, Any]) -> tuple[Stage, ...]:
    stages = told.get("stages")
    if not isinstance(stages, dict) or not stages:
        raise PathwayError(1, "The way has no stages.", "Add a table [stages] with an id and a title on each line.")
    return tuple(Stage(str(id_), str(title)) for id_, title in stages.items())


def _step(told: dict[str, Any], *, rank: int, line: int, stages: tuple[Stage, ...], earlier: list[Step]) -> Step:
    try:
        step = msgspec.convert({**told, "rank": rank}, Step)
    except msgspec.ValidationError as error:
        raise PathwayError(
            line, f"This step cannot be read: {error}.", "See docs/pathway.md for its fields."
        ) from error
    known = {one.id for one in earlier}
    if step.id in known:
        raise PathwayError(line, f"There are two steps called {step.id}.", "Rename one of them.")
    if step.stage not in {stage.id for stage in stages}:
        raise PathwayError(line, f"{step.id}: there is no stage {step.stage}.", "Add it to [stages], or correct it.")
    unknown = [need for need in step.needs if need not in known]
    if unknown:
        cure = "Write it above this step, or correct its name."
        raise PathwayError(line, f"{step.id} needs {unknown[0]}, which does not come before it.", cure)
    if not step.holder and not step.outside:
        raise PathwayError(line, f"Nobody holds {step.id}.", "Name its offices in `holder`, or say `outside = true`.")
    if step.within is not None and step.within < 0:
        raise PathwayError(line, f"{step.id}: within is below zero.", "Give a number of days.")
    if step.warn is not None and not 0 <= step.warn <= (step.within or 0):
        raise PathwayError(line, f"{step.id}: warn is not within the norm.", "Give days before the norm is over.")
    return step
