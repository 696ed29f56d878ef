"""The public half of oversight's key: a small file that a site takes in, and the fingerprint compared by voice."""

import hashlib

import msgspec

from onward.sealing.envelopes import SIGNS, EnvelopeRefused, key_of
from onward.sealing.signatures import sign, verify

FORMAT = "onward-oversight-1"
FINGERPRINT_SIGNS = 20
"""100 bits: nobody makes another key with the same fingerprint."""


class KeyRefused(Exception):
    """This is no public key of oversight; the message is the sentence that says why."""


class Watcher(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who oversees: `name` and `address` as people know them, `recipient` (age) and `public` (Ed25519, in hex)."""

    name: str
    address: str
    recipient: str
    public: str
    format: str = FORMAT
    signature: str = ""

    @property
    def fingerprint(self) -> str:
        """What is read out over the telephone: five groups of four signs, over both keys."""
        return fingerprint_of(key_of(self.recipient), bytes.fromhex(self.public))


def fingerprint_of(*keys: bytes) -> str:
    """The fingerprint of public keys."""
    number = int.from_bytes(hashlib.sha256(b"onward fingerprint 1\0" + b"".join(keys)).digest()[:13], "big")
    signs = "".join(SIGNS[number >> 5 * place & 31] for place in range(FINGERPRINT_SIGNS))
    return "-".join(signs[at : at + 4] for at in range(0, FINGERPRINT_SIGNS, 4))


def is_fingerprint(heard: str, fingerprint: str) -> bool:
    """Whether what somebody heard and typed is this fingerprint."""
    signs = "".join(heard.upper().split()).replace("-", "").translate(str.maketrans("OIL", "011"))
    return signs == fingerprint.replace("-", "")


def public_file(watcher: Watcher, signing_key: bytes) -> bytes:
    """The file that a site takes in, signed by the key in it: it was made by whoever holds that key."""
    signature = sign(signing_key, _signed(watcher)).hex()
    whole = msgspec.structs.replace(watcher, signature=signature)
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def watcher_in(content: bytes) -> Watcher:
    """What such a file says. Raises KeyRefused."""
    try:
        watcher = msgspec.json.decode(content, type=Watcher)
        key_of(watcher.recipient)
        public, signature = bytes.fromhex(watcher.public), bytes.fromhex(watcher.signature)
    except (msgspec.DecodeError, EnvelopeRefused, ValueError):
        raise KeyRefused("This is not a key of oversight, or it was damaged on its way.") from None
    if watcher.format != FORMAT or not watcher.name.strip() or len(watcher.name) > 200 or len(watcher.address) > 400:
        raise KeyRefused("This is not a key of oversight, or it was damaged on its way.")
    if not verify(public, _signed(watcher), signature):
        raise KeyRefused("This key was altered on its way: its signature does not hold.")
    return watcher


def _signed(watcher: Watcher) -> bytes:
    return FORMAT.encode() + b"\0" + msgspec.msgpack.encode(msgspec.structs.replace(watcher, signature=""))
