"""How far the story is told before each form is sent: the ids of its address, and of whatever it needs."""

from collections.abc import Callable
from datetime import timedelta

from onward.access.actions import add_staff
from onward.care.actions import ask_question, finish_referral, offer_service, open_account, send_referral
from onward.cases.actions import begin_screening, challenge_liberty, issue_card, record_liberty
from onward.cases.events import CompanionNoted, Holder, Opens
from onward.homecoming.tests.convoys import NAMES, Journey
from onward.homecoming.tests.story import Story
from onward.journal.reading import history
from onward.kit.dates import now, today
from onward.kit.ids import derived_id, new_id
from onward.shelter.actions import (
    hold_places,
    keep_apart,
    note_absences,
    note_move,
    record_incident,
    send_transfer,
    take_roster,
)
from onward.waiting.actions import declare_block, hand_matter
from onward.waiting.queries import matters_of
from onward.waiting.rules import CLOCK
from tests.cast import Cast, resident
from tests.housing import arrive, places_in
from tests.programme import Programme

Ids = dict[str, str]
Setting = Callable[[Programme, Cast], Ids]


def nothing(programme: Programme, cast: Cast) -> Ids:
    tomorrow = (today() + timedelta(days=1)).isoformat()
    return {
        "tomorrow": tomorrow,
        "site": cast.east,
        "block": cast.east_tents,
        "organisation": cast.group,
        "staff": cast.omar.id,
    }


def with_grant(programme: Programme, cast: Cast) -> Ids:
    said = {"name": "Dana", "roles": ["case_worker"], "sites": [cast.west], "organisation": cast.relief}
    asked = add_staff(cast.adam, **said)
    return {"staff": asked.staff, "grant": asked.asked}


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


def with_apart(programme: Programme, cast: Cast) -> Ids:
    ids, apart = someone(programme, cast), new_id()
    keep_apart(cast.sami, case=ids["case"], other=ids["other"], why="She is afraid.", entry=apart)
    return {"apart": apart}


def someone_here(programme: Programme, cast: Cast) -> Ids:
    return someone(programme, cast) | {"site": cast.east}


def with_held(programme: Programme, cast: Cast) -> Ids:
    bed, until = places_in(programme, cast.east_tents)[0], today() + timedelta(days=1)
    hold_places(cast.salma, block=cast.east_tents, places=[bed], until=until, reason="One comes.", entry=new_id())
    return {"place": bed}


def with_free(programme: Programme, cast: Cast) -> Ids:
    return {**nothing(programme, cast), "bed": places_in(programme, cast.east_tents)[0]}


def with_scanned(programme: Programme, cast: Cast) -> Ids:
    ids = someone_here(programme, cast)
    return {"site": cast.east, "codes": issue_card(cast.salma, case=ids["case"]).code}


def missed(programme: Programme, cast: Cast) -> Ids:
    """Nine days here, and not among those whom somebody saw."""
    ids = someone(programme, cast)
    take_roster(cast.salma, site=cast.east, present=[ids["other"]], entry=new_id())
    note_absences(CLOCK)
    return {"case": ids["case"]}


def with_incident(programme: Programme, cast: Cast) -> Ids:
    entry = new_id()
    safe = {"safe_now": "All.", "due": today(), "entry": entry}
    record_incident(cast.sami, site=cast.east, sort="fire", on=today(), **safe)
    return nothing(programme, cast) | {"incident": derived_id(entry, "incident")}


def with_move(programme: Programme, cast: Cast) -> Ids:
    ids, move = someone(programme, cast), new_id()
    note_move(cast.sami, case=ids["case"], wants="block", words="It is loud.", entry=move)
    return {"move": move}


def with_child(programme: Programme, cast: Cast) -> Ids:
    return {"case": arrive(programme, cast, "Still Harbour", site=cast.east, age="child")}


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


def referred(state: str = "sent") -> Setting:
    """A resident of whom something was passed on, and is accepted or done by now."""

    def told(programme: Programme, cast: Cast) -> Ids:
        ids, referral = someone(programme, cast), new_id()
        said = {"what": "documents", "urgency": "days", "agreed": True, "body": "The office"}
        send_referral(cast.sami, case=ids["case"], entry=referral, **said)
        if state == "done":
            finish_referral(cast.sami, referral=referral, on=today(), entry=new_id())
        return ids | {"referral": referral}

    return told


def with_service(programme: Programme, cast: Cast) -> Ids:
    ids, service = someone(programme, cast), new_id()
    offer_service(cast.sami, site=cast.east, name="Clinic", sort="health", hours="9 to 13", entry=service)
    return ids | {"service": derived_id(service, "service")}


def with_reader(programme: Programme, cast: Cast) -> Ids:
    """A resident whose lawyer may read the account of their journey."""
    ids = someone(programme, cast)
    open_account(resident(ids["case"]), lawyer=cast.lucie.id, entry=new_id())
    return ids


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


def said_back(programme: Programme, cast: Cast) -> Ids:
    """A resident who was handed over, and of whom one person says that they are back."""
    story = Story(programme, cast).until("handover")
    story.do("record_turned_back", cast.salma, because="not_received")
    return {"case": story.case}


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


def on_another_way(programme: Programme, cast: Cast) -> Ids:
    """A resident of whose way one step is finished by the general act."""
    story = Story(programme, cast).until("wish")
    story.do("choose_pathway", cast.sami, pathway="cannot_return", reason="It is her wish.")
    return {"case": story.case}
