"""What may happen to a member of staff, and the shape of the events that found a place of work."""

from typing import ClassVar, Literal

from onward.journal.events import Event


class StaffEvent(Event, frozen=True, kw_only=True):
    """Base of what says who a member of staff is, what they may do and where. The stream is their id."""

    name: str
    roles: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    everywhere: bool = False
    organisation: str = ""
    languages: tuple[str, ...] = ()


class StaffJoined(StaffEvent, frozen=True, kw_only=True):
    """A person joined the staff: the name others see, the roles, the sites, the organisation, the languages."""


class StaffChanged(StaffEvent, frozen=True, kw_only=True):
    """A member of staff has other roles, sites, languages, or another name. The whole is said again."""


class StaffLeft(Event, frozen=True, kw_only=True):
    """A member of staff left. Their account is closed at once."""

    reason: str = ""


class AccessRenewed(Event, frozen=True, kw_only=True):
    """An administrator gave a member of staff a new one-time password; `second_step`: and took off a lost one."""

    second_step: bool = True


class SessionsEnded(Event, frozen=True, kw_only=True):
    """A member of staff was signed out wherever they were signed in: by themselves, or by an administrator."""


class WorkplaceEvent(Event, frozen=True, kw_only=True):
    """Base of the events that found or rename an organisation or a site. The stream is its id.

    Access lists where people may work without knowing who emits these.
    """

    workplace: ClassVar[Literal["organisation", "site"]]
    name: str
