"""Files that may belong together, for whoever may open the names of both."""

from onward.tracing.queries.family import Family, family_for, sought_for
from onward.tracing.queries.pairs import Pair, Side, link_between, linked_with, names_of_pair, pair_for, pairs_for
from onward.tracing.queries.scoring import forget_pairs, score

__all__ = [
    "Family",
    "Pair",
    "Side",
    "family_for",
    "forget_pairs",
    "link_between",
    "linked_with",
    "names_of_pair",
    "pair_for",
    "pairs_for",
    "score",
    "sought_for",
]
