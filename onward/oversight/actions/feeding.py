"""Naming oversight's key, listing what waits for it, writing feeds to it, taking its answers."""

from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from onward.access.rules import Actor, needs
from onward.journal.append import append, written
from onward.journal.node import this_node
from onward.kit.errors import RuleBroken
from onward.kit.ids import derived_id, new_id
from onward.oversight.events import AnswersTaken, FeedSealed, ItemsListed, KeyNamed
from onward.oversight.queries import drop_read, feed_state, key_now, last_number, list_batches, put_answers, sealed_feed
from onward.oversight.rules import check_answers, check_key
from onward.sealing import feeds, vault
from onward.sealing.envelopes import ANSWER_BYTES, identity_of
from onward.sealing.watchers import KeyRefused, watcher_in


@needs("oversight.name_key")
@transaction.atomic
def name_key(actor: Actor, *, key: bytes, heard: str, compared_with: str = "", entry: str = "") -> None:
    """Name oversight's key, whose fingerprint was `heard` from oversight itself, not read from the file."""
    entry = entry or new_id()
    if written(entry):
        return
    try:
        watcher = watcher_in(key)
    except KeyRefused:
        raise RuleBroken(_("This is not a key of oversight, or it was damaged on its way."), "key") from None
    now = key_now()
    check_key(heard=heard, fingerprint=watcher.fingerprint, now=now.fingerprint if now else "")
    named = KeyNamed(
        name=watcher.name.strip(),
        address=watcher.address.strip(),
        recipient=watcher.recipient,
        public=watcher.public,
        fingerprint=watcher.fingerprint,
        compared_with=compared_with.strip(),
    )
    append(named, by=actor, stream=this_node(), id=entry)


@needs("oversight.list_items")
@transaction.atomic
def list_items(actor: Actor, *, day: date) -> None:
    """Once a day: list the envelopes that wait, filled up with decoys. Twice on a day: nothing."""
    key = key_now()
    if key is None:
        return
    # Of the node and the day, so that a second run of the same day finds it said.
    base = derived_id("0" * 12, this_node(), day.isoformat())
    if written(base):
        return
    for place, digests in enumerate(list_batches(key.recipient)):
        entry = derived_id(base, str(place)) if place else base
        append(ItemsListed(digests=digests), by=actor, stream=this_node(), id=entry)


@needs("oversight.write_feed")
@transaction.atomic
def write_feed(actor: Actor) -> tuple[int, bytes]:
    """Write the next feed: its number, and the file that only oversight opens."""
    key = key_now()
    if key is None:
        raise RuleBroken(_("No oversight is named yet, so there is nobody to write to."))
    number = feed_state().written + 1
    append(FeedSealed(number=number, fingerprint=key.fingerprint), by=actor, stream=this_node())
    return number, sealed_feed(key, number, programme=settings.PROGRAMME_NAME)


@needs("oversight.take_answers")
@transaction.atomic
def take_answers(actor: Actor, *, answers: bytes, entry: str = "") -> None:
    """Take in oversight's answers, which nobody here can read, and let go of what it has."""
    entry = entry or new_id()
    if written(entry):
        return
    key, state = key_now(), feed_state()
    try:
        feed = feeds.opened(answers, [identity_of(vault.secrets().exchange_key)])
    except feeds.FeedRefused:
        raise RuleBroken(
            _("These are no answers to this site, or they were damaged on their way."), "answers"
        ) from None
    if key is None or not isinstance(feed, feeds.AnswerFeed) or feed.public.hex() != key.public:
        raise RuleBroken(_("These answers are not signed by the oversight that is named here."), "answers")
    check_answers(
        node=feed.node,
        here=this_node(),
        number=feed.number,
        taken=state.taken,
        upto=feed.upto,
        before=state.upto,
        tip=last_number(),
    )
    if any(len(tag) != 16 or len(sealed) != ANSWER_BYTES for tag, sealed in feed.answers):
        raise RuleBroken(_("These are no answers to this site, or they were damaged on their way."), "answers")
    append(AnswersTaken(number=feed.number, read=feed.read, upto=feed.upto), by=actor, stream=this_node(), id=entry)
    drop_read(feed.read)
    put_answers(feed.answers)
