"""The log, on standard error only, and never with anything about a person in it.

From this program's own loggers the message is written. From anybody else's only where it came from: a library's
message may quote a value, an address or a query.
"""

import logging
import sys
import time
import traceback
from collections import Counter
from typing import Any

SAME_IN_AN_HOUR = 60


class Discreet(logging.Formatter):
    """One line: time, level, logger; then the message (ours), or the answer's status, the route, the exception."""

    converter = time.gmtime  # type: ignore[assignment]  # it is called as typeshed wants it
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    def format(self, record: logging.LogRecord) -> str:
        parts = [self.formatTime(record), record.levelname, record.name]
        if record.name.split(".")[0] == "onward":
            parts.append(record.getMessage())
        if status := getattr(record, "status_code", None):
            parts.append(str(status))
        match = getattr(getattr(record, "request", None), "resolver_match", None)
        if match is not None:
            parts.append(match.view_name or match.route)
        if record.exc_info and record.exc_info[0]:
            parts.append(_where(record.exc_info))
        if getattr(record, "more", False):
            parts.append("more")
        return " ".join(parts)


class Seldom(logging.Filter):
    """Of the same line of others' loggers, so many an hour: a stranger who floods the doors does not fill the disk.

    The last that is written ends in `more`: what follows of it until the full hour is not.
    """

    def __init__(self) -> None:
        super().__init__()
        self._hour, self._seen = 0, Counter[str]()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether it is written."""
        if record.name.split(".")[0] == "onward":
            return True
        if (hour := int(record.created // 3600)) != self._hour:
            self._hour, self._seen = hour, Counter()
        key = DISCREET.format(record).split(" ", 1)[1]
        self._seen[key] += 1
        if self._seen[key] == SAME_IN_AN_HOUR:
            record.more = True
        return self._seen[key] <= SAME_IN_AN_HOUR


def _where(exc_info: Any) -> str:
    kind, _, trace = exc_info
    steps = traceback.extract_tb(trace)[-6:]
    return f"{kind.__module__}.{kind.__qualname__} at " + " < ".join(
        f"{step.filename.rsplit('/', 2)[-2]}/{step.filename.rsplit('/', 1)[-1]}:{step.lineno}"
        for step in reversed(steps)
    )


DISCREET = Discreet()


def configure(_: object = None) -> None:
    """Send every logger's warnings, and this program's own notes, through `Discreet` to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(DISCREET)
    handler.addFilter(Seldom())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("onward").setLevel(logging.INFO)
    logging.getLogger("django.request").setLevel(logging.ERROR)  # a mistyped address is nobody's fault
    # Django's own handlers would print the path.
    logging.getLogger("django").propagate = True
