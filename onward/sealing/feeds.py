"""Feeds: what a site tells oversight and what oversight answers, as one file (`onward-feed-1`, docs/feed.md).

Signed inside, with the reader named in what is signed; sealed outside in the public format age. Whoever writes a feed
cannot open it again.
"""

from collections.abc import Sequence

import msgspec
import pyrage
from pyrage.x25519 import Identity, Recipient

from onward.sealing.signatures import public_key, sign, verify

MAGIC = b"onward-feed-1\n"
SIGNED = b"onward-feed-1\0"
STEP = 64 * 1024
"""What is sealed is filled up to a multiple of this, so that a size tells little."""
LONGEST = 512 * 1024 * 1024
HEAD = len(MAGIC) + 64 + 8

StoredRow = tuple[str, str, int, str, str, int, str, int, str, str, str, bytes, bytes, bytes]
"""One entry as a journal stores it: id, node, number, stream, kind, happened_at, precision, recorded_at, author, cause,
corrects, prev, body (sealed), hash."""
DataKey = tuple[bytes, str, str, bytes]
"""One data key: id, stream, compartment, key."""
Answer = tuple[bytes, bytes]
"""One sealed answer and the tag by which it is found."""


class FeedRefused(Exception):
    """A feed is not read; the message is the sentence that says why."""


class Feed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What both directions have: `to` (the reader's recipient), `public` (the signer's key), `number` (1, 2, ...)."""

    to: str
    public: bytes
    number: int


class SiteFeed(Feed, frozen=True, kw_only=True, tag="site"):
    """What a site tells: its rows after number `after`, its signed head, and what oversight may open.

    `keys` are all keys that oversight may hold now: those that it holds and that are not here were destroyed. `items`
    are envelopes to oversight. `answers` counts the answers that the site has taken.
    """

    programme: str
    after: int
    rows: list[StoredRow]
    head: bytes
    keys: list[DataKey]
    items: list[bytes]
    answers: int
    reply_to: str
    day: str


class AnswerFeed(Feed, frozen=True, kw_only=True, tag="oversight"):
    """What oversight answers: the last feed and entry that it `read`, and answers that the site cannot open."""

    node: str
    read: int
    upto: int
    answers: list[Answer]


_decoder = msgspec.msgpack.Decoder(SiteFeed | AnswerFeed)


def close(feed: SiteFeed | AnswerFeed, signing_key: bytes) -> bytes:
    """The feed as a file for the reader whom it names."""
    return bytes(pyrage.encrypt(signed_payload(feed, signing_key), [Recipient.from_str(feed.to)]))


def signed_payload(feed: SiteFeed | AnswerFeed, signing_key: bytes) -> bytes:
    """What is sealed: the mark, the signature, the length, the body, zeros."""
    if feed.public != public_key(signing_key):
        raise ValueError("a feed is signed with the key that it names")
    body = msgspec.msgpack.encode(feed)
    payload = MAGIC + sign(signing_key, SIGNED + body) + len(body).to_bytes(8, "big") + body
    return payload + bytes(-len(payload) % STEP)


def opened(parcel: bytes, identities: Sequence[Identity]) -> SiteFeed | AnswerFeed:
    """The feed in a file, with a signature that holds by the key that it names itself. Raises FeedRefused.

    Whether that key is the one that it should be, whoever reads must know from elsewhere.
    """
    if len(parcel) > LONGEST:
        raise FeedRefused("This file is too large for a feed.")
    try:
        payload = bytes(pyrage.decrypt(parcel, list(identities)))
    except pyrage.DecryptError:
        raise FeedRefused("This file cannot be opened: it is damaged, or was sealed to another key.") from None
    body = _body(payload)
    try:
        feed: SiteFeed | AnswerFeed = _decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise FeedRefused("This file is not a feed that this version knows.") from None
    signature = payload[len(MAGIC) : len(MAGIC) + 64]
    if not verify(feed.public, SIGNED + body, signature):
        raise FeedRefused("The signature of this feed does not hold.")
    if feed.to not in {str(identity.to_public()) for identity in identities}:
        raise FeedRefused("This feed was written for another reader.")
    return feed


def _body(payload: bytes) -> bytes:
    length = int.from_bytes(payload[HEAD - 8 : HEAD], "big")
    body, rest = payload[HEAD : HEAD + length], payload[HEAD + length :]
    if not payload.startswith(MAGIC) or len(payload) % STEP or len(body) != length or rest.strip(b"\0"):
        raise FeedRefused("This file is not a feed that this version knows.")
    if len(rest) >= STEP:
        raise FeedRefused("This file is not a feed that this version knows.")
    return body
