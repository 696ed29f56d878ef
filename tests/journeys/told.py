"""The real application, living at the moment that a file beside the data folder says, so that days can pass."""

import os
from datetime import datetime, timedelta
from pathlib import Path
from time import time

from onward.config.wsgi import application as real
from onward.kit.dates import telling

CLOCK = Path(os.environ["ONWARD_DATA"]).parent / "clock"


def moment() -> datetime:
    """What the clock says, and the seconds since it was set."""
    return datetime.fromisoformat(CLOCK.read_text()) + timedelta(seconds=time() - CLOCK.stat().st_mtime)


def application(environ, start_response):
    with telling(moment()):
        return real(environ, start_response)
