"""A place's own certificates: an authority that may vouch for addresses of its own network, and for no other.

Phones and browsers that trust it therefore trust nobody about the rest of the world, whoever may have its key.
"""

import ipaddress
import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

AUTHORITY_DAYS = 5 * 365
SERVER_DAYS = 365
"""Phones refuse more than 398 days."""
RENEWED_BEFORE = timedelta(days=45)
STRAY = timedelta(days=2)
"""So much may the clock of a phone be behind."""
NETWORKS = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "127.0.0.0/8", "fc00::/7", "fe80::/10")
ENDINGS = ("local", "lan", "internal", "home.arpa", "localhost")
NAME = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*")


class Pair(msgspec.Struct, frozen=True):
    """A certificate (PEM) and its private key (PKCS8, DER)."""

    certificate: bytes
    key: bytes

    def __repr__(self) -> str:
        return "Pair(...)"


class CannotVouch(Exception):
    """The authority was not made for this name."""


def _key_and_bytes() -> tuple[ec.EllipticCurvePrivateKey, bytes]:
    key = ec.generate_private_key(ec.SECP256R1())
    form = serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return key, key.private_bytes(*form)


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _spoken_for(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def is_name(name: str) -> bool:
    """Whether this is an address or a host name that a certificate can be for."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return bool(NAME.fullmatch(name)) and len(name) <= 253
    return True


def is_local(name: str) -> bool:
    """Whether every authority made here may vouch for that name: an address or an ending of local networks."""
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return name.rpartition(".")[2] in ENDINGS or name.endswith(".home.arpa")
    return any(
        address in ipaddress.ip_network(one) for one in NETWORKS if ipaddress.ip_network(one).version == address.version
    )


def make_authority(name: str, *, at: datetime, others: Iterable[str] = ()) -> Pair:
    """A new authority called `name`, for addresses and names of local networks, and for `others`."""
    key, private = _key_and_bytes()
    extra = [one for one in others if not is_local(one)]
    allowed: list[x509.GeneralName] = [x509.DNSName(one) for one in ENDINGS]
    allowed += [x509.IPAddress(ipaddress.ip_network(one)) for one in NETWORKS]
    allowed += [x509.IPAddress(ipaddress.ip_network(one)) if _is_address(one) else x509.DNSName(one) for one in extra]
    usage = {f"{use}": False for use in ("digital_signature", "content_commitment", "key_encipherment")}
    usage |= {"data_encipherment": False, "key_agreement": False, "encipher_only": False, "decipher_only": False}
    own = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    made = (
        _begun(_named(name), _named(name), key, at=at, days=AUTHORITY_DAYS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.KeyUsage(key_cert_sign=True, crl_sign=True, **usage), critical=True)
        .add_extension(x509.NameConstraints(permitted_subtrees=allowed, excluded_subtrees=None), critical=True)
        .add_extension(own, critical=False)
        .sign(key, hashes.SHA256())
    )
    return Pair(made.public_bytes(serialization.Encoding.PEM), private)


def issue(authority: Pair, names: Sequence[str], *, at: datetime) -> Pair:
    """A certificate for a server of these names. Raises CannotVouch."""
    above = x509.load_pem_x509_certificate(authority.certificate)
    for name in names:
        if not _may_vouch(above, name):
            raise CannotVouch(name)
    signing = serialization.load_der_private_key(authority.key, None)
    assert isinstance(signing, ec.EllipticCurvePrivateKey)  # noqa: S101 - made above, of no other kind
    key, private = _key_and_bytes()
    above_id = above.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    made = (
        _begun(_named("server"), above.subject, key, at=at, days=SERVER_DAYS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([_spoken_for(name) for name in names]), critical=False)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(above_id), critical=False)
        .sign(signing, hashes.SHA256())
    )
    return Pair(made.public_bytes(serialization.Encoding.PEM), private)


def _begun(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, *, at: datetime, days: int
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - STRAY)
        .not_valid_after(at + timedelta(days=days))
    )


def _is_address(name: str) -> bool:
    return isinstance(_spoken_for(name), x509.IPAddress)


def _may_vouch(authority: x509.Certificate, name: str) -> bool:
    if is_local(name):
        return True
    permitted = authority.extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees or []
    if _is_address(name):
        address = ipaddress.ip_address(name)
        networks = [ipaddress.ip_network(str(one.value)) for one in permitted if isinstance(one, x509.IPAddress)]
        return any(address in network for network in networks if network.version == address.version)
    endings = [one.value for one in permitted if isinstance(one, x509.DNSName)]
    return any(name == one or name.endswith(f".{one}") for one in endings)


def vouched(authority: bytes, names: Iterable[str]) -> list[str]:
    """Those of the names for which an authority may vouch."""
    above = x509.load_pem_x509_certificate(authority)
    return [name for name in names if _may_vouch(above, name)]


def names_in(certificate: bytes) -> list[str]:
    """The names and addresses that a certificate is for."""
    found = x509.load_pem_x509_certificate(certificate).extensions
    return [str(one.value) for one in found.get_extension_for_class(x509.SubjectAlternativeName).value]


def ends_at(certificate: bytes) -> datetime:
    """Until when a certificate holds."""
    return x509.load_pem_x509_certificate(certificate).not_valid_after_utc


def is_stale(certificate: bytes, names: Sequence[str], *, at: datetime) -> bool:
    """Whether a server's certificate should be made anew: near its end, not begun, or not for all of these names."""
    loaded = x509.load_pem_x509_certificate(certificate)
    within = loaded.not_valid_before_utc <= at < loaded.not_valid_after_utc - RENEWED_BEFORE
    return not within or not set(names) <= set(names_in(certificate))


def fingerprint_of(certificate: bytes) -> str:
    """The SHA-256 of a certificate, in pairs, as browsers and phones show it."""
    digest = x509.load_pem_x509_certificate(certificate).fingerprint(hashes.SHA256()).hex().upper()
    return ":".join(digest[at : at + 2] for at in range(0, len(digest), 2))


def as_pem(key: bytes) -> bytes:
    """A private key as text, for a server that reads it so."""
    loaded = serialization.load_der_private_key(key, None)
    form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return loaded.private_bytes(*form)


def as_der(certificate: bytes) -> bytes:
    """A certificate in the form that phones take."""
    return x509.load_pem_x509_certificate(certificate).public_bytes(serialization.Encoding.DER)
