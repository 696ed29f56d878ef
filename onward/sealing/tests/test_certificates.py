from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509

from onward.sealing.certificates import (
    CannotVouch,
    ends_at,
    fingerprint_of,
    is_local,
    is_name,
    is_stale,
    issue,
    make_authority,
    names_in,
    vouched,
)

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
NAMES = ["azaz.local", "192.168.1.7", "localhost"]


@pytest.fixture(scope="module")
def authority():
    return make_authority("Site certificate 1", at=NOW)


def test_it_vouches_for_this_network_and_for_nobody_else(authority):
    made = issue(authority, NAMES, at=NOW)
    assert set(names_in(made.certificate)) == set(NAMES)
    for name in ("mail.example.org", "93.184.216.34", "bank.com"):
        with pytest.raises(CannotVouch):
            issue(authority, [name], at=NOW)
    limits = x509.load_pem_x509_certificate(authority.certificate).extensions
    assert limits.get_extension_for_class(x509.NameConstraints).critical
    assert limits.get_extension_for_class(x509.BasicConstraints).value.path_length == 0


def test_a_name_of_ones_own_must_have_been_said_when_it_was_made():
    own = make_authority("Site certificate 2", at=NOW, others=["camp.example.org"])
    assert names_in(issue(own, ["camp.example.org"], at=NOW).certificate) == ["camp.example.org"]
    with pytest.raises(CannotVouch):
        issue(own, ["example.org"], at=NOW)


def test_a_machine_that_moves_to_a_public_address_is_left_without_that_name_alone(authority):
    assert vouched(authority.certificate, [*NAMES, "93.184.216.34", "bank.com"]) == NAMES


@pytest.mark.parametrize(("days", "stale"), [(0, False), (300, False), (330, True), (400, True), (-9, True)])
def test_it_is_made_anew_before_its_end(authority, days, stale):
    made = issue(authority, NAMES, at=NOW)
    assert is_stale(made.certificate, NAMES, at=NOW + timedelta(days=days)) is stale
    assert ends_at(made.certificate) - NOW <= timedelta(days=398)


def test_another_address_wants_another(authority):
    made = issue(authority, NAMES, at=NOW)
    assert is_stale(made.certificate, [*NAMES, "192.168.1.8"], at=NOW)
    assert not is_stale(made.certificate, NAMES[:1], at=NOW)


def test_the_fingerprint_is_what_phones_show(authority):
    shown = fingerprint_of(authority.certificate)
    assert len(shown.split(":")) == 32
    assert shown == shown.upper()


@pytest.mark.parametrize("name", ["azaz.local", "10.1.2.3", "fe80::1", "camp.home.arpa"])
def test_what_is_of_this_network(name):
    assert is_name(name)
    assert is_local(name)


@pytest.mark.parametrize("name", ["", "-a", "a b", "x/y", "a..b", "*.local", "x" * 300])
def test_what_is_no_name(name):
    assert not is_name(name)
