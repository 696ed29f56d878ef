"""`onward forecast evaluate`: how good forecasts are on a log; needs no programme and no passphrase."""

import argparse
import json
from pathlib import Path

from onward.config.cli.words import Refused


def evaluate(chosen: argparse.Namespace) -> int:
    """Put a log through the forecast and print the figures."""
    from onward.forecast import LogError, held_out, read_log, replayed

    try:
        log = read_log(Path(chosen.log))
        figures = held_out(log) if chosen.split == "holdout" else replayed(log)
    except LogError as wrong:
        raise Refused(str(wrong)) from None
    if chosen.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{name.replace('_', ' '):28} {'not known' if value is None else value}")
    return 0
