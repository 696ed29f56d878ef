"""The formats of docs/feed.md, against its test vector; and envelopes as age knows them."""

import hashlib
import os
from pathlib import Path

import pyrage
import pytest

from onward.sealing import public_key
from onward.sealing.envelopes import (
    ANSWER_TEXT,
    ITEM_BYTES,
    ITEM_TEXT,
    EnvelopeRefused,
    answer_secret,
    identity_of,
    key_of,
    looks_sealed,
    new_receipt,
    open_text,
    recipient_of,
    seal_text,
    tag_of,
)
from onward.sealing.feeds import AnswerFeed, signed_payload
from onward.sealing.watchers import KeyRefused, Watcher, fingerprint_of, is_fingerprint, public_file, watcher_in

OVERSIGHT, SIGNING, SITE = (bytes([each]) * 32 for each in (1, 2, 3))
RECEIPT = "0123456789ABCDEFGHJKMNPQR"
DOCUMENT = Path(__file__).parents[3] / "docs/feed.md"


def test_the_test_vector_of_the_document():
    feed = AnswerFeed(
        to=recipient_of(SITE),
        public=public_key(SIGNING),
        number=7,
        node="0" * 32,
        read=5,
        upto=812,
        answers=[(tag_of(RECEIPT), bytes(4))],
    )
    computed = [
        recipient_of(OVERSIGHT),
        public_key(SIGNING).hex(),
        fingerprint_of(key_of(recipient_of(OVERSIGHT)), public_key(SIGNING)),
        recipient_of(SITE),
        tag_of(RECEIPT).hex(),
        recipient_of(answer_secret(RECEIPT)),
        hashlib.sha256(signed_payload(feed, SIGNING)).hexdigest(),
    ]
    written = DOCUMENT.read_text(encoding="utf-8")
    assert [each for each in computed if f"`{each}`" not in written] == []


def test_an_envelope_is_an_age_file_of_one_size_for_one_reader():
    secret = os.urandom(32)
    assert str(identity_of(secret).to_public()) == recipient_of(secret)
    sealed = [seal_text({"words": "x" * each}, recipient_of(secret), size=ITEM_TEXT) for each in (0, 1, 8000)]
    assert {len(one) for one in sealed} == {ITEM_BYTES}
    assert all(looks_sealed(one, size=ITEM_TEXT) for one in sealed)
    assert pyrage.decrypt(sealed[1], [identity_of(secret)]).strip() == b'{"words":"x"}'
    for wrong in (sealed[0][:-1], sealed[0] + b"x", b"", bytes(ITEM_BYTES)):
        assert not looks_sealed(wrong, size=ITEM_TEXT)
    with pytest.raises(EnvelopeRefused):
        seal_text({"words": "x" * ITEM_TEXT}, recipient_of(secret), size=ITEM_TEXT)
    with pytest.raises(EnvelopeRefused):
        open_text(sealed[0], [identity_of(os.urandom(32))], size=ITEM_TEXT)


def test_two_receipts_have_nothing_in_common():
    receipts = [new_receipt() for _each in range(50)]
    assert {len(one) for one in receipts} == {25}
    assert len({tag_of(one) for one in receipts} | {answer_secret(one)[:16] for one in receipts}) == 100
    sealed = seal_text({"words": "We come."}, recipient_of(answer_secret(receipts[0])), size=ANSWER_TEXT)
    with pytest.raises(EnvelopeRefused):
        open_text(sealed, [identity_of(answer_secret(one)) for one in receipts[1:]], size=ANSWER_TEXT)


def test_a_key_file_is_as_its_holder_made_it():
    watcher = Watcher(
        name="Free Watch", address="Box 9", recipient=recipient_of(OVERSIGHT), public=public_key(SIGNING).hex()
    )
    file = public_file(watcher, SIGNING)
    assert watcher_in(file).fingerprint == watcher.fingerprint
    assert is_fingerprint(" " + watcher.fingerprint.lower().replace("-", " "), watcher.fingerprint)
    assert not is_fingerprint("", watcher.fingerprint)
    for place in range(0, len(file) - 1, 7):
        altered = file[:place] + bytes([file[place] ^ 1]) + file[place + 1 :]
        with pytest.raises(KeyRefused):
            watcher_in(altered)
    other = recipient_of(SITE)
    with pytest.raises(EnvelopeRefused):
        key_of(other[:-1] + ("q" if other[-1] != "q" else "p"))
