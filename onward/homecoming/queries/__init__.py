"""What stands on a resident's way onward, scoped by who asks."""

from onward.homecoming.queries.acts import Act, Acts, acts_for
from onward.homecoming.queries.choosing import Choice, choices_for, recordable, suggestion_for
from onward.homecoming.queries.convoys import (
    MyJourney,
    Ready,
    Route,
    SheetLine,
    Traveller,
    convoy_for,
    convoys_for,
    held_seat,
    journey_of,
    leader_of,
    leads,
    not_handed_over,
    ready_for,
    receipt_code,
    route_for,
    seated,
    sheet_for,
    travellers_for,
)
from onward.homecoming.queries.endings import (
    Afterwards,
    afterwards_for,
)
from onward.homecoming.queries.exits import Leave, exit_for, exits_for, exits_late_for, leave_asked
from onward.homecoming.queries.judgements import Judged, Judgement, judgements_for
from onward.homecoming.queries.letters import Body, Letter, Out, disclosures_of, letters_out_for
from onward.homecoming.queries.papers import Kept, Opened, children_for, has_scan, kept_papers_for, scan_of
from onward.homecoming.queries.standing import Agreed, Standing, one_of, standing_for
from onward.homecoming.queries.together import Relative, relatives_for

__all__ = [
    "Act",
    "Acts",
    "Afterwards",
    "Agreed",
    "Body",
    "Choice",
    "Judged",
    "Judgement",
    "Kept",
    "Leave",
    "Letter",
    "MyJourney",
    "Opened",
    "Out",
    "Ready",
    "Relative",
    "Route",
    "SheetLine",
    "Standing",
    "Traveller",
    "acts_for",
    "afterwards_for",
    "children_for",
    "choices_for",
    "convoy_for",
    "convoys_for",
    "disclosures_of",
    "exit_for",
    "exits_for",
    "exits_late_for",
    "has_scan",
    "held_seat",
    "journey_of",
    "judgements_for",
    "kept_papers_for",
    "leader_of",
    "leads",
    "leave_asked",
    "letters_out_for",
    "not_handed_over",
    "one_of",
    "ready_for",
    "receipt_code",
    "recordable",
    "relatives_for",
    "route_for",
    "scan_of",
    "seated",
    "sheet_for",
    "standing_for",
    "suggestion_for",
    "travellers_for",
]
