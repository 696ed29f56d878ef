"""Who may give out meals and things, and see to whom: a part of the table of `grants`, which names the roles."""

CASE, SITE, COORDINATOR, OVERSIGHT = "case_worker", "site_manager", "coordinator", "oversight"
RELIEF, RESIDENT = "relief_worker", "resident"

MEALS: dict[str, frozenset[str]] = {
    "relief.see_things": frozenset({RELIEF, CASE, SITE, COORDINATOR, OVERSIGHT}),
    "relief.add_thing": frozenset({SITE, COORDINATOR}),
    "relief.change_thing": frozenset({SITE, COORDINATOR}),
    "relief.end_thing": frozenset({SITE, COORDINATOR}),
    "relief.serve_thing": frozenset({RELIEF, CASE, SITE}),
    "relief.serve_family": frozenset({RELIEF, CASE, SITE}),
    "relief.take_back_serving": frozenset({RELIEF, CASE, SITE, COORDINATOR}),
    "relief.find_person": frozenset({CASE, COORDINATOR}),
    "relief.see_person": frozenset({CASE, COORDINATOR, OVERSIGHT}),
    "relief.serve_at_desk": frozenset({CASE, COORDINATOR}),
    "relief.see_counts": frozenset({RELIEF, CASE, SITE, COORDINATOR, OVERSIGHT}),
    "relief.see_exceptions": frozenset({COORDINATOR, OVERSIGHT}),
    "relief.see_given": frozenset({RESIDENT}),
}
"""Permission -> the roles that have it."""
