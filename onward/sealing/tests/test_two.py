import pytest

from onward.sealing import WrongPassphrase, change_lock, make_lock, open_lock
from onward.sealing.passphrase import takes_two
from onward.sealing.shares import NoShare, line_of, new_share, share_from, text_of

WORDS, OTHER = "olive lantern seven rivers", "another five words of mine"


def test_neither_half_opens_it_alone():
    share = new_share()
    lock = make_lock(WORDS, share)
    assert takes_two(lock)
    assert len(open_lock(lock, WORDS, share)) == 32
    for words, given in ((WORDS, b""), (WORDS, new_share()), (OTHER, share), ("", share)):
        with pytest.raises(WrongPassphrase):
            open_lock(lock, words, given)


def test_a_lock_of_two_cannot_be_passed_off_as_one_of_one():
    share = new_share()
    lock = make_lock(WORDS, share).replace(b"onward-lock-2", b"onward-lock-1")
    with pytest.raises(WrongPassphrase):
        open_lock(lock, WORDS, share)


def test_the_same_secret_through_every_change():
    secret = open_lock(one := make_lock(WORDS), WORDS)
    share, later = new_share(), new_share()
    two = change_lock(one, WORDS, WORDS, new_share=share)
    assert open_lock(two, WORDS, share) == secret
    renamed = change_lock(two, WORDS, OTHER, share=share)
    assert open_lock(renamed, OTHER, share) == secret
    restuck = change_lock(renamed, OTHER, OTHER, share=share, new_share=later)
    with pytest.raises(WrongPassphrase):
        open_lock(restuck, OTHER, share)
    again = change_lock(restuck, OTHER, OTHER, share=later, new_share=b"")
    assert not takes_two(again)
    assert open_lock(again, OTHER) == secret


def test_a_share_is_read_from_its_file_and_from_paper():
    share = new_share()
    assert share_from(text_of(share)) == share
    assert share_from(line_of(share).lower().replace("-", " ")) == share


@pytest.mark.parametrize("text", ["", "onward-share-1", "AAAA", "A" * 31, "A" * 33, "?" * 32, "\0" * 500])
def test_what_is_no_share(text):
    with pytest.raises(NoShare):
        share_from(text)
