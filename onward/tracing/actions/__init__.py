"""What is done about files that belong together, and about relatives who look for each other."""

from onward.tracing.actions.pairs import (
    confirm_same,
    note_not_same,
    open_names,
    part_files,
    propose_same,
    tell_relatives,
)
from onward.tracing.actions.relatives import (
    agree_own_telling,
    agree_telling,
    end_own_search,
    end_own_telling,
    end_search,
    end_telling,
    seek_own_relative,
    seek_relative,
)

__all__ = [
    "agree_own_telling",
    "agree_telling",
    "confirm_same",
    "end_own_search",
    "end_own_telling",
    "end_search",
    "end_telling",
    "note_not_same",
    "open_names",
    "part_files",
    "propose_same",
    "seek_own_relative",
    "seek_relative",
    "tell_relatives",
]
