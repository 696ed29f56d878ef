"""When a file may be erased, and who agrees to it. Plain values in, RuleBroken out."""

from onward.erasure.rules.erasing import (
    NOTICE,
    check_asked,
    check_confirmed,
    check_longer,
    check_second,
    check_stopped,
)

__all__ = ["NOTICE", "check_asked", "check_confirmed", "check_longer", "check_second", "check_stopped"]
