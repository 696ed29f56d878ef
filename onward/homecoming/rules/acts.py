"""What may be done next on a way onward, the most useful first: for buttons; each act checks again by itself."""

from msgspec import Struct


class Stands(Struct, frozen=True, kw_only=True):
    """What stands, as the order of acts needs it; `to_check`, `to_weigh` and `to_confirm` are for the one who asks."""

    ended: bool
    wish: str
    going: bool
    consents: int
    to_check: int
    askable: int
    unanswered: int
    unsettled: int = 0
    appealable: int = 0
    kept: int = 0
    confirmed: bool
    papers: int
    to_weigh: bool
    unsafe: bool = False
    exit_state: str
    to_determine: bool = False
    to_record: int = 0
    departed: bool
    handed_over: bool
    said_back: bool = False
    to_confirm: bool = False


def next_steps(stands: Stands) -> list[str]:
    """The acts that take the way one step further, the furthest first."""
    going = stands.going
    steps = (
        ("confirm_turned_back", stands.to_confirm),
        ("confirm_arrival", stands.handed_over and not stands.said_back),
        ("record_handover", stands.departed and not stands.handed_over),
        ("record_departure", going and stands.exit_state == "authorised" and not stands.departed),
        ("choose_pathway", going and stands.unsafe),
        ("check_return", going and stands.papers > 0 and stands.to_weigh),
        ("record_papers", stands.confirmed and not stands.papers),
        ("appeal_refusal", going and stands.askable > 0 and stands.appealable > 0),
        ("record_answer", stands.unanswered > 0),
        ("ask_nationality", going and stands.askable > 0 and not stands.unanswered and not stands.confirmed),
        ("check_contact", going and stands.to_check > 0),
        ("record_consent", going and not stands.consents),
        ("determine_best_interests", stands.to_determine),
        ("record_step", stands.to_record > 0),
        ("record_wish", not stands.wish),
    )
    return [] if stands.ended else [act for act, may in steps if may]


def other_acts(stands: Stands) -> list[str]:
    """The acts that are possible at any time, in the order of the way."""
    going = stands.going and not stands.departed
    acts = (
        ("record_wish", True),
        ("withdraw_wish", bool(stands.wish)),
        ("choose_pathway", not stands.departed),
        ("record_step", stands.to_record > 0),
        ("determine_best_interests", stands.to_determine),
        ("record_consent", not stands.departed),
        ("withdraw_consent", stands.consents > 0),
        ("check_contact", stands.to_check > 0),
        ("ask_nationality", going and stands.askable > 0),
        ("record_answer", stands.unanswered > 0),
        ("appeal_refusal", going and stands.askable > 0 and stands.appealable > 0),
        ("send_letter", stands.askable > 0),
        ("record_reply", stands.unsettled > 0),
        ("claim_nationality", not stands.departed),
        ("add_evidence", not stands.departed),
        ("record_papers", not stands.departed),
        ("move_paper", stands.kept > 0),
        ("record_civil_paper", True),
        ("check_return", going and stands.to_weigh),
        ("record_turned_back", stands.departed and not stands.said_back),
    )
    return [] if stands.ended else [act for act, may in acts if may]
