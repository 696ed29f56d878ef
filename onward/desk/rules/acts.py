"""What may be done for a resident: the act that each step of the way asks for, and all others by where they belong."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from onward.access.rules import Actor, may
from onward.homecoming.rules import DEDICATED
from onward.homecoming.rules.words import ACTS


class Act(NamedTuple):
    """Words on a button, and the name of the address it leads to; its permission has the same name.

    `since` is a step that must have been reached (open or done) before the act makes sense.
    """

    words: str | Promise
    to: str
    since: str = ""

    @property
    def permission(self) -> str:
        """The permission of the same name: one verb runs through everything."""
        return self.to.replace(":", ".")


def _onward(verb: str, since: str = "") -> Act:
    return Act(ACTS[verb], f"homecoming:{verb}", since)


ASSIGN_PLACE = Act(_("Assign a place"), "shelter:assign_place")
RECORD_WISH = _onward("record_wish")
CHOOSE_PATHWAY = _onward("choose_pathway", "heard")
RECORD_STEP = _onward("record_step", "heard")
DETERMINE = _onward("determine_best_interests", "best_interests_determined")
RECORD_CONSENT = _onward("record_consent", "consented")
WITHDRAW_CONSENT = _onward("withdraw_consent", "contact_checked")
WITHDRAW_WISH = _onward("withdraw_wish", "consented")
APPEAL_REFUSAL = _onward("appeal_refusal", "nationality_confirmed")
SEND_LETTER = _onward("send_letter", "heard")
RECORD_REPLY = _onward("record_reply", "heard")
CHECK_CONTACT = _onward("check_contact", "contact_checked")
ASK_NATIONALITY = _onward("ask_nationality", "nationality_asked")
RECORD_ANSWER = _onward("record_answer", "nationality_confirmed")
RECORD_PAPERS = _onward("record_papers", "papers")
CHECK_RETURN = _onward("check_return", "return_checked")
RECORD_DEPARTURE = _onward("record_departure", "departed")
RECORD_HANDOVER = _onward("record_handover", "handed_over")
CONFIRM_ARRIVAL = _onward("confirm_arrival", "arrived")

NEXT = {
    "housed": ASSIGN_PLACE,
    "heard": RECORD_WISH,
    "best_interests_determined": DETERMINE,
    "other_way": CHOOSE_PATHWAY,
    "consented": RECORD_CONSENT,
    "contact_checked": CHECK_CONTACT,
    "nationality_asked": ASK_NATIONALITY,
    "nationality_confirmed": RECORD_ANSWER,
    "appealed": APPEAL_REFUSAL,
    "papers": RECORD_PAPERS,
    "return_checked": CHECK_RETURN,
    "departed": RECORD_DEPARTURE,
    "handed_over": RECORD_HANDOVER,
    "arrived": CONFIRM_ARRIVAL,
}
"""Step of the way -> the act that does it."""

BY_TWO = ("contact_checked", "return_checked")
"""Steps that two different people do."""

WAY, HERE, FILE = _("The way onward"), _("Here"), _("The file")
ENDING, AFTER = _("If their stay ends"), _("After their stay")

ENDS = tuple(
    _onward(verb)
    for verb in (
        "record_leaving",
        "record_disappearance",
        "record_taking",
        "record_transfer",
        "record_death",
    )
)
AFTERWARDS = tuple(_onward(verb) for verb in ("record_visit", "settle_concern", "resume_stay", "close_case"))

MENU: tuple[tuple[str | Promise, tuple[Act, ...]], ...] = (
    (
        WAY,
        (
            RECORD_WISH,
            WITHDRAW_WISH,
            CHOOSE_PATHWAY,
            RECORD_STEP,
            DETERMINE,
            RECORD_CONSENT,
            WITHDRAW_CONSENT,
            CHECK_CONTACT,
            ASK_NATIONALITY,
            RECORD_ANSWER,
            APPEAL_REFUSAL,
            SEND_LETTER,
            RECORD_REPLY,
            RECORD_PAPERS,
            CHECK_RETURN,
            RECORD_DEPARTURE,
            RECORD_HANDOVER,
            CONFIRM_ARRIVAL,
        ),
    ),
    (
        HERE,
        (
            ASSIGN_PLACE,
            Act(_("A wish to live elsewhere"), "shelter:note_move"),
            Act(_("Kept apart"), "shelter:see_apart"),
            Act(_("Interim care of a child"), "shelter:arrange_care"),
            Act(_("Care and referrals"), "care:see_care"),
            Act(_("Note a need"), "care:note_need"),
            Act(_("Note a question"), "care:note_question"),
            Act(_("Courses and support"), "courses:see_answers"),
            Act(_("Meals and things"), "relief:see_person"),
            Act(_("Record whether they may leave"), "cases:record_liberty"),
            Act(_("Note a challenge to the order"), "cases:note_challenge"),
            Act(_("Note a screening"), "cases:begin_screening"),
            Act(_("Name the case worker"), "cases:assign_case_worker"),
            Act(_("Remind me"), "cases:note_reminder"),
            _onward("record_birth"),
        ),
    ),
    (ENDING, ENDS),
    (AFTER, AFTERWARDS),
    (
        FILE,
        (
            Act(_("Note who they are"), "cases:note_identity"),
            Act(_("Family"), "cases:link_family"),
            Act(_("Companions"), "cases:note_companion"),
            Act(_("Relatives who are looked for"), "tracing:see_family"),
            Act(_("Make a card"), "cases:issue_card"),
            Act(_("Stop the card"), "cases:revoke_card"),
            Act(_("Open it in an emergency"), "emergency:ask_opening"),
            Act(_("Everything said"), "cases:see_history"),
            Act(_("How long it is kept"), "erasure:see_keeping"),
        ),
    ),
)
"""All other acts, grouped by what they are about."""

ONLY_AFTER = frozenset(act.to for act in AFTERWARDS)
AFTER_THE_END = ONLY_AFTER | {
    "cases:see_history",
    "courses:see_answers",
    "erasure:see_keeping",
    "cases:revoke_card",
    "cases:note_identity",
}
"""What still makes sense when a stay has ended."""


def next_act(actor: Actor, step: str) -> Act | None:
    """The act that the present step asks for, if the actor may do it."""
    act = NEXT.get(step) or (None if step in DEDICATED or not step else RECORD_STEP)
    return act if act is not None and may(actor, act.permission) else None


BEYOND_HOST = frozenset({"tracing:see_family", "emergency:ask_opening", "erasure:see_keeping", "relief:see_person"})
"""What nobody may do who works for those that keep the person, whatever their roles."""


def allowed(
    actor: Actor, acts: Iterable[Act], *, reached: Collection[str], ended: bool, of_host: bool = False
) -> list[Act]:
    """Those acts that the actor may do, and that make sense where the way stands."""
    return [
        act
        for act in acts
        if may(actor, act.permission)
        and (not act.since or act.since in reached)
        and not (of_host and act.to in BEYOND_HOST)
        and (act.to in AFTER_THE_END if ended else act.to not in ONLY_AFTER)
    ]
