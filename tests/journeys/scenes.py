"""For every form of the programme: who sends it, where the story stands when they do, and what would be right."""

from typing import Any

import msgspec

from tests.journeys.settings import (
    Setting,
    at_checkpoint,
    journey,
    missed,
    nothing,
    on_another_way,
    on_the_road,
    owed_by_lina,
    referred,
    said_back,
    someone,
    someone_here,
    until,
    with_apart,
    with_block,
    with_card,
    with_challenge,
    with_child,
    with_free,
    with_grant,
    with_held,
    with_incident,
    with_late_need,
    with_letter,
    with_move,
    with_need,
    with_question,
    with_reader,
    with_refusal,
    with_scan,
    with_scanned,
    with_screening,
    with_service,
    with_step,
)
from tests.journeys.stays import reviewed


class Scene(msgspec.Struct, frozen=True):
    """`who` sends; `setting` tells the story until then and gives the ids of the address; `said` is right."""

    who: str
    setting: Setting
    said: dict[str, Any] = {}


PLAN = {"destination": "border", "receiver": "The ministry", "seats": "4", "route": "By the mill."}
WEIGHED = {
    "safe_there": "yes",
    "not_refouled": "yes",
    "fit_by": "The doctor",
    "reasons": "Nobody there asks for her.",
    "sources": "Two lawyers.",
}
JUDGED = {"safe": "yes", "reasons": "Nobody there asks for her.", "sources": "Two lawyers."}
REFERRED = {"body": "The office", "told": "A birth certificate.", "agreed": "on"}
HEARD = {"words": "I want to go home.", "informed": "What each way means."}
SOUGHT = {"relative": "Amal", "search": "on"}

SCENES: dict[str, Scene] = {
    "access:add_staff": Scene(
        "adam",
        nothing,
        {
            "name": "Hala",
            "roles": ["case_worker"],
            "sites": ["{east}"],
            "organisation": "{relief}",
            "username": "plum-dove-7",
        },
    ),
    "access:change_staff": Scene("adam", nothing, {"name": "Omar the second"}),
    "desk:end_staff": Scene("adam", nothing, {"reason": "Went home."}),
    "access:renew_access": Scene("adam", nothing),
    "access:confirm_grant": Scene("nadia", with_grant),
    "access:refuse_grant": Scene("nadia", with_grant, {"words": "Who is this?"}),
    "access:take_back_grant": Scene("adam", with_grant),
    "access:end_sessions": Scene("adam", nothing),
    "access:end_own_sessions": Scene("adam", nothing),
    "places:add_organisation": Scene("adam", nothing, {"name": "New Hands", "kind": "relief"}),
    "places:change_organisation": Scene("adam", nothing, {"name": "Azaz Group again"}),
    "places:add_site": Scene("adam", nothing, {"name": "Azaz North", "kind": "camp", "organisation": "{group}"}),
    "places:change_site": Scene("adam", nothing, {"name": "Azaz Far East"}),
    "places:add_block": Scene("adam", nothing, {"name": "Row 9", "meant_for": "anyone", "places": "4"}),
    "places:change_block": Scene("adam", nothing, {"name": "Row 10"}),
    "cases:note_identity": Scene("sami", someone, {"names": "Amina", "aliases": "Umm Y", "nationality": "France"}),
    "cases:open_identity": Scene("sami", someone, {"reason": "To write to the consulate."}),
    "cases:record_liberty": Scene("sami", someone, {"may_leave": "no", "by": "The group", "ground": "Not said"}),
    "cases:note_challenge": Scene("sami", someone, {"words": "I have done nothing.", "language": "fr"}),
    "cases:hear_challenge": Scene("sami", with_challenge, {"by": "A judge", "interpreter": "Hanan"}),
    "cases:answer_challenge": Scene("karim", with_challenge, {"answer": "upheld", "reasons": "It goes on."}),
    "cases:begin_screening": Scene("sami", someone, {"body": "The bureau"}),
    "cases:end_screening": Scene("sami", with_screening, {"result": "nothing_further"}),
    "cases:assign_case_worker": Scene("salma", someone, {"worker": "{sami}"}),
    "cases:link_family": Scene("sami", someone, {"other": "Clear River", "relation": "", "other_relation": ""}),
    "cases:note_companion": Scene("sami", someone, {"other": "Clear River"}),
    "cases:issue_card": Scene("salma", someone),
    "cases:revoke_card": Scene("salma", with_card, {"reason": "Lost."}),
    "cases:correct_entry": Scene("cora", until("wish"), {"by": "The group", "why": "Heard wrongly."}),
    "cases:withdraw_entry": Scene("cora", until("wish"), {"why": "Said of another."}),
    "reception:record_arrival": Scene(
        "rosa", nothing, {"language": "fr", "p0-name": "Amina", "p0-nationality": "France", "p0-belongings": "A ring"}
    ),
    "shelter:send_transfer": Scene("rosa", at_checkpoint, {"people": ["{case}"], "to_site": "{to}", "note": "Hurt."}),
    "shelter:receive_transfer": Scene("salma", on_the_road, {"note": "All well."}),
    "shelter:cancel_transfer": Scene("rosa", on_the_road, {"reason": "The road is closed."}),
    "shelter:assign_place": Scene("salma", someone),
    "shelter:hold_places": Scene(
        "salma", with_free, {"places": ["{bed}"], "until": "{tomorrow}", "reason": "One comes."}
    ),
    "shelter:release_place": Scene("salma", with_held),
    "shelter:take_roster": Scene("salma", someone_here, {"present": ["{case}"]}),
    "shelter:scan_presence": Scene("salma", with_scanned, {"codes": "{codes}"}),
    "shelter:set_absence_limit": Scene("salma", someone_here, {"days": "3"}),
    "shelter:end_absence": Scene("sami", missed, {"became": "hospital", "words": "The nurse rang."}),
    "shelter:note_move": Scene("sami", someone, {"wants": "site", "words": "To be near her sister."}),
    "shelter:answer_move": Scene("sami", with_move, {"answer": "agreed", "words": "On Thursday."}),
    "door:ask_move": Scene("resident", someone, {"wants": "block", "words": "It is loud."}),
    "shelter:record_incident": Scene(
        "sami",
        someone_here,
        {
            "sort": "threat",
            "people": "Quiet Cedar",
            "words": "He came again.",
            "safe_now": "She is.",
            "done": "A talk.",
        },
    ),
    "shelter:follow_incident": Scene("sami", with_incident, {"words": "They spoke with him.", "due": "{tomorrow}"}),
    "shelter:note_measure": Scene("salma", nothing, {"what": "latrines", "value": "12"}),
    "shelter:keep_apart": Scene(
        "sami",
        someone,
        {"other": "Clear River", "strength": "block", "threat": "A man of the road.", "why": "He follows her."},
    ),
    "shelter:end_keeping_apart": Scene("sami", with_apart, {"why": "She says so."}),
    "shelter:arrange_care": Scene(
        "chiara", with_child, {"arrangement": "supervised", "place": "By the school", "decided_by": "The judge"}
    ),
    "care:note_question": Scene("sami", someone, {"words": "When may I go?"}),
    "care:answer_question": Scene("sami", with_question, {"words": "In two weeks.", "language": "fr"}),
    "care:meet_need": Scene("sami", with_need, {"note": "Bandaged."}),
    "care:note_need": Scene("hala", someone, {"what": "health", "urgency": "days", "note": "A cough."}),
    "care:send_referral": Scene("sami", someone, {"what": "documents", "urgency": "days", **REFERRED}),
    "care:answer_referral": Scene("sami", referred(), {"answer": "no", "reason": "full", "words": "Next month."}),
    "care:finish_referral": Scene("sami", referred(), {"words": "A birth certificate."}),
    "care:ask_helped": Scene("sami", referred("done"), {"helped": "partly", "words": "A stamp is missing."}),
    "care:withdraw_referral": Scene("sami", referred()),
    "care:assess_child": Scene(
        "chiara", someone, {"with_whom": "alone", "heard": "I am cold.", "advised": "A bed.", **SOUGHT}
    ),
    "care:note_account": Scene(
        "sami",
        someone,
        {"words": "We walked.", "language": "fr", "interpreter": "Hanan", "injuries": "A cut.", "care": "on", **SOUGHT},
    ),
    "care:offer_service": Scene("sami", nothing, {"name": "Clinic", "sort": "health", "hours": "9 to 13"}),
    "care:change_service": Scene("sami", with_service, {"hours": "8 to 12"}),
    "care:end_service": Scene("sami", with_service),
    "door:take_back_referral": Scene("resident", referred(), {"referral": "{referral}"}),
    "door:open_account": Scene("resident", someone, {"lawyer": "{lucie}"}),
    "door:shut_account": Scene("resident", with_reader, {"lawyer": "{lucie}"}),
    "waiting:declare_block": Scene("sami", with_step, {"what": "no_interpreter", "words": "Nobody speaks Uzbek."}),
    "waiting:lift_block": Scene("sami", with_block, {"words": "One was found."}),
    "waiting:explain_overrun": Scene("sami", with_late_need, {"reason": "no_staff", "words": "The nurse is away."}),
    "waiting:hand_matter": Scene("sami", with_step, {"body": "The clinic", "words": "They know her."}),
    "waiting:release_matters": Scene("cora", owed_by_lina),
    "homecoming:record_wish": Scene("sami", until(""), {"wish": "home", "country": "France", **HEARD}),
    "homecoming:choose_pathway": Scene("sami", until("wish"), {"pathway": "cannot_return", "reason": "Her wish."}),
    "homecoming:record_step": Scene(
        "sami", on_another_way, {"step": "protection_assessed", "done": "yes", "evidence": "The lawyer Haddad."}
    ),
    "homecoming:determine_best_interests": Scene(
        "sami", until("wish"), {"decision": "stay", "reasons": "Care is here.", "heard": "I want to wait."}
    ),
    "homecoming:record_consent": Scene("sami", until("wish"), {"body": "The consulate", "told": ["names"]}),
    "homecoming:withdraw_consent": Scene("sami", until("consent"), {"words": "I am afraid."}),
    "homecoming:check_contact": Scene("sami", until("consent"), JUDGED),
    "homecoming:ask_nationality": Scene("lina", until("contact"), {"told": ["names"], "reference": "L-7"}),
    "homecoming:record_answer": Scene("lina", until("ask"), {"answer": "confirmed", "words": "Ours."}),
    "homecoming:withdraw_wish": Scene("sami", until("wish"), {"words": "I do not know any more."}),
    "homecoming:send_letter": Scene(
        "lina",
        until("contact"),
        {"asks": "family_tracing", "told": ["names"], "words": "Is she alive?", "reference": "L"},
    ),
    "homecoming:record_reply": Scene("lina", with_letter, {"answer": "granted", "words": "She is."}),
    "homecoming:appeal_refusal": Scene(
        "lina", with_refusal, {"told": ["names"], "ground": "Born there.", "counsel": "Me Roux", "reference": "A-1"}
    ),
    "homecoming:record_papers": Scene("lina", until("answer"), {"paper": "passport", "number": "X1", "hands": "safe"}),
    "homecoming:move_paper": Scene("lina", until("papers"), {"hands": "safe", "words": "She asked for it."}),
    "homecoming:record_civil_paper": Scene(
        "lina", until("wish"), {"paper": "birth_record", "state": "received", "issued_by": "Town hall", "number": "B2"}
    ),
    "homecoming:claim_nationality": Scene("sami", until(""), {"country": "France", "claimed_by": "resident"}),
    "homecoming:add_evidence": Scene("sami", until(""), {"evidence": "language", "words": "The French of Lille."}),
    "homecoming:open_scan": Scene("lina", with_scan, {"reason": "For the consulate."}),
    "homecoming:check_return": Scene(
        "lina", until("papers"), {**WEIGHED, "fit_to_travel": "yes", "family": "none_here"}
    ),
    "homecoming:authorise_exit": Scene("karim", until("go")),
    "homecoming:refuse_exit": Scene("karim", until("go"), {"ground": "None."}),
    "homecoming:record_departure": Scene("lina", until("exit"), {"accompanied_by": "Two", "papers_in_hand": "yes"}),
    "homecoming:record_handover": Scene(
        "lina", until("depart"), {"receiver": "The ministry", "receipt": "R-9", "papers_in_hand": "yes"}
    ),
    "homecoming:record_turned_back": Scene("lina", until("handover"), {"because": "not_received", "words": "No visa."}),
    "homecoming:confirm_turned_back": Scene("sami", said_back, {"outcome": "back", "words": "She told me."}),
    "homecoming:confirm_arrival": Scene("lina", until("handover"), {"confirmed_by": "family", "words": "She is here."}),
    "homecoming:plan_convoy": Scene("lina", nothing, {**PLAN, "day": "{tomorrow}", "escorts": "Two delegates"}),
    "homecoming:change_convoy": Scene("lina", journey(), PLAN),
    "homecoming:cancel_convoy": Scene("lina", journey(), {"reason": "The road is closed."}),
    "homecoming:put_on_convoy": Scene("lina", journey(), {"people": ["{rider}"]}),
    "homecoming:take_off_convoy": Scene("lina", journey(seated=True), {"people": ["{rider}"], "reason": "not_ready"}),
    "homecoming:tell_travellers": Scene("lina", journey(seated=True), {"people": ["{rider}"], "take": "Warm clothes."}),
    "homecoming:depart_convoy": Scene("lina", journey(seated=True), {"with_papers": ["{rider}"]}),
    "homecoming:hand_over_convoy": Scene("lina", journey(left=True), {"office": "Border office", "receipt": "R-9"}),
    "oversight:assign_reviewer": Scene("cora", reviewed(""), {"reviewer": "{vera}"}),
    "oversight:hold_review": Scene(
        "vera", reviewed(""), {"heard": "heard", "interpreter": "Hanan", "words": "I wait."}
    ),
    "oversight:decide_review": Scene("vera", reviewed("held"), {"decision": "continue", "reasons": "Not ready."}),
    "oversight:tell_decision": Scene("sami", reviewed("decided"), {"interpreter": "Hanan"}),
    "door:challenge_liberty": Scene("resident", someone, {"words": "I want to go."}),
    "door:take_back_challenge": Scene("resident", with_challenge),
    "door:take_back_wish": Scene("resident", until("wish")),
    "door:take_back_consent": Scene("resident", until("consent")),
    "door:ask_question": Scene("resident", someone, {"words": "Why am I still here?"}),
}
"""The name of an address -> its scene."""

NO_SCENE = {
    "set_language": "changes nothing but the reader's language",
    "account_login": "asks for a password and nothing else; swept by the tests of access",
    "account_inactive": "says that an account is closed",
    "relief:find_person": "writes nothing: it leads to whose card it is",
    "account_logout": "asks nothing",
    "account_change_password": "asks for passwords alone; swept by the tests of access",
    "account_reauthenticate": "as signing in",
    "mfa_authenticate": "as signing in",
    "mfa_reauthenticate": "as signing in",
    "mfa_activate_totp": "asks for a code; swept by the tests of access",
    "mfa_deactivate_totp": "asks nothing",
    "mfa_reauthenticate_webauthn": "as signing in",
    "mfa_add_webauthn": "the browser answers it; swept by the tests of access",
    "access:remove_passkey": "asks nothing",
    "mfa_generate_recovery_codes": "asks nothing",
    "reception:look_first": "writes nothing; shows the arrival form with all that was typed",
    "door:sign_in": "asks for a card and a PIN; writes nothing",
    "door:leave": "asks nothing",
    "door:keep_words": "takes an envelope that a browser sealed, and no form",
    "oversight:name_key": "takes a file; swept by the tests of oversight",
    "oversight:take_answers": "takes a file; swept by the tests of oversight",
    "oversight:write_feed": "asks nothing",
    "desk:find": "writes nothing",
    "desk:lock": "asks nothing",
    "door:lock": "asks nothing",
    "waiting:confirm_date": "asks nothing but to be sure",
}
"""Addresses that take a post and have no scene, each with its reason."""
