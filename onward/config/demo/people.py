"""The people of the demo, as `people.toml` tells of them."""

import tomllib
from pathlib import Path

import msgspec


class Somebody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One invented person."""

    name: str
    sex: str
    born: int
    speaks: str
    nationality: str
    also: tuple[str, ...] = ()


class Group(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """People who reached the checkpoint together, and how far their way has led them."""

    key: str
    ago: int
    to: str
    reach: str
    people: tuple[Somebody, ...]
    needs: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    wish: str = ""
    country: str = ""
    body: str = ""
    quirk: str = ""
    quirk_days: int = 0
    interpreter_days: int = 0
    card: str = ""
    card_of: str = ""
    question: str = ""


def groups() -> list[Group]:
    """Every group, the longest here first."""
    text = (Path(__file__).parent / "people.toml").read_text(encoding="utf-8")
    return sorted(msgspec.convert(tomllib.loads(text)["group"], list[Group]), key=lambda group: -group.ago)
