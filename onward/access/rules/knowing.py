"""Who may know that something was written, and read it: of a file some see all, others what their work needs."""

import msgspec

from onward.access.rules.actor import Actor
from onward.access.rules.grants import CASE, COORDINATOR, GRANTS, OVERSIGHT, RESIDENT, REVIEWER
from onward.access.rules.needs import may

WHOLE_FILE = frozenset({CASE, COORDINATOR, OVERSIGHT, REVIEWER})

FILE = "cases.see_case"
KNOWS = {
    "access": "access.see_staff",
    "care.question_answered": "care.answer_question",
    "care.question_asked": "care.answer_question",
    "cases.identity_opened": "cases.open_identity",
    "cases.opening_refused": "cases.see_openings",
    "cases.opening_withheld": "cases.see_openings",
    "emergency": "emergency.see_openings",
    "erasure": "erasure.see_keeping",
    "homecoming": "homecoming.see_way",
    "places": "places.see_places",
}
"""An entry's kind, or the room that wrote it -> the permission to know of it; of all else, whoever may see a file."""


def may_know(actor: Actor, kind: str, *, author: str = "", of_host: bool = False) -> bool:
    """Whether the actor may know of an entry of this kind: their own always; the host's staff of the record alone."""
    asked = KNOWS.get(kind) or KNOWS.get(kind.partition(".")[0]) or FILE
    whole = not actor.roles.isdisjoint(WHOLE_FILE)
    return actor.id == author or ((asked == FILE or not of_host) and (whole or may(actor, asked)))


OF_THE_WAY = GRANTS["homecoming.see_way"]


class Reader(msgspec.Struct, frozen=True):
    """Who reads what a step is called and who holds it, of one resident or in sums over many.

    `names`: they may know which body outside was asked, and which way somebody is on. `roles`: the offices whose own
    steps they know by title.
    """

    roles: frozenset[str]
    names: bool

    @property
    def is_resident(self) -> bool:
        """Whether it is the resident of whom it is said."""
        return RESIDENT in self.roles


def reader(actor: Actor, *, of_host: bool) -> Reader:
    """The actor as a reader of titles and names of bodies: never by name for the host's staff, whatever their role.

    The name of a consulate says of which country somebody is, and a step that few ways have says which way it is.
    """
    if of_host and RESIDENT not in actor.roles:
        return Reader(actor.roles - OF_THE_WAY, names=False)
    return Reader(actor.roles, names=may_name_bodies(actor))


def may_name_bodies(actor: Actor) -> bool:
    """Whether the actor may know of anybody which body outside was asked, and on which way they are."""
    return RESIDENT in actor.roles or may(actor, "homecoming.see_way")


def may_read_words(actor: Actor) -> bool:
    """Whether the actor may read what a resident said against an order, or to a reviewer: never the host's staff."""
    return not actor.roles.isdisjoint(WHOLE_FILE)
