"""Envelopes to and from oversight, which nobody here can open."""

import hashlib

from django.db import transaction

from onward.oversight.models import SealedAnswer, SealedItem
from onward.oversight.rules.feeding import BATCH, MOST_WAITING
from onward.sealing.envelopes import ITEM_TEXT, looks_sealed, seal_text
from onward.sealing.feeds import Answer


def keep_item(sealed: bytes) -> bool:
    """Keep an envelope, durably; sent twice, it is kept once. False where too many wait already.

    Of who sent it, when, and about what, nothing is kept. Its place follows from its own bytes.
    """
    with transaction.atomic():
        place = _place(sealed)
        if SealedItem.objects.filter(number=place).exists():
            return True
        if SealedItem.objects.filter(listed=False).count() >= MOST_WAITING:
            return False
        SealedItem.objects.create(number=place, sealed=sealed)
    return True


def is_item(content: bytes) -> bool:
    """Whether these bytes have the one form that an envelope to oversight has."""
    return looks_sealed(content, size=ITEM_TEXT)


def list_batches(recipient: str) -> list[tuple[str, ...]]:
    """Fill up what waits to whole batches with decoys, and give the digests of each batch: one at least."""
    waiting = list(SealedItem.objects.filter(listed=False).order_by("number"))
    decoys = max(BATCH, -(-len(waiting) // BATCH) * BATCH) - len(waiting)
    for _decoy in range(decoys):
        sealed = seal_text({"kind": "nothing"}, recipient, size=ITEM_TEXT)
        waiting.append(SealedItem.objects.create(number=_place(sealed), sealed=sealed))
    digests = sorted(hashlib.sha256(bytes(one.sealed)).hexdigest() for one in waiting)
    SealedItem.objects.filter(listed=False).update(listed=True)
    return [tuple(digests[at : at + BATCH]) for at in range(0, len(digests), BATCH)]


def carried_items(feed: int) -> list[bytes]:
    """What a feed carries: everything that is listed and that oversight has not said it has."""
    SealedItem.objects.filter(listed=True, feed=0).update(feed=feed)
    return [bytes(one.sealed) for one in SealedItem.objects.filter(listed=True).order_by("number")]


def drop_read(feed: int) -> None:
    """Let go of what oversight has, as of this feed."""
    SealedItem.objects.filter(feed__gt=0, feed__lte=feed).delete()


def put_answers(answers: list[Answer]) -> None:
    """Keep these answers, in the place of those that were there."""
    SealedAnswer.objects.all().delete()
    SealedAnswer.objects.bulk_create(
        SealedAnswer(number=_place(sealed), tag=tag, sealed=sealed) for tag, sealed in answers
    )


def all_answers() -> bytes:
    """Every answer and its tag, end to end: whoever looks for one says nothing of which."""
    return b"".join(bytes(one.tag) + bytes(one.sealed) for one in SealedAnswer.objects.order_by("number"))


def _place(sealed: bytes) -> int:
    return int.from_bytes(hashlib.sha256(sealed).digest()[:8], "big") >> 1
