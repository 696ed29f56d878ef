"""The second step of the people of a story: an authenticator app of a few lines."""

import time

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import encrypt

from onward.access.models import Account

SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
STEP = 30
_used: set[tuple[str, int]] = set()


def give_everybody_an_app() -> None:
    """Let everybody's app know the same secret: whose work needs none is asked for none."""
    for account in Account.objects.all():
        Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={"secret": encrypt(SECRET)})


def code(who: str, secret: str = SECRET) -> str:
    """A code that `who` has not used yet: each is taken once, and the one before and after the present one too."""
    now = int(time.time()) // STEP
    turn = next(turn for turn in (now, now + 1, now - 1) if (who, turn) not in _used)
    _used.add((who, turn))
    return format_hotp_value(hotp_value(secret, turn))
