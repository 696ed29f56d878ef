"""Golden files: what an event of each kind looked like when it was first stored. What was stored loads for ever.

`python -m tests.golden` writes a file for each kind that has none, and a further one (`<kind>.2.json`) for fields that
were added since. It never changes one that is there: that would be changing the past.
"""

import json
import types
from collections.abc import Iterator
from datetime import date, datetime, time
from enum import Enum
from pathlib import Path
from typing import Any, Literal, NewType, Union, get_args, get_origin, get_type_hints

import msgspec

from onward.journal.events import EVENTS, Event

FOLDER = Path(__file__).parent
PLAIN: dict[Any, Any] = {
    str: "words",
    int: 3,
    float: 1.5,
    bool: True,
    bytes: b"\x01\x02",
    date: date(2026, 3, 5),
    datetime: datetime.fromisoformat("2026-03-05T09:30:00+00:00"),
    time: time(9, 30),
}


def kinds() -> Iterator[type[Event]]:
    """Every event of the house, by kind; not the toys of the tests."""
    return (event for _, event in sorted(EVENTS.items()) if event.__module__.startswith("onward."))


def files(kind: str) -> list[Path]:
    """The golden files of one kind, oldest first."""
    return [FOLDER / f"{kind}.json", *sorted(FOLDER.glob(f"{kind}.[0-9]*.json"))]


def stored(path: Path) -> dict[str, Any]:
    """What a golden file holds: the fields of the event by name."""
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


def example(wanted: Any) -> Any:
    """A value of a type, unlike its default where that can be."""
    if isinstance(wanted, NewType):
        return example(wanted.__supertype__)
    if wanted in PLAIN:
        return PLAIN[wanted]
    origin, args = get_origin(wanted), get_args(wanted)
    if origin is Literal:
        return args[-1]
    if origin in (Union, types.UnionType):
        return example(next(arg for arg in args if arg is not type(None)))
    if origin is tuple:
        return tuple(example(arg) for arg in args if arg is not ...)
    if origin in (list, frozenset, set):
        return origin([example(args[0])])
    if origin is dict:
        return {example(args[0]): example(args[1])}
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return list(wanted)[-1]
    if isinstance(wanted, type) and issubclass(wanted, msgspec.Struct):
        hints = get_type_hints(wanted)
        return wanted(**{name: example(hints[name]) for name in wanted.__struct_fields__})
    raise TypeError(f"tests/golden knows no example of {wanted}")


def as_stored(event: msgspec.Struct) -> dict[str, Any]:
    """The event's fields as they are stored, those at their default included."""
    return {name: json.loads(msgspec.json.encode(getattr(event, name))) for name in event.__struct_fields__}


def missing(event_class: type[Event]) -> set[str]:
    """The fields of a kind that no golden file of it has."""
    known = {name for path in files(event_class.kind) if path.exists() for name in stored(path)}
    return set(event_class.__struct_fields__) - known


def write() -> list[Path]:
    """Write what is missing. Gives the new files."""
    written = []
    for event_class in kinds():
        first = files(event_class.kind)[0]
        if first.exists() and not missing(event_class):
            continue
        number = len(files(event_class.kind)) + 1
        path = first.with_name(f"{event_class.kind}.{number}.json") if first.exists() else first
        text = json.dumps(as_stored(example(event_class)), indent=1, sort_keys=True, ensure_ascii=False)
        path.write_text(text + "\n", encoding="utf-8")
        written.append(path)
    return written
