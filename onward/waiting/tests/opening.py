"""The event that opens a case. Its room lies above this one, so it is found by its name."""

from typing import Any

from onward.journal.events import EVENTS

Arrived: Any = EVENTS["reception.arrived"]
