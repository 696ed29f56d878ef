"""Commands whose modules are imported only when they run, so that `serve` starts fast."""

import argparse
from importlib import import_module


class late:  # noqa: N801 - reads as a verb where it is used
    """A command whose module is imported when it runs."""

    def __init__(self, room: str, verb: str) -> None:
        self.room, self.verb = room, verb

    def __call__(self, chosen: argparse.Namespace) -> object:
        return getattr(import_module(f"onward.config.cli.{self.room}"), self.verb)(chosen)
