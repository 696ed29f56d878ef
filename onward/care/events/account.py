"""The journey in the person's own words: for their care and their relatives only."""

from typing import ClassVar

from onward.cases.events import CaseEvent
from onward.journal.compartments import ACCOUNT


class AccountGiven(CaseEvent, frozen=True, kw_only=True):
    """Somebody told of their journey, in their own words and language. It is no evidence, and names no way.

    `interpreter` is who interpreted, "" where nobody had to. What became a need or a search, because the person agreed
    to it, is an entry of its own.
    """

    closed: ClassVar[str | None] = ACCOUNT

    words: str
    language: str = ""
    interpreter: str = ""
    by_name: str = ""


class AccountOpened(CaseEvent, frozen=True, kw_only=True):
    """The person gave their lawyer leave to read the account of their journey."""

    closed: ClassVar[str | None] = ACCOUNT

    lawyer: str
    name: str = ""


class AccountClosed(CaseEvent, frozen=True, kw_only=True):
    """The person took that leave back."""

    closed: ClassVar[str | None] = ACCOUNT
    final: ClassVar[bool] = True

    lawyer: str
