"""The one thing that staff do here: lock."""

from django.conf import settings

from onward.access.rules import Actor, needs
from onward.sealing.locking import lock_soon


@needs("desk.lock")
def lock(actor: Actor) -> None:  # noqa: ARG001 - whoever works here may lock, and nothing is kept of who did
    """Lock the programme: this process forgets the keys by ending, and none reads them again by itself."""
    lock_soon(settings.ONWARD_DATA)
