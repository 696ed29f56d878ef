"""Where the reviews of a stay stand, for their forms."""

from onward.kit.dates import today
from onward.kit.ids import new_id
from onward.oversight.actions import decide_review, hold_review, open_reviews
from onward.waiting.rules import CLOCK
from tests.cast import Cast
from tests.journeys.settings import Ids, Setting, someone
from tests.programme import Programme


def reviewed(until: str) -> Setting:
    """A resident whose review is owed, was held, or was decided."""

    def told(programme: Programme, cast: Cast) -> Ids:
        ids = someone(programme, cast)
        open_reviews(CLOCK)
        act = {"case": ids["case"], "on": today()}
        if until:
            hold_review(cast.vera, heard="declined", entry=new_id(), **act)
        if until == "decided":
            decide_review(cast.vera, decision="continue", reasons="Not ready.", entry=new_id(), **act)
        return ids

    return told
