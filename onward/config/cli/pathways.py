"""`onward ways`: is a programme's own way sound, and what does it look like; needs no passphrase."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from onward.config.cli.words import Refused
from onward.config.folder import OWN_WAYS, data_folder
from onward.pathway import Pathway, PathwayError, draw, named, names, own, read, use


def check(chosen: argparse.Namespace) -> int:
    """Read a way, or all of the programme's own, and say of each that it is sound, or what is wrong."""
    folder = data_folder() / OWN_WAYS
    use(folder)
    files = [Path(chosen.file)] if chosen.file else own()
    if not files:
        print(f"There are no ways of your own in {folder}: only those that come with the programme are used.")
    wrong = [error for path in files if (error := _fault(path)) is not None]
    for error in wrong:
        print(error)
    return 1 if wrong else 0


def draw_way(chosen: argparse.Namespace) -> int:
    """Print a way as a table: one file or id, or all that there are."""
    use(data_folder() / OWN_WAYS)
    try:
        ways = [_way(chosen.way)] if chosen.way else [named(name) for name in names()]
    except PathwayError as error:
        raise Refused(str(error)) from None
    except KeyError:
        raise Refused(f"There is no way {chosen.way}. There are: {', '.join(names())}.") from None
    print("\n\n".join(draw(way) for way in ways))
    return 0


def check_own_ways(folder: Path) -> Sequence[str]:
    """What is wrong with the programme's own ways, a line each; they are used from now on."""
    use(folder / OWN_WAYS)
    return [str(error) for path in own() if (error := _fault(path, quietly=True)) is not None]


def _way(said: str) -> Pathway:
    return read(Path(said)) if said.endswith(".toml") else named(said)


def _fault(path: Path, *, quietly: bool = False) -> PathwayError | None:
    try:
        way = read(path)
    except PathwayError as error:
        return error
    if not quietly:
        print(f"{path.name}: sound. {len(way.steps)} steps, from {way.steps[0].id} to {way.steps[-1].id}.")
    return None
