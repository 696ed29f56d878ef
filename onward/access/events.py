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


class RolesAsked(Event, frozen=True, kw_only=True):
    """Somebody asked that a member of staff has these roles, at these sites: what takes two people of two
    organisations. Nothing of it holds until a second one agrees. `acting_for`: the organisation of whoever asked."""

    name: str
    roles: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    everywhere: bool = False
    organisation: str = ""
    languages: tuple[str, ...] = ()
    acting_for: str = ""


class RolesConfirmed(StaffEvent, frozen=True, kw_only=True):
    """A second person, of another organisation, agreed to the roles that were asked for. The whole is said again.

    `renewed`: the person had no such role before, so they sign in anew, with a password of two halves.
    """

    asked: str = ""
    acting_for: str = ""
    renewed: bool = False


class RenewalAsked(Event, frozen=True, kw_only=True):
    """Somebody asked for a new one-time password of a person who opens what is closed; `second_step`: and that a lost
    one is taken off. What they sign in with stays until a second person agrees."""

    second_step: bool = False
    acting_for: str = ""


class GrantRefused(Event, frozen=True, kw_only=True):
    """A second person refused what was asked for a member of staff; nothing changed."""

    asked: str
    words: str = ""


class GrantWithdrawn(Event, frozen=True, kw_only=True):
    """Whoever asked something for a member of staff took it back; nothing changed."""

    asked: str


class StaffLeft(Event, frozen=True, kw_only=True):
    """A member of staff left. Their account is closed at once."""

    reason: str = ""


class AccessRenewed(Event, frozen=True, kw_only=True):
    """An administrator gave a member of staff a new one-time password; `second_step`: and took off a lost one.

    `asked`: where it took two people, what the first one had asked.
    """

    second_step: bool = True
    asked: str = ""
    acting_for: str = ""


class SessionsEnded(Event, frozen=True, kw_only=True):
    """A member of staff was signed out wherever they were signed in: by themselves, or by an administrator."""


class WorkplaceEvent(Event, frozen=True, kw_only=True):
    """Base of the events that found or rename an organisation or a site. The stream is its id.

    Access lists where people may work without knowing who emits these.
    """

    workplace: ClassVar[Literal["organisation", "site"]]
    name: str

    @property
    def answers_to(self) -> str:
        """The organisation above an organisation, or the one that runs a site."""
        return ""
