"""Residents computed from their entries. The order matters: a case is there before anything is said of it."""

from onward.cases.projectors import case, card, identity, standing, together  # noqa: F401, I001 - registers in order
