"""What the desk decides by itself: where links lead, which act is next, what stands on whose Today."""

from onward.desk.rules.acts import BY_TWO, MENU, RECORD_STEP, Act, allowed, next_act
from onward.desk.rules.handing import check_chosen
from onward.desk.rules.links import LINKS
from onward.desk.rules.stages import stages

__all__ = ["BY_TWO", "LINKS", "MENU", "RECORD_STEP", "Act", "allowed", "check_chosen", "next_act", "stages"]
