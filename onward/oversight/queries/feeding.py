"""What a feed for oversight carries, and how far feeds have come."""

import msgspec

from onward.access.rules import Actor
from onward.journal import head, keyring, rows
from onward.journal.head import Head
from onward.journal.node import public, this_node
from onward.kit.dates import today
from onward.oversight.models import FeedState, OversightKey
from onward.oversight.queries.envelopes import carried_items
from onward.oversight.rules.feeding import CARRIED
from onward.sealing import feeds, vault
from onward.sealing.envelopes import recipient_of


def keys_for(actor: Actor) -> list[OversightKey]:  # noqa: ARG001 - everybody of the staff sees all of them
    """Every key that was ever named, the latest first."""
    return list(OversightKey.objects.filter(stream=this_node()).order_by("-number"))


def feed_state() -> FeedState:
    """How far feeds of this node have come."""
    return FeedState.objects.filter(id=this_node()).first() or FeedState(id=this_node())


def last_number() -> int:
    """The number of this node's last entry."""
    return rows.tip(this_node()).number


def sealed_feed(key: OversightKey, number: int, *, programme: str) -> bytes:
    """The feed of this number as a file that only oversight opens; within the transaction that counts it."""
    state, tip = feed_state(), rows.tip(this_node())
    return feeds.close(
        feeds.SiteFeed(
            to=key.recipient,
            public=public(),
            number=number,
            programme=programme,
            after=state.upto,
            rows=[msgspec.structs.astuple(row) for row in rows.of_node(this_node(), after=state.upto)],
            head=head.signed(Head(this_node(), tip.number, tip.hash, tip.clock)),
            keys=keyring.keys_in(CARRIED),
            items=carried_items(number),
            answers=state.taken,
            reply_to=recipient_of(vault.secrets().exchange_key),
            day=today().isoformat(),
        ),
        vault.secrets().signing_key,
    )
