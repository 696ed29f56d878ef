"""At a site: `onward oversight-key` and `onward feed`."""

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from onward.config.cli.words import Refused, ready_folder


def oversight_key(chosen: argparse.Namespace) -> int:
    """Name oversight's key."""
    content = _content(chosen.file)
    _ready()
    from onward.oversight.actions import name_key

    _done(lambda: name_key(_by(), key=content, heard=chosen.fingerprint, compared_with=chosen.compared_with))
    print("This is oversight's key from now on. It stands in the journal, for all to see.")
    return 0


def write(chosen: argparse.Namespace) -> int:
    """Write the next feed."""
    _ready()
    from onward.config.feeding import write_into

    path = _done(lambda: write_into(Path(chosen.where), _by()))
    print(f"{path} is for oversight alone.")
    return 0


def take(chosen: argparse.Namespace) -> int:
    """Take in answers."""
    content = _content(chosen.file)
    _ready()
    from onward.oversight.actions import take_answers

    _done(lambda: take_answers(_by(), answers=content))
    print("Taken in. Whoever holds a receipt finds their answer.")
    return 0


def _ready() -> None:
    ready_folder()
    from onward.config.unlocking import bring_up_to_date

    bring_up_to_date()


def _by() -> Any:
    from onward.access.rules import ADMINISTRATOR, Actor

    return Actor(id="administrator", roles=frozenset({ADMINISTRATOR}), everywhere=True)


def _done(act: Callable[[], Any]) -> Any:
    from onward.kit.errors import RuleBroken

    try:
        return act()
    except RuleBroken as broken:
        raise Refused(broken.sentence) from None
    except OSError as failed:
        raise Refused(f"It was not written: {os.strerror(failed.errno or 0)}.") from None


def _content(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError:
        raise Refused(f"{file} cannot be read.") from None
