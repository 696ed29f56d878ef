"""Who lodges where, who is on the road, and what is free."""

from onward.shelter.queries.beds import Offer, beds_for, offers_for, others_of, places_of
from onward.shelter.queries.board import Block, Board, Party, board_for, lodgers_for, waiting_for_place
from onward.shelter.queries.people import (
    families_of,
    going,
    guests,
    name_of,
    open_matters,
    party_of,
    passed_on,
    place_needs,
    site_holder,
    travellers,
)
from onward.shelter.queries.transfers import (
    ENDED_SHOWN,
    Group,
    candidates_for,
    group_for,
    in_no_place,
    incoming_for,
    outgoing_for,
    transfers_for,
)

__all__ = [
    "ENDED_SHOWN",
    "Block",
    "Board",
    "Group",
    "Offer",
    "Party",
    "beds_for",
    "board_for",
    "candidates_for",
    "families_of",
    "going",
    "group_for",
    "guests",
    "in_no_place",
    "incoming_for",
    "lodgers_for",
    "name_of",
    "offers_for",
    "open_matters",
    "others_of",
    "outgoing_for",
    "party_of",
    "passed_on",
    "place_needs",
    "places_of",
    "site_holder",
    "transfers_for",
    "travellers",
    "waiting_for_place",
]
