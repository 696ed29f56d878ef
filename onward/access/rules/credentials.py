"""Pseudonyms and one-time passwords, drawn at random, and how a password is kept."""

import re
import secrets
from typing import Any

import msgspec
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext

COLOURS = "amber azure coral ivory jade lilac olive pearl plum sage sand silver slate teal violet white"
BIRDS = "crane dove egret finch heron ibis lark plover robin rook stork swift tern thrush wagtail wren"
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without i, l, o, 0 and 1, which are misread on paper."""


def new_username() -> str:
    """A neutral sign-in name that says nothing of its owner, such as `sage-heron-407`."""
    return f"{secrets.choice(COLOURS.split())}-{secrets.choice(BIRDS.split())}-{secrets.randbelow(900) + 100}"


def new_password() -> str:
    """A one-time password of 79 random bits, in four groups for reading aloud."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))


def first_half(asked: str) -> str:
    """The half that whoever asks for something is shown. It follows from what was asked and the programme's own secret,
    so it is kept nowhere until the second half is drawn."""
    number = int.from_bytes(salted_hmac("onward.access.half", asked, algorithm="sha256").digest())
    signs = []
    for _sign in range(8):
        number, at = divmod(number, len(LETTERS))
        signs.append(LETTERS[at])
    return f"{''.join(signs[:4])}-{''.join(signs[4:])}"


def new_half() -> str:
    """Draw the other half."""
    return new_password()[:9]


class SignIn(msgspec.Struct, frozen=True, kw_only=True):
    """What a member of staff signs in with first. The password is shown once and kept nowhere.

    It is empty where the act had been done before: a page sent twice does not show it again. `half`: it is the first or
    the second half of it (1, 2), and the other one is shown to somebody else. `asked`: what waits for a second person.
    """

    staff: str
    username: str
    password: str = ""
    half: int = 0
    asked: str = ""


class Argon2(Argon2PasswordHasher):
    """Argon2id at 19 MiB and two passes: Django's own 100 MiB would double a small server's memory."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1


class OwnWords:
    """Refuses a password that is little more than the programme's name, this program's, or parts of one's own."""

    LEFT = 8

    def __init__(self, *, words: str) -> None:
        self.words = words

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ValidationError when too few signs are left without those words."""
        known = re.findall(r"[^\W_]{3,}", f"{self.words} {getattr(user, 'username', '')}".casefold())
        left = re.sub("|".join(map(re.escape, sorted(known, key=len, reverse=True))), "", password.casefold())
        if len(left) < self.LEFT:
            raise ValidationError(gettext("This is made of the programme's name or of yours. Choose other words."))

    def get_help_text(self) -> str:
        """Nothing: the length is what matters, and is said."""
        return ""


class LongEnough(MinimumLengthValidator):
    """Refuses a short password in a sentence that is there in every language: Django's own is not."""

    def get_error_message(self) -> str:
        return gettext("At least 12 characters. Several words that you alone would put together.")
