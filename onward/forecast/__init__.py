"""Forecast of time: how much longer, and how sure, from a log of what happened; open cases are evidence too.

An engine of its own: numpy, no Django, no clock. What each part promises stands in its docstrings; how good it is on
real logs, in docs/forecast.md.
"""

from onward.forecast.evaluate import held_out, replayed
from onward.forecast.log import Log, LogError, log_of, read_log
from onward.forecast.replay import Told, replay
from onward.forecast.survival import Survival, aalen_johansen, kaplan_meier
from onward.forecast.words import explained

__all__ = [
    "Log",
    "LogError",
    "Survival",
    "Told",
    "aalen_johansen",
    "explained",
    "held_out",
    "kaplan_meier",
    "log_of",
    "read_log",
    "replay",
    "replayed",
]
