"""Reading how long files are kept, what is asked of them, and what is gone."""

from onward.erasure.queries.file import Keeping, file_for, keeping_of, open_request, second_holder, term_of
from onward.erasure.queries.lists import (
    Erasures,
    begun,
    due,
    ends_to_note,
    erasures_for,
)

__all__ = [
    "Erasures",
    "Keeping",
    "begun",
    "due",
    "ends_to_note",
    "erasures_for",
    "file_for",
    "keeping_of",
    "open_request",
    "second_holder",
    "term_of",
]
