"""The one table of who may do what. What is not here, nobody may do."""

RECEPTION = "reception_officer"
CASE = "case_worker"
SITE = "site_manager"
LIAISON = "liaison"
CUSTODY = "custody_officer"
COORDINATOR = "coordinator"
REVIEWER = "reviewer"
OVERSIGHT = "oversight"
ADMINISTRATOR = "administrator"
HEALTH_WORKER = "health_worker"
PROTECTION = "protection_officer"
CHILD_OFFICER = "child_officer"
LAWYER = "lawyer"
TEACHER = "teacher"
COUNSELLOR = "counsellor"
TRACING = "tracing_officer"
RESIDENT = "resident"

STAFF_ROLES = (
    RECEPTION,
    CASE,
    SITE,
    HEALTH_WORKER,
    PROTECTION,
    CHILD_OFFICER,
    COUNSELLOR,
    TEACHER,
    LAWYER,
    LIAISON,
    TRACING,
    CUSTODY,
    COORDINATOR,
    REVIEWER,
    OVERSIGHT,
    ADMINISTRATOR,
)
SPECIALISTS = (HEALTH_WORKER, PROTECTION, CHILD_OFFICER, LAWYER, TRACING)
"""Staff of one compartment: of a file they see the record, and what their work is about."""
ROLES = (*STAFF_ROLES, RESIDENT)


def _to(*roles: str) -> frozenset[str]:
    return frozenset(roles)


GRANTS: dict[str, frozenset[str]] = {
    # access
    "access.add_staff": _to(ADMINISTRATOR),
    "access.change_staff": _to(ADMINISTRATOR),
    "access.choose_password": _to(*STAFF_ROLES),
    "access.end_own_sessions": _to(*STAFF_ROLES),
    "access.end_sessions": _to(ADMINISTRATOR),
    "access.end_staff": _to(ADMINISTRATOR),
    "access.renew_access": _to(ADMINISTRATOR),
    "access.see_account": _to(*STAFF_ROLES),
    "access.see_staff": _to(ADMINISTRATOR, COORDINATOR, OVERSIGHT),
    # places
    "places.add_block": _to(ADMINISTRATOR, SITE),
    "places.add_organisation": _to(ADMINISTRATOR),
    "places.add_site": _to(ADMINISTRATOR),
    "places.change_block": _to(ADMINISTRATOR, SITE),
    "places.change_organisation": _to(ADMINISTRATOR),
    "places.change_site": _to(ADMINISTRATOR),
    "places.see_places": _to(ADMINISTRATOR, COORDINATOR, SITE, OVERSIGHT),
    # cases
    "cases.see_cases": _to(RECEPTION, CASE, SITE, LIAISON, COORDINATOR, OVERSIGHT, REVIEWER, *SPECIALISTS),
    "cases.see_case": _to(RECEPTION, CASE, SITE, LIAISON, COORDINATOR, OVERSIGHT, REVIEWER, *SPECIALISTS),
    "cases.open_identity": _to(CASE, LIAISON, TRACING),
    "cases.see_openings": _to(OVERSIGHT),
    "cases.note_identity": _to(RECEPTION, CASE, LIAISON),
    "cases.record_liberty": _to(CASE, SITE, COORDINATOR, OVERSIGHT),
    "cases.challenge_liberty": _to(RESIDENT),
    "cases.take_back_challenge": _to(RESIDENT),
    "cases.note_challenge": _to(CASE, COORDINATOR, OVERSIGHT, REVIEWER),
    "cases.hear_challenge": _to(CASE, COORDINATOR, OVERSIGHT, REVIEWER),
    "cases.see_challenges": _to(CUSTODY),
    "cases.answer_challenge": _to(CUSTODY),
    "cases.begin_screening": _to(CASE, SITE, COORDINATOR),
    "cases.end_screening": _to(CASE, SITE, COORDINATOR),
    "cases.assign_case_worker": _to(SITE, COORDINATOR),
    "cases.release_cases": _to(ADMINISTRATOR),
    "cases.link_family": _to(RECEPTION, CASE),
    "cases.note_companion": _to(RECEPTION, CASE),
    "cases.issue_card": _to(RECEPTION, CASE, SITE),
    "cases.revoke_card": _to(RECEPTION, CASE, SITE),
    "cases.see_history": _to(RECEPTION, CASE, SITE, LIAISON, COORDINATOR, OVERSIGHT, REVIEWER, *SPECIALISTS),
    "cases.correct_entry": _to(RECEPTION, CASE, SITE, LIAISON, COORDINATOR),
    "cases.withdraw_entry": _to(RECEPTION, CASE, SITE, LIAISON, COORDINATOR),
    # reception
    "reception.record_arrival": _to(RECEPTION, CASE),
    "reception.look_first": _to(RECEPTION, CASE),
    "reception.see_arrivals": _to(RECEPTION, CASE, SITE, COORDINATOR),
    # shelter
    "shelter.see_board": _to(SITE, CASE, COORDINATOR),
    "shelter.send_transfer": _to(RECEPTION, SITE),
    "shelter.receive_transfer": _to(SITE),
    "shelter.cancel_transfer": _to(RECEPTION, SITE),
    "shelter.see_transfers": _to(RECEPTION, SITE, COORDINATOR),
    "shelter.assign_place": _to(SITE, CASE),
    "shelter.take_roster": _to(SITE, CASE),
    "shelter.scan_presence": _to(SITE, CASE),
    "shelter.set_absence_limit": _to(SITE, COORDINATOR),
    "shelter.note_absences": _to(ADMINISTRATOR),
    "shelter.end_absence": _to(SITE, CASE),
    "shelter.ask_move": _to(RESIDENT),
    "shelter.note_move": _to(CASE, SITE),
    "shelter.answer_move": _to(CASE),
    "shelter.see_apart": _to(CASE, COORDINATOR, OVERSIGHT),
    "shelter.keep_apart": _to(CASE, COORDINATOR),
    "shelter.end_keeping_apart": _to(CASE, COORDINATOR),
    "shelter.arrange_care": _to(CASE, CHILD_OFFICER),
    "shelter.see_safety": _to(COORDINATOR, OVERSIGHT),
    # care
    "care.ask_question": _to(RESIDENT),
    "care.note_question": _to(CASE),
    "care.answer_question": _to(CASE),
    "care.meet_need": _to(RECEPTION, CASE, SITE, *SPECIALISTS),
    # courses
    "courses.see_courses": _to(CASE, SITE, TEACHER, COUNSELLOR, CHILD_OFFICER, COORDINATOR, OVERSIGHT),
    "courses.see_course": _to(CASE, SITE, TEACHER, COUNSELLOR, CHILD_OFFICER, COORDINATOR, OVERSIGHT),
    "courses.see_week": _to(CASE, SITE, TEACHER, COUNSELLOR, CHILD_OFFICER, COORDINATOR, OVERSIGHT),
    "courses.start_course": _to(CASE, SITE, COUNSELLOR, COORDINATOR),
    "courses.change_course": _to(CASE, SITE, COUNSELLOR, COORDINATOR),
    "courses.end_course": _to(CASE, SITE, COUNSELLOR, COORDINATOR),
    "courses.plan_sessions": _to(CASE, SITE, TEACHER, COUNSELLOR, COORDINATOR),
    "courses.cancel_session": _to(CASE, SITE, TEACHER, COUNSELLOR, COORDINATOR),
    "courses.take_attendance": _to(CASE, TEACHER, COUNSELLOR),
    "courses.scan_attendance": _to(CASE, TEACHER, COUNSELLOR),
    "courses.see_answers": _to(CASE, COUNSELLOR, CHILD_OFFICER),
    "courses.offer_course": _to(CASE, COUNSELLOR),
    "courses.note_answer": _to(CASE, COUNSELLOR),
    "courses.answer_course": _to(RESIDENT),
    "courses.judge_child_teaching": _to(CASE, CHILD_OFFICER),
    "courses.give_certificate": _to(CASE, COUNSELLOR),
    "courses.see_talks": _to(CASE, TEACHER, COUNSELLOR, LIAISON, *SPECIALISTS),
    "courses.note_talk": _to(COUNSELLOR),
    "courses.write_goal": _to(RESIDENT),
    "courses.allow_reading": _to(RESIDENT),
    "courses.stop_reading": _to(RESIDENT),
    # waiting
    "waiting.see_matters": _to(RECEPTION, CASE, SITE, LIAISON, COORDINATOR, OVERSIGHT, REVIEWER, *SPECIALISTS),
    "waiting.see_ways": _to(
        RECEPTION, CASE, SITE, LIAISON, CUSTODY, COORDINATOR, OVERSIGHT, REVIEWER, ADMINISTRATOR, *SPECIALISTS
    ),
    "waiting.declare_block": _to(CASE, LIAISON, COORDINATOR),
    "waiting.lift_block": _to(CASE, LIAISON, COORDINATOR),
    "waiting.explain_overrun": _to(RECEPTION, CASE, SITE, LIAISON, CUSTODY, COORDINATOR, *SPECIALISTS),
    "waiting.hand_matter": _to(CASE, SITE, COORDINATOR, *SPECIALISTS),
    "waiting.release_matters": _to(ADMINISTRATOR, COORDINATOR),
    "waiting.see_clocks": _to(ADMINISTRATOR, COORDINATOR, OVERSIGHT),
    "waiting.confirm_date": _to(*STAFF_ROLES),
    "waiting.run_clocks": _to(ADMINISTRATOR),
    # homecoming
    "homecoming.record_wish": _to(CASE),
    "homecoming.withdraw_wish": _to(CASE),
    "homecoming.take_back_wish": _to(RESIDENT),
    "homecoming.choose_pathway": _to(CASE),
    "homecoming.record_step": _to(CASE, SITE, LIAISON, COORDINATOR, OVERSIGHT),
    "homecoming.determine_best_interests": _to(CASE, LIAISON, OVERSIGHT),
    "homecoming.record_consent": _to(CASE),
    "homecoming.withdraw_consent": _to(CASE),
    "homecoming.take_back_consent": _to(RESIDENT),
    "homecoming.check_contact": _to(CASE, LIAISON, OVERSIGHT),
    "homecoming.ask_nationality": _to(LIAISON),
    "homecoming.record_answer": _to(LIAISON),
    "homecoming.appeal_refusal": _to(LIAISON),
    "homecoming.send_letter": _to(CASE, LIAISON),
    "homecoming.record_reply": _to(CASE, LIAISON),
    "homecoming.see_letters": _to(CASE, LIAISON, COORDINATOR, OVERSIGHT, LAWYER),
    "homecoming.record_papers": _to(LIAISON),
    "homecoming.move_paper": _to(CASE, LIAISON),
    "homecoming.record_civil_paper": _to(CASE, LIAISON),
    "homecoming.claim_nationality": _to(CASE, LIAISON),
    "homecoming.add_evidence": _to(CASE, LIAISON),
    "homecoming.open_scan": _to(CASE, LIAISON),
    "homecoming.see_kept_papers": _to(CASE, LIAISON, COORDINATOR, OVERSIGHT),
    "homecoming.check_return": _to(CASE, LIAISON, OVERSIGHT),
    "homecoming.authorise_exit": _to(CUSTODY),
    "homecoming.refuse_exit": _to(CUSTODY),
    "homecoming.see_exits": _to(CUSTODY),
    "homecoming.see_way": _to(CASE, LIAISON, COORDINATOR, OVERSIGHT, REVIEWER, LAWYER),
    "homecoming.record_departure": _to(LIAISON, SITE),
    "homecoming.record_handover": _to(LIAISON),
    "homecoming.record_turned_back": _to(LIAISON, SITE),
    "homecoming.confirm_arrival": _to(LIAISON, CASE),
    "homecoming.see_convoys": _to(CASE, LIAISON, COORDINATOR),
    "homecoming.see_convoy": _to(CASE, LIAISON, COORDINATOR),
    "homecoming.plan_convoy": _to(LIAISON, COORDINATOR),
    "homecoming.change_convoy": _to(LIAISON, COORDINATOR),
    "homecoming.hand_convoy": _to(COORDINATOR),
    "homecoming.cancel_convoy": _to(LIAISON, COORDINATOR),
    "homecoming.put_on_convoy": _to(LIAISON, COORDINATOR),
    "homecoming.take_off_convoy": _to(LIAISON, COORDINATOR),
    "homecoming.tell_travellers": _to(CASE, LIAISON, COORDINATOR),
    "homecoming.depart_convoy": _to(LIAISON, COORDINATOR),
    "homecoming.hand_over_convoy": _to(CASE, LIAISON, COORDINATOR),
    "homecoming.see_handover_sheet": _to(CASE, LIAISON, COORDINATOR),
    # reports
    "reports.see_departures": _to(SITE, COORDINATOR, OVERSIGHT),
    "reports.see_promises": _to(COORDINATOR, OVERSIGHT),
    "reports.see_account": _to(SITE, COORDINATOR, OVERSIGHT),
    "reports.see_picture": _to(COORDINATOR, OVERSIGHT),
    "reports.see_waits": _to(SITE, COORDINATOR, OVERSIGHT),
    "homecoming.record_leaving": _to(CASE, SITE, COORDINATOR),
    "homecoming.record_transfer": _to(LIAISON, COORDINATOR),
    "homecoming.record_birth": _to(CASE, SITE, COORDINATOR),
    "homecoming.record_death": _to(CASE, SITE, COORDINATOR),
    "homecoming.record_disappearance": _to(CASE, SITE, COORDINATOR),
    "homecoming.record_taking": _to(RECEPTION, CASE, SITE, COORDINATOR, OVERSIGHT),
    "homecoming.record_visit": _to(CASE, LIAISON),
    "homecoming.settle_concern": _to(CASE, COORDINATOR, OVERSIGHT),
    "homecoming.resume_stay": _to(RECEPTION, CASE, SITE),
    "homecoming.close_case": _to(CASE, COORDINATOR),
    # oversight
    "oversight.see_reviews": _to(COORDINATOR, OVERSIGHT, REVIEWER),
    "oversight.see_review": _to(CASE, COORDINATOR, OVERSIGHT, REVIEWER),
    "oversight.assign_reviewer": _to(COORDINATOR, OVERSIGHT),
    "oversight.hold_review": _to(REVIEWER),
    "oversight.decide_review": _to(REVIEWER),
    "oversight.tell_decision": _to(CASE, REVIEWER),
    "oversight.open_reviews": _to(ADMINISTRATOR),
    "oversight.see_feed": _to(*STAFF_ROLES),
    "oversight.name_key": _to(ADMINISTRATOR),
    "oversight.list_items": _to(ADMINISTRATOR),
    "oversight.write_feed": _to(OVERSIGHT, ADMINISTRATOR),
    "oversight.take_answers": _to(OVERSIGHT, ADMINISTRATOR),
    "oversight.note_interview": _to(OVERSIGHT, REVIEWER),
    # erasure
    "erasure.see_erasures": _to(ADMINISTRATOR, COORDINATOR, OVERSIGHT),
    "erasure.see_keeping": _to(CASE, COORDINATOR, OVERSIGHT),
    "erasure.ask_erasure": _to(CASE, COORDINATOR),
    "erasure.ask_own_erasure": _to(RESIDENT),
    "erasure.take_back_erasure": _to(RESIDENT),
    "erasure.confirm_erasure": _to(COORDINATOR, OVERSIGHT),
    "erasure.stop_erasure": _to(CASE, COORDINATOR, OVERSIGHT),
    "erasure.keep_longer": _to(COORDINATOR, OVERSIGHT),
    "erasure.hold_file": _to(OVERSIGHT),
    "erasure.release_file": _to(OVERSIGHT),
    "erasure.note_ends": _to(ADMINISTRATOR),
    "erasure.begin_erasure": _to(ADMINISTRATOR),
    "erasure.finish_erasure": _to(ADMINISTRATOR),
    # door
    "door.see_way": _to(RESIDENT),
    # desk
    "desk.see_today": _to(*STAFF_ROLES),
    "desk.find": _to(RECEPTION, CASE, SITE, LIAISON, COORDINATOR, OVERSIGHT, REVIEWER, *SPECIALISTS),
    "desk.lock": _to(*STAFF_ROLES),
    "desk.see_phones": _to(*STAFF_ROLES),
    "desk.see_daily_sheet": _to(SITE, COORDINATOR, OVERSIGHT),
    "desk.see_unexplained": _to(COORDINATOR, OVERSIGHT),
}
"""Permission (`app.verb_noun`) -> the roles that have it."""
