"""Residents computed from their entries. The order matters: a case is there before anything is said of it."""

# isort: off
from onward.cases.projectors import case  # noqa: F401 - registers in order
from onward.cases.projectors import card, identity, liberty, reminders, screening, sheets, standing, together  # noqa: F401 - likewise
