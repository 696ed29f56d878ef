"""The ways that there are: those that come with the programme, and a programme's own in a folder of its data."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from onward.pathway.load import load
from onward.pathway.shape import Pathway, Step
from onward.pathway.wrong import PathwayError

WAYS = Path(__file__).parent / "ways"
_own: list[Path] = []
_read: dict[str, Pathway] = {}
_ways: list[Pathway] = []
_steps: dict[str, tuple[Pathway, Step]] = {}


def use(folder: Path | None) -> None:
    """Read a programme's own ways from this folder as well; one with the id of a shipped way takes its place."""
    _own[:] = [folder] if folder is not None else []
    _read.clear()
    _ways.clear()
    _steps.clear()


def named(name: str) -> Pathway:
    """The way with this id, read once. Raises KeyError where there is none, and PathwayError where it is broken."""
    found = _read.get(name)
    if found is None:
        found = _read[name] = read(_path(name))
    return found


def sound(name: str) -> Pathway:
    """The way with this id; where the programme's own file is broken, the one that came with the programme.

    Raises KeyError where there is neither. A file is checked when the programme starts; this is for one that
    was broken since: who walks that way must not be left without any.
    """
    try:
        return named(name)
    except PathwayError:
        found = _read[name] = read(_shipped(name))
        return found


def shipped(name: str) -> Pathway:
    """The way with this id that comes with the programme, whatever the programme's own say."""
    return read(_shipped(name))


def ways() -> list[Pathway]:
    """All ways that can be followed, the one on which everybody begins first."""
    if not _ways:
        _ways[:] = _sound_ones()
    return list(_ways)


def anywhere(step_id: str) -> tuple[Pathway, Step] | None:
    """A step of this id in whichever way has it first: for lists across residents, who follow different ways."""
    if not _steps:
        _steps.update({step.id: (way, step) for way in reversed(ways()) for step in way.steps})
    return _steps.get(step_id)


def names() -> list[str]:
    """The ids of all ways, those that come with the programme first."""
    return list(dict.fromkeys(path.stem for path in (*_in(WAYS), *own())))


def own() -> list[Path]:
    """The files of the programme's own ways."""
    return [path for folder in _own for path in _in(folder)]


def read(path: Path, *, extended: tuple[Path, ...] = ()) -> Pathway:
    """The way in a file, together with the one that it extends. Raises PathwayError."""

    def base(name: str) -> Pathway:
        under = _shipped(name) if name == path.stem else _path(name)
        if under in (path, *extended):
            raise PathwayError(
                1, f"The ways {path.stem} and {name} extend each other.", "Let one stand by itself.", file=path.name
            )
        return read(under, extended=(*extended, path))

    return load(path, base=base)


def _sound_ones() -> list[Pathway]:
    found = []
    for name in names():
        with suppress(KeyError, PathwayError):
            found.append(sound(name))
    return found


def _path(name: str) -> Path:
    return next((path for path in own() if path.stem == name), None) or _shipped(name)


def _shipped(name: str) -> Path:
    path = WAYS / f"{name}.toml"
    if not name.isidentifier() or not path.is_file():
        raise KeyError(name)
    return path


def _in(folder: Path) -> Iterator[Path]:
    return iter(sorted(folder.glob("*.toml"), key=lambda path: (path.stem != "default", path.stem)))
