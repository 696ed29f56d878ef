"""For every form of the programme: who sends it, where the story stands when they do, and what would be right."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import msgspec

from onward.care.actions import ask_question
from onward.cases.actions import begin_screening, challenge_liberty, issue_card, record_liberty
from onward.cases.events import CompanionNoted, Holder, Opens
from onward.homecoming.tests.convoys import NAMES, Journey
from onward.homecoming.tests.story import Story
from onward.journal.reading import history
from onward.kit.dates import now, today
from onward.kit.ids import new_id
from onward.shelter.actions import send_transfer
from onward.waiting.actions import declare_block, hand_matter
from onward.waiting.queries import matters_of
from tests.cast import Cast, resident
from tests.housing import arrive
from tests.programme import Programme

Ids = dict[str, str]
Setting = Callable[[Programme, Cast], Ids]


class Scene(msgspec.Struct, frozen=True):
    """`who` sends; `setting` tells the story until then and gives the ids of the address; `said` is right."""

    who: str
    setting: Setting
    said: dict[str, Any] = {}


def nothing(programme: Programme, cast: Cast) -> Ids:
    tomorrow = (today() + timedelta(days=1)).isoformat()
    return {
        "tomorrow": tomorrow,
        "site": cast.east,
        "block": cast.east_tents,
        "organisation": cast.group,
        "staff": cast.omar.id,
    }


def someone(programme: Programme, cast: Cast) -> Ids:
    """One resident at Azaz East, and one more of the same site."""
    at = now() - timedelta(days=9)
    case = arrive(programme, cast, site=cast.east, happened_at=at)
    other = arrive(programme, cast, "Clear River", site=cast.east, happened_at=at)
    return {"case": case, "other": other, "wrong": history(case)[0].id}


def with_card(programme: Programme, cast: Cast) -> Ids:
    ids = someone(programme, cast)
    issue_card(cast.salma, case=ids["case"])
    return ids


def with_question(programme: Programme, cast: Cast) -> Ids:
    ids = someone(programme, cast)
    ask_question(resident(ids["case"]), case=ids["case"], words="When may I go?", entry=new_id())
    (row,) = programme.sql("SELECT id FROM care_question")
    return ids | {"question": row[0]}


def with_need(programme: Programme, cast: Cast) -> Ids:
    ids, need = someone(programme, cast), new_id()
    holder = Holder(kind="staff", id=cast.salma.id, name="Salma", office="site_manager")
    wants = Opens(id=need, kind="need", what="hurt", holder=holder, norm=1)
    programme.say(CompanionNoted(other=new_id(), opens=(wants,)), stream=ids["case"])
    return ids | {"need": need}


def with_challenge(programme: Programme, cast: Cast) -> Ids:
    """A resident who challenges the order of the Azaz Group."""
    ids = someone(programme, cast)
    order = {"may_leave": "no", "by": "Site command", "organisation": cast.group}
    record_liberty(cast.cora, case=ids["case"], **order)
    challenge_liberty(resident(ids["case"]), case=ids["case"], entry=new_id())
    return ids


def with_screening(programme: Programme, cast: Cast) -> Ids:
    ids = someone(programme, cast)
    begin_screening(cast.sami, case=ids["case"], body="The bureau", on=today())
    (row,) = programme.sql("SELECT id FROM cases_screening")
    return ids | {"screening": row[0]}


def at_checkpoint(programme: Programme, cast: Cast) -> Ids:
    at = now() - timedelta(days=2)
    return {"case": arrive(programme, cast, happened_at=at), "to": cast.east}


def on_the_road(programme: Programme, cast: Cast) -> Ids:
    ids, group = at_checkpoint(programme, cast), new_id()
    send_transfer(cast.rosa, people=[ids["case"]], to_site=cast.east, entry=group)
    return ids | {"group": group}


def with_step(programme: Programme, cast: Cast) -> Ids:
    """A resident for whom one step is open."""
    ids = until("wish")(programme, cast)
    (step,) = [one.id for one in matters_of(ids["case"]) if one.kind == "step" and one.closed_on is None]
    return ids | {"matter": step, "staff": cast.sami.id, "liaison": cast.lina.id}


def owed_by_lina(programme: Programme, cast: Cast) -> Ids:
    ids = with_step(programme, cast)
    hand_matter(cast.sami, case=ids["case"], matter=ids["matter"], staff=cast.lina.id, on=today())
    return {"staff": cast.lina.id}


def with_late_need(programme: Programme, cast: Cast) -> Ids:
    ids, need = someone(programme, cast), new_id()
    sami = Holder(kind="staff", id=cast.sami.id, name="Sami", office="case_worker")
    wants = Opens(id=need, kind="need", what="hurt", holder=sami, norm=1)
    noted = CompanionNoted(other=new_id(), opens=(wants,))
    programme.say(noted, stream=ids["case"], happened_at=now() - timedelta(days=5))
    return ids | {"matter": need}


def with_block(programme: Programme, cast: Cast) -> Ids:
    ids = with_step(programme, cast)
    declare_block(cast.sami, case=ids["case"], matter=ids["matter"], what="no_interpreter", on=today())
    (block,) = [one.id for one in matters_of(ids["case"]) if one.kind == "block"]
    return ids | {"matter": block}


def until(step: str) -> Setting:
    """A resident whose way has been gone until that step."""

    def told(programme: Programme, cast: Cast) -> Ids:
        story = Story(programme, cast)
        if step:
            story.until(step)
        return {"case": story.case, "wrong": history(story.case)[1].id}

    return told


def with_letter(programme: Programme, cast: Cast) -> Ids:
    """A resident about whom a letter waits for its answer."""
    story = Story(programme, cast).until("contact")
    story.letter()
    return {"case": story.case}


def with_scan(programme: Programme, cast: Cast) -> Ids:
    """A resident whose passport was scanned."""
    story = Story(programme, cast)
    return {"case": story.case, "scan": story.papers(paper="passport", scan=b"%PDF-1.7 of Quiet Cedar")}


def with_refusal(programme: Programme, cast: Cast) -> Ids:
    """A resident whose nationality was refused, and a court that may be asked."""
    story = Story(programme, cast).until("ask")
    story.answer(answer="refused")
    story.consent(body="The court")
    story.contact()
    consulate = story.standing.consents[0].id
    story.do("withdraw_consent", cast.sami, consent=consulate)
    return {"case": story.case}


def journey(*, seated: bool = False, left: bool = False) -> Setting:
    """A convoy that Lina leads, and one resident who could travel with it, or does."""

    def told(programme: Programme, cast: Cast) -> Ids:
        convoy = Journey(programme, cast)
        (case,) = convoy.ready(NAMES[0])
        if seated or left:
            convoy.seat(case)
        if left:
            convoy.depart()
        return {"convoy": convoy.id, "rider": case}

    return told


PLAN = {"destination": "border", "receiver": "The ministry", "seats": "4", "route": "By the mill."}
JUDGED = {"safe": "yes", "reasons": "Nobody there asks for her.", "sources": "Two lawyers."}
HEARD = {"words": "I want to go home.", "informed": "What each way means."}

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
    "care:note_question": Scene("sami", someone, {"words": "When may I go?"}),
    "care:answer_question": Scene("sami", with_question, {"words": "In two weeks.", "language": "fr"}),
    "care:meet_need": Scene("sami", with_need, {"note": "Bandaged."}),
    "waiting:declare_block": Scene("sami", with_step, {"what": "no_interpreter", "words": "Nobody speaks Uzbek."}),
    "waiting:lift_block": Scene("sami", with_block, {"words": "One was found."}),
    "waiting:explain_overrun": Scene("sami", with_late_need, {"reason": "no_staff", "words": "The nurse is away."}),
    "waiting:hand_matter": Scene("sami", with_step, {"body": "The clinic", "words": "They know her."}),
    "waiting:release_matters": Scene("cora", owed_by_lina),
    "homecoming:record_wish": Scene("sami", until(""), {"wish": "home", "country": "France", **HEARD}),
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
        "lina", until("papers"), {**JUDGED, "fit_to_travel": "yes", "family": "none_here"}
    ),
    "homecoming:authorise_exit": Scene("karim", until("go")),
    "homecoming:refuse_exit": Scene("karim", until("go"), {"ground": "None."}),
    "homecoming:record_departure": Scene("lina", until("exit"), {"accompanied_by": "Two", "papers_in_hand": "yes"}),
    "homecoming:record_handover": Scene(
        "lina", until("depart"), {"receiver": "The ministry", "receipt": "R-9", "papers_in_hand": "yes"}
    ),
    "homecoming:confirm_arrival": Scene("lina", until("handover"), {"confirmed_by": "family", "words": "She is here."}),
    "homecoming:plan_convoy": Scene("lina", nothing, {**PLAN, "day": "{tomorrow}", "escorts": "Two delegates"}),
    "homecoming:change_convoy": Scene("lina", journey(), PLAN),
    "homecoming:cancel_convoy": Scene("lina", journey(), {"reason": "The road is closed."}),
    "homecoming:put_on_convoy": Scene("lina", journey(), {"people": ["{rider}"]}),
    "homecoming:take_off_convoy": Scene("lina", journey(seated=True), {"people": ["{rider}"], "reason": "not_ready"}),
    "homecoming:tell_travellers": Scene("lina", journey(seated=True), {"people": ["{rider}"], "take": "Warm clothes."}),
    "homecoming:depart_convoy": Scene("lina", journey(seated=True), {"with_papers": ["{rider}"]}),
    "homecoming:hand_over_convoy": Scene("lina", journey(left=True), {"office": "Border office", "receipt": "R-9"}),
    "door:challenge_liberty": Scene("resident", someone, {"words": "I want to go."}),
    "door:ask_question": Scene("resident", someone, {"words": "Why am I still here?"}),
}
"""The name of an address -> its scene."""

NO_SCENE = {
    "set_language": "changes nothing but the reader's language",
    "account_login": "asks for a password and nothing else; swept by the tests of access",
    "account_inactive": "says that an account is closed",
    "account_logout": "asks nothing",
    "account_change_password": "asks for passwords alone; swept by the tests of access",
    "account_reauthenticate": "as signing in",
    "mfa_authenticate": "as signing in",
    "mfa_reauthenticate": "as signing in",
    "mfa_activate_totp": "asks for a code; swept by the tests of access",
    "mfa_deactivate_totp": "asks nothing",
    "mfa_generate_recovery_codes": "asks nothing",
    "reception:look_first": "writes nothing; shows the arrival form with all that was typed",
    "door:sign_in": "asks for a card and a PIN; writes nothing",
    "door:leave": "asks nothing",
    "desk:find": "writes nothing",
    "desk:lock": "asks nothing",
    "waiting:confirm_date": "asks nothing but to be sure",
}
"""Addresses that take a post and have no scene, each with its reason."""
