"""What is offered at a site. The stream is the site."""

from onward.journal.events import Event


class ServiceOffered(Event, frozen=True, kw_only=True):
    """A service is there for whoever is at the site; said again under the same `service`, it has changed.

    `sort` is a kind of need (`care.rules.NEEDS`), `women`: a woman can be asked for.
    """

    service: str
    name: str
    sort: str
    contact: str = ""
    hours: str = ""
    where: str = ""
    women: bool = False


class ServiceEnded(Event, frozen=True, kw_only=True):
    """A service is no longer there. What was sent to it stays as it stands."""

    service: str
