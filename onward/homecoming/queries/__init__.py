"""What stands on a resident's way onward, scoped by who asks."""

from onward.homecoming.queries.acts import Act, Acts, acts_for
from onward.homecoming.queries.exits import exit_for, exits_for
from onward.homecoming.queries.judgements import Judged, Judgement, judgements_for
from onward.homecoming.queries.letters import Body, Letter, Out, disclosures_of, letters_out_for
from onward.homecoming.queries.standing import Agreed, Standing, one_of, standing_for
from onward.homecoming.queries.together import Relative, relatives_for

__all__ = [
    "Act",
    "Acts",
    "Agreed",
    "Body",
    "Judged",
    "Judgement",
    "Letter",
    "Out",
    "Relative",
    "Standing",
    "acts_for",
    "disclosures_of",
    "exit_for",
    "exits_for",
    "judgements_for",
    "letters_out_for",
    "one_of",
    "relatives_for",
    "standing_for",
]
