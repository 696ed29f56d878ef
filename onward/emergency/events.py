"""That a file was opened in an emergency: asked for, agreed to or refused, each look, and the review.

A clock's worth of quiet: none of it decides anything of the way, so no page of those who keep the person is out of
date because of it, and nothing tells them that it happened.
"""

from collections.abc import Mapping
from typing import ClassVar

from onward.cases.events import CaseEvent


class OpeningAsked(CaseEvent, frozen=True, kw_only=True):
    """Somebody asked to open the file in an emergency, and why (`reason`, sealed as legal).

    `organisation`, `roles`, `site` and `custody` are as they were then: where one of them changes, it opens nothing.
    """

    final: ClassVar[bool] = True
    quiet: ClassVar[bool] = True
    compartments: ClassVar[Mapping[str, str]] = {"reason": "legal"}

    organisation: str
    roles: tuple[str, ...] = ()
    site: str = ""
    custody: str = ""
    reason: str = ""


class OpeningConfirmed(CaseEvent, frozen=True, kw_only=True):
    """A second person, of another organisation, agreed. It opens the file for half an hour from here."""

    final: ClassVar[bool] = True
    quiet: ClassVar[bool] = True

    asked: str
    organisation: str


class OpeningRefused(CaseEvent, frozen=True, kw_only=True):
    """A second person refused; it opens nothing."""

    final: ClassVar[bool] = True
    quiet: ClassVar[bool] = True
    compartments: ClassVar[Mapping[str, str]] = {"words": "legal"}

    asked: str
    words: str = ""


class FileOpened(CaseEvent, frozen=True, kw_only=True):
    """Whoever asked looked into the file. Written, and durable, before a key is used."""

    final: ClassVar[bool] = True
    quiet: ClassVar[bool] = True

    asked: str


class OpeningReviewed(CaseEvent, frozen=True, kw_only=True):
    """Oversight looked at it afterwards: was it in order? `withheld`: the person does not see that it happened."""

    final: ClassVar[bool] = True
    quiet: ClassVar[bool] = True
    compartments: ClassVar[Mapping[str, str]] = {"words": "legal"}

    asked: str
    in_order: bool
    withheld: bool = False
    words: str = ""
