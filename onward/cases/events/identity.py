"""Who a person is: sealed apart, and every opening said first."""

from collections.abc import Mapping
from typing import ClassVar

from onward.cases.events.shape import CaseEvent
from onward.journal.events import Event


class IdentityNoted(CaseEvent, frozen=True, kw_only=True):
    """What a person says of who they are, written as said, in any script; the latest stands.

    `names` are full names of the one person in several spellings, `aliases` are other names altogether,
    `nationality` is what the person claims (a country's code, or their words), `birth_year` may be a guess
    (`birth_year_guessed`). All of it is sealed in the identity compartment. `sex` and `age` (a band) are not:
    safe places depend on them; empty leaves them as they were.
    """

    compartments: ClassVar[Mapping[str, str]] = {
        "names": "identity",
        "aliases": "identity",
        "nationality": "identity",
        "birth_year": "identity",
        "birth_year_guessed": "identity",
    }

    names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    nationality: str = ""
    birth_year: int | None = None
    birth_year_guessed: bool = False
    sex: str = ""
    age: str = ""


class OpeningRefused(CaseEvent, frozen=True, kw_only=True):
    """Somebody would have opened more identities within an hour than one person may; this one stayed closed."""

    final: ClassVar[bool] = True
    quiet: ClassVar[bool] = True

    reason: str


class IdentityOpened(CaseEvent, frozen=True, kw_only=True):
    """Somebody opened a person's identity, for the reason given. Written before the key is used."""

    final: ClassVar[bool] = True

    reason: str


class OpeningWithheld(CaseEvent, frozen=True, kw_only=True):
    """Oversight keeps an opening from the person's own page, and why (`words`, sealed as legal). This stays written."""

    final: ClassVar[bool] = True
    quiet: ClassVar[bool] = True
    compartments: ClassVar[Mapping[str, str]] = {"words": "legal"}

    opening: str
    words: str = ""


class NameSought(Event, frozen=True, kw_only=True):
    """Somebody looked for a person by a name: once a form at reception, once a search at the desk. Said in the stream
    of whoever looked; never which name, nor whether anybody was found.

    `where` is "reception" or "desk", `site` where they work, if at one site. `beyond`: it was more than one person may
    look for within an hour, so nothing was looked for; written once an hour.
    """

    quiet: ClassVar[bool] = True

    where: str
    site: str = ""
    beyond: bool = False
