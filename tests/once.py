"""A story told once: the tests that begin where it ends begin with a copy of its programme.

    story = once_made(Story, programme, cast)                     # its own attributes are ids, never models
    ids = once(programme, ("ten", "arrivals"), lambda: tell(programme))

To copy a folder takes a few milliseconds; to tell a story, a dozen for every act. The key names all that the story
depends on. Where somebody has said something before (`since`: as many entries stand there), it is told as it is.
"""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from onward.kit import dates
from tests.cast import Cast, the_cast
from tests.programme import Programme

Told = TypeVar("Told")
OWN = ("programme", "cast")


class Kept(msgspec.Struct, frozen=True):
    folder: Path
    told: Any


_kept: dict[object, Kept] = {}


def entries(programme: Programme) -> int:
    """How much was said in this programme."""
    return int(programme.sql("SELECT count(*) FROM journal_entry")[0][0])


def once(programme: Programme, key: object, tell: Callable[[], Told], *, since: int | None = None) -> Told:
    """Bring the programme to where `tell` brings it from its beginning, or from `since`; gives what it tells."""
    if dates.is_told() or entries(programme) != (programme.begins if since is None else since):
        return tell()
    key = (key, dates.today())  # a story of before midnight tells of yesterday
    if key in _kept:
        programme.become(_kept[key].folder)
    else:
        told = tell()
        _kept[key] = Kept(_copied(programme), deepcopy(told))
    return deepcopy(cast("Told", _kept[key].told))


def _copied(programme: Programme) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="onward-told-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    programme.close()
    copy = programme.copy_to(folder / "data")
    programme.open()
    return copy


def once_made(kind: type[Told], programme: Programme, cast: Cast) -> Told:
    """A `kind(programme, cast)` whose making tells a story; `begun` is how much was said by then."""
    if cast is not the_cast():
        return kind(programme, cast)  # type: ignore[call-arg]

    def tell() -> dict[str, Any]:
        made = kind(programme, cast)  # type: ignore[call-arg]
        return {name: value for name, value in vars(made).items() if name not in OWN} | {"begun": entries(programme)}

    made = object.__new__(kind)
    vars(made).update(once(programme, kind, tell), programme=programme, cast=cast)
    return made
