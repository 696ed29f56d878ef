"""What may be said of a matter, and the clocks that run over all of them."""

from onward.waiting.actions.clocks import confirm_date, run_clocks
from onward.waiting.actions.handing import declare_block, explain_overrun, hand_matter, lift_block, release_matters
from onward.waiting.actions.passing import hand_on_matters

__all__ = [
    "confirm_date",
    "declare_block",
    "explain_overrun",
    "hand_matter",
    "hand_on_matters",
    "lift_block",
    "release_matters",
    "run_clocks",
]
