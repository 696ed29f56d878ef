"""Who hands cases over, prints what is filled in by hand, keeps the sheet of services, fetches a certificate, and stops
the calendars of a lost telephone: a part of the table of `grants`."""

RECEPTION, CASE, SITE, COORDINATOR = "reception_officer", "case_worker", "site_manager", "coordinator"
ADMINISTRATOR, RESIDENT = "administrator", "resident"

DAILY: dict[str, frozenset[str]] = {
    "cases.hand_over_case": frozenset({CASE, COORDINATOR}),
    "cases.read_handover": frozenset({CASE, COORDINATOR}),
    "cases.print_sheets": frozenset({RECEPTION, CASE, SITE, COORDINATOR}),
    "cases.enter_sheet": frozenset({RECEPTION, CASE, SITE, COORDINATOR}),
    "care.change_service": frozenset({CASE, SITE, COORDINATOR}),
    "courses.fetch_certificate": frozenset({RESIDENT}),
    "shelter.stop_feeds": frozenset({ADMINISTRATOR}),
    "waiting.hand_on_matters": frozenset({CASE, COORDINATOR}),
    "desk.see_caseload": frozenset({CASE, COORDINATOR}),
    "desk.hand_over_cases": frozenset({CASE, COORDINATOR}),
    "desk.see_daily_list": frozenset({SITE, CASE, COORDINATOR}),
}
"""Permission -> the roles that have it."""
