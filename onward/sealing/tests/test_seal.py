import pytest

from onward.sealing import CannotOpen, new_key, open_sealed, public_key, seal, sign, unwrap, verify, wrap


def test_what_is_sealed_opens_with_its_key_and_its_subject():
    key = new_key()
    nonce, sealed = seal(key, b"what was said", about=b"entry 1")
    assert open_sealed(key, nonce, sealed, about=b"entry 1") == b"what was said"
    assert b"said" not in sealed


def test_another_key_another_subject_or_an_altered_byte_opens_nothing():
    key = new_key()
    nonce, sealed = seal(key, b"what was said", about=b"entry 1")
    altered = bytes([sealed[0] ^ 1]) + sealed[1:]
    tries = (
        (new_key(), nonce, sealed, b"entry 1"),
        (key, nonce, sealed, b"entry 2"),
        (key, nonce, altered, b"entry 1"),
        (key, nonce, sealed[:-1], b"entry 1"),
        (key, b"", sealed, b"entry 1"),
    )
    for other, start, body, about in tries:
        with pytest.raises(CannotOpen):
            open_sealed(other, start, body, about=about)


def test_the_same_words_are_never_sealed_alike():
    key = new_key()
    assert seal(key, b"same", about=b"") != seal(key, b"same", about=b"")


def test_a_key_is_wrapped_for_one_use():
    kek, key = new_key(), new_key()
    wrapped = wrap(kek, key, about=b"id")
    assert unwrap(kek, wrapped, about=b"id") == key
    with pytest.raises(CannotOpen):
        unwrap(kek, wrapped, about=b"other id")
    with pytest.raises(CannotOpen):
        unwrap(kek, b"", about=b"id")


def test_a_signature_holds_for_its_key_and_its_words_only():
    key = new_key()
    signature = sign(key, b"head 7")
    assert verify(public_key(key), b"head 7", signature)
    assert not verify(public_key(key), b"head 8", signature)
    assert not verify(public_key(new_key()), b"head 7", signature)
    assert not verify(b"short", b"head 7", signature)
