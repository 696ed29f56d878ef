"""What may happen to organisations, sites, blocks and places. The stream is the organisation or the site."""

from typing import ClassVar, Literal

from onward.access.events import WorkplaceEvent
from onward.journal.events import Event


class OrganisationEvent(WorkplaceEvent, frozen=True, kw_only=True):
    """Base of what says who an organisation is.

    `parent` is the organisation that it answers to; `sort` is one of `places.rules.ORGANISATION_KINDS`; the contact
    is an office and, where one is known, the person in it.
    """

    workplace: ClassVar[Literal["organisation", "site"]] = "organisation"
    sort: str
    parent: str = ""
    contact_office: str = ""
    contact_name: str = ""

    @property
    def answers_to(self) -> str:
        """The organisation above it."""
        return self.parent


class OrganisationAdded(OrganisationEvent, frozen=True, kw_only=True):
    """An organisation takes part: a group, the army it belongs to, a relief organisation, oversight."""


class OrganisationChanged(OrganisationEvent, frozen=True, kw_only=True):
    """An organisation has another name, parent, kind or contact. The whole is said again."""


class SiteEvent(WorkplaceEvent, frozen=True, kw_only=True):
    """Base of what says what a site is: its sort (`places.rules.SITE_KINDS`) and the organisation that runs it."""

    workplace: ClassVar[Literal["organisation", "site"]] = "site"
    sort: str
    organisation: str

    @property
    def answers_to(self) -> str:
        """The organisation that runs it."""
        return self.organisation


class SiteAdded(SiteEvent, frozen=True, kw_only=True):
    """A site is known: a checkpoint, a camp, a centre, a house. Never where exactly it lies."""


class SiteChanged(SiteEvent, frozen=True, kw_only=True):
    """A site has another name or kind, or another organisation runs it. The whole is said again."""


class LooseningAsked(Event, frozen=True, kw_only=True):
    """Somebody asks that an organisation answer to another one (`above`) than now or to none, or that another run a
    site. Nothing holds by it: a second person, of an organisation unrelated to `acting_for`, says the same."""

    above: str = ""
    acting_for: str = ""


class BlockEvent(Event, frozen=True, kw_only=True):
    """Base of what says what a block of a site is. The stream is the site; `block` is the block's id.

    Its places are numbered from 1 to `places`; `out_of_use` are the numbers that nobody can sleep in now, `accessible`
    those that somebody who walks badly can reach and use.
    """

    block: str
    name: str
    meant_for: str = "anyone"
    places: int = 0
    out_of_use: tuple[int, ...] = ()
    accessible: tuple[int, ...] = ()


class BlockAdded(BlockEvent, frozen=True, kw_only=True):
    """A site has a block more: a row of tents, a floor, a house; whom it is meant for and its places."""


class BlockChanged(BlockEvent, frozen=True, kw_only=True):
    """A block has another name, is meant for others, or has more or fewer places. The whole is said again."""
