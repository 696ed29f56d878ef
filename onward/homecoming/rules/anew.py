"""Which steps of the way have to be done anew after an act, and which stay done all the same."""

from msgspec import Struct

from onward.pathway import Pathway


class Reached(Struct, frozen=True, kw_only=True):
    """How far the way has come, by what stands once the act is done."""

    live: bool
    """There is a consent that holds."""
    askable: bool
    """There is one that two people found safe."""
    asked: bool
    """A body under such a consent has been asked and has not refused."""
    confirmed: bool
    papers: bool


def steps_kept(reached: Reached) -> list[str]:
    """What stays done whatever falls away before it: an answer that came, a paper that exists."""
    answer = ["nationality_asked", "nationality_confirmed"] if reached.confirmed else []
    return [*answer, *(["papers"] if reached.papers else [])]


def steps_anew(reached: Reached) -> list[str]:
    """The first step that is no longer true. With a paper in hand nobody abroad has to be asked for anything."""
    if reached.papers:
        return []
    if not reached.live:
        return ["consented"]
    if not reached.askable:
        return ["contact_checked"]
    if reached.confirmed:
        return []
    return ["nationality_confirmed"] if reached.asked else ["nationality_asked"]


def anew_on(way: Pathway, *, left: Pathway, wish: str) -> tuple[str, ...]:
    """What is done anew on another way: what its file says, and, wherever it leads elsewhere, what was found safe.

    Whatever a file says: that it is safe to go home says nothing of a court.
    """
    elsewhere = left.ending(wish) not in ("", way.ending(wish))
    return tuple(dict.fromkeys((*way.anew, *(("return_checked", "exit_authorised") if elsewhere else ()))))
