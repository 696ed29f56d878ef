"""`onward names evaluate`: how well persons are found by name; needs no programme and no passphrase."""

import argparse
import json
from pathlib import Path

from onward.config.cli.words import Refused


def evaluate(chosen: argparse.Namespace) -> int:
    """Search a pool for all queries and print the figures."""
    from onward.names.evaluate import evaluate as evaluated
    from onward.names.index import NamesError

    try:
        figures = evaluated(Path(chosen.pool), Path(chosen.queries))
    except NamesError as wrong:
        raise Refused(str(wrong)) from None
    if chosen.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{name.replace('_', ' '):20} {value}")
    return 0
