"""A card: 128 random bits as a code, a PIN of six digits, and how the two are checked without being kept."""

import hashlib
import secrets
import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

MOST_TRIES = 5
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U to mistake
CODE_LENGTH = 26
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def new_secret() -> bytes:
    """The secret of a card: what the QR code and the typed code both say."""
    return secrets.token_bytes(16)


def new_pin() -> str:
    """Six digits, to be learnt."""
    return f"{secrets.randbelow(1_000_000):06d}"


def code_of(secret: bytes) -> str:
    """The secret as 26 letters and digits that are hard to misread."""
    number = int.from_bytes(secret, "big")
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(CODE_LENGTH)))


def secret_of(code: str) -> bytes | None:
    """The secret that a typed or scanned code says; None if it says none."""
    signs = code[:100].upper().translate(_MISREAD).strip()
    if len(signs) != CODE_LENGTH or any(sign not in ALPHABET for sign in signs):
        return None
    number = 0
    for sign in signs:
        number = number << 5 | ALPHABET.index(sign)
    return number.to_bytes(17, "big")[1:] if number < 1 << 128 else None


def card_row(secret: bytes) -> str:
    """The id of a card's row. One way: who has the rows does not have the codes."""
    return hashlib.sha256(b"onward card row\x00" + secret).hexdigest()[:32]


def card_number(row: str) -> str:
    """Eight signs that staff read off a card; they open nothing."""
    number = int(row[:10], 16)
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(8)))


def hash_card(secret: bytes, pin: str) -> str:
    """What is kept to check code and PIN together: argon2id over both."""
    return _hasher.hash(secret + _digits(pin))


def card_matches(hashed: str, secret: bytes, pin: str) -> bool:
    """Whether code and PIN are the card's. Takes its full time for a card that does not exist (`hashed` empty)."""
    try:
        return _hasher.verify(hashed or _no_card(), secret + _digits(pin)) and bool(hashed)
    except (VerifyMismatchError, InvalidHashError):
        return False


@cache
def _no_card() -> str:
    return _hasher.hash(secrets.token_bytes(32))


def _digits(pin: str) -> bytes:
    # A PIN may be typed in the digits of any script; what is no digit stays, and so does not match.
    return "".join(str(unicodedata.digit(sign, sign)) for sign in pin[:32] if not sign.isspace()).encode()
