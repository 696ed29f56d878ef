"""Envelopes to and from oversight, which nobody here can open."""

import hashlib
import random
import secrets

from django.db import transaction

from onward.journal.node import this_node
from onward.oversight.models import OversightKey, SealedAnswer, SealedItem
from onward.oversight.rules.feeding import BATCH
from onward.sealing.envelopes import ITEM_TEXT, MOST_WAITING, looks_sealed, seal_text
from onward.sealing.feeds import Answer

_free: list[int] = []
"""The decoys of this process in whose place an envelope may be put. In memory alone: which they are, no file says."""
_free_for: list[str] = []
"""To whom they are sealed."""
FEW = 4


def key_now() -> OversightKey | None:
    """The key that is sealed to now; None where no oversight is named yet."""
    return OversightKey.objects.filter(stream=this_node()).order_by("-number").first()


def lay_decoys() -> None:
    """See to it that decoys lie ready before anybody writes; half of what may wait is left for people."""
    key = key_now()
    if key is not None:
        with transaction.atomic():
            _lay(key.recipient, most=MOST_WAITING // 2)


def keep_item(sealed: bytes) -> bool:
    """Keep an envelope, durably; sent twice, it is kept once. False where too many wait already.

    Of who sent it, when, and about what, nothing is kept. It is written over a decoy of the same size that lay there:
    so neither a number of rows, nor where they lie in the file, tells that anybody wrote, or between which entries.
    """
    key = key_now()
    if key is None:
        return False
    with transaction.atomic():
        if SealedItem.objects.filter(sealed=sealed).exists():
            return True
        _lay(key.recipient, most=MOST_WAITING)
        if not _free:
            return False
        SealedItem.objects.filter(number=_free.pop()).update(sealed=sealed)
    return True


def _lay(recipient: str, *, most: int) -> None:
    """Bring what is free up to date: none that is listed, all sealed to this recipient, a few at least."""
    _free[:] = SealedItem.objects.filter(number__in=_free, listed=False).values_list("number", flat=True)
    if _free_for != [recipient]:
        for number in _free:
            SealedItem.objects.filter(number=number).update(sealed=_decoy(recipient))
        _free_for[:] = [recipient]
    if len(_free) < FEW and SealedItem.objects.filter(listed=False).count() + BATCH <= most:
        _free.extend(_new_decoy(recipient).number for _each in range(BATCH))
    random.SystemRandom().shuffle(_free)


def _new_decoy(recipient: str) -> SealedItem:
    return SealedItem.objects.create(number=secrets.randbelow(1 << 63), sealed=_decoy(recipient))


def _decoy(recipient: str) -> bytes:
    return seal_text({"kind": "nothing"}, recipient, size=ITEM_TEXT)


def is_item(content: bytes) -> bool:
    """Whether these bytes have the one form that an envelope to oversight has."""
    return looks_sealed(content, size=ITEM_TEXT)


def list_batches(recipient: str) -> list[tuple[str, ...]]:
    """Fill up what waits to whole batches with decoys, and give the digests of each batch: one at least."""
    waiting = list(SealedItem.objects.filter(listed=False).order_by("number"))
    decoys = max(BATCH, -(-len(waiting) // BATCH) * BATCH) - len(waiting)
    waiting += [_new_decoy(recipient) for _each in range(decoys)]
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
