"""Envelopes: short texts of one size, sealed in the public format age to one recipient, as a browser seals them.

Written out here, since age's own writers add a stanza of random length: what is sealed by this program and what a
browser sealed must look alike. Opened by `pyrage`.
"""

import base64
import hashlib
import hmac
import os

import msgspec
import pyrage
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pyrage.x25519 import Identity

MOST_WAITING = 256
"""So many envelopes wait at most for the day's list: who would fill the disk, fills this."""
ITEM_TEXT = 8192
ANSWER_TEXT = 2048
AROUND = 200
"""What age adds to one short text sealed to one recipient: head, stanza, two tags."""
ITEM_BYTES = ITEM_TEXT + AROUND
ANSWER_BYTES = ANSWER_TEXT + AROUND
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U to mistake
RECEIPT_SIGNS = 25
"""125 bits: nobody finds a receipt by trying."""
_CHARSET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


class EnvelopeRefused(Exception):
    """It is not for this reader, was altered, or is no such text."""


def recipient_of(secret: bytes) -> str:
    """The recipient, age1..., that belongs to 32 secret bytes."""
    return _bech32("age", X25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw())


def identity_of(secret: bytes) -> Identity:
    """The identity that opens what is sealed to `recipient_of` the same bytes."""
    return Identity.from_str(_bech32("age-secret-key-", secret).upper())


def key_of(recipient: str) -> bytes:
    """The 32 public bytes of a recipient. Raises EnvelopeRefused."""
    prefix, _one, data = recipient.rpartition("1")
    values = [_CHARSET.find(sign) for sign in data]
    if prefix != "age" or len(values) < 6 or min(values) < 0 or _polymod([*_expanded(prefix), *values]) != 1:
        raise EnvelopeRefused("A recipient begins with age1, and is written without a mistake: this one is not.")
    key = bytes(_regrouped(values[:-6], 5, 8))
    if len(key) != 32 or _bech32("age", key) != recipient:
        raise EnvelopeRefused("That recipient is too long or too short.")
    return key


def seal_text(content: object, recipient: str, *, size: int) -> bytes:
    """`content` as JSON, filled up with spaces to `size` bytes, sealed. Raises EnvelopeRefused where it is longer."""
    text = msgspec.json.encode(content)
    if len(text) > size:
        raise EnvelopeRefused("This is too long for its envelope.")
    return _sealed(text.ljust(size), key_of(recipient))


def open_text(sealed: bytes, identities: list[Identity], *, size: int) -> bytes:
    """The text of an envelope, spaces and all. Raises EnvelopeRefused."""
    if len(sealed) != size + AROUND:
        raise EnvelopeRefused("An envelope has one size; this is another.")
    try:
        return bytes(pyrage.decrypt(sealed, identities))
    except pyrage.DecryptError:
        raise EnvelopeRefused("This was sealed to another key, or was altered.") from None


def looks_sealed(content: bytes, *, size: int) -> bool:
    """Whether these bytes have the form of an envelope; what is in it, nobody can say."""
    lines = content[: AROUND - 32].split(b"\n")
    return (
        len(content) == size + AROUND
        and [len(line) for line in lines] == [21, 53, 43, 47, 0]
        and lines[0] == b"age-encryption.org/v1"
        and lines[1].startswith(b"-> X25519 ")
        and lines[3].startswith(b"--- ")
    )


def new_receipt() -> str:
    """A receipt's code, as a browser draws it."""
    number = int.from_bytes(os.urandom(16), "big")
    return "".join(SIGNS[number >> 5 * place & 31] for place in range(RECEIPT_SIGNS))


def tag_of(receipt: str) -> bytes:
    """By what an answer is found: says nothing of the receipt."""
    return hashlib.sha256(b"onward receipt 1\0" + receipt.encode()).digest()[:16]


def sign_of(tag: bytes, salt: bytes = b"") -> bytes:
    """What stands in a tag's place in one file: another in each, so that two files have none in common."""
    salt = salt or os.urandom(8)
    return salt + hashlib.sha256(b"onward sign 1\0" + tag + salt).digest()[:8]


def is_sign_of(tag: bytes, sign: bytes) -> bool:
    """Whether this stands for the tag: only who has the tag can tell."""
    return sign == sign_of(tag, sign[:8])


def answer_secret(receipt: str) -> bytes:
    """The secret that opens the answer: in nobody's hands but those of whoever holds the receipt."""
    return hashlib.sha256(b"onward answer 1\0" + receipt.encode()).digest()


def _sealed(text: bytes, key: bytes) -> bytes:
    file_key, ephemeral, nonce = os.urandom(16), X25519PrivateKey.generate(), os.urandom(16)
    share = ephemeral.public_key().public_bytes_raw()
    secret = ephemeral.exchange(X25519PublicKey.from_public_bytes(key))
    wrapping = _derived(secret, share + key, b"age-encryption.org/v1/X25519")
    stanza = ChaCha20Poly1305(wrapping).encrypt(bytes(12), file_key, None)
    head = b"age-encryption.org/v1\n-> X25519 " + _base64(share) + b"\n" + _base64(stanza) + b"\n---"
    mac = hmac.digest(_derived(file_key, b"", b"header"), head, "sha256")
    last = bytes(11) + b"\x01"  # one chunk alone, which is the last
    payload = ChaCha20Poly1305(_derived(file_key, nonce, b"payload")).encrypt(last, text, None)
    return head + b" " + _base64(mac) + b"\n" + nonce + payload


def _derived(secret: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(secret)


def _base64(content: bytes) -> bytes:
    return base64.b64encode(content).rstrip(b"=")


def _bech32(prefix: str, content: bytes) -> str:
    values = _regrouped(content, 8, 5)
    check = _polymod([*_expanded(prefix), *values, 0, 0, 0, 0, 0, 0]) ^ 1
    values += [check >> 5 * (5 - place) & 31 for place in range(6)]
    return f"{prefix}1" + "".join(_CHARSET[value] for value in values)


def _expanded(prefix: str) -> list[int]:
    return [*(ord(sign) >> 5 for sign in prefix), 0, *(ord(sign) & 31 for sign in prefix)]


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for place, factor in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= factor if top >> place & 1 else 0
    return check


def _regrouped(values: bytes | list[int], before: int, after: int) -> list[int]:
    held = bits = 0
    found = []
    for value in values:
        held, bits = held << before | value, bits + before
        while bits >= after:
            bits -= after
            found.append(held >> bits & (1 << after) - 1)
    if bits and before > after:
        found.append(held << (after - bits) & (1 << after) - 1)
    return found
