"""Who may lay files side by side and look for relatives: a part of the table of `grants`, which names the roles."""

CASE, TRACING, RESIDENT = "case_worker", "tracing_officer", "resident"

TRACES: dict[str, frozenset[str]] = {
    "tracing.see_pairs": frozenset({TRACING}),
    "tracing.see_pair": frozenset({CASE, TRACING}),
    "tracing.propose_same": frozenset({TRACING}),
    "tracing.confirm_same": frozenset({CASE, TRACING}),
    "tracing.part_files": frozenset({CASE, TRACING}),
    "tracing.note_not_same": frozenset({CASE, TRACING}),
    "tracing.open_names": frozenset({CASE, TRACING}),
    "tracing.see_family": frozenset({CASE, TRACING}),
    "tracing.seek_relative": frozenset({CASE, TRACING}),
    "tracing.seek_own_relative": frozenset({RESIDENT}),
    "tracing.end_search": frozenset({CASE, TRACING}),
    "tracing.end_own_search": frozenset({RESIDENT}),
    "tracing.agree_telling": frozenset({CASE, TRACING}),
    "tracing.agree_own_telling": frozenset({RESIDENT}),
    "tracing.end_telling": frozenset({CASE, TRACING}),
    "tracing.end_own_telling": frozenset({RESIDENT}),
    "tracing.tell_relatives": frozenset({TRACING}),
}
"""Permission -> the roles that have it."""
