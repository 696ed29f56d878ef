"""What the desk decides by itself: where links lead, which act is next, what stands on whose Today."""

from onward.desk.rules.acts import MENU, Act, allowed, next_act
from onward.desk.rules.links import LINKS
from onward.desk.rules.stages import stage_words, stages

__all__ = ["LINKS", "MENU", "Act", "allowed", "next_act", "stage_words", "stages"]
