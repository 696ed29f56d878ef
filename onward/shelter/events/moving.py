"""What happens between places: people sent on, received, kept back, and given a bed or tent."""

from collections.abc import Mapping
from typing import ClassVar

from onward.cases.events import CaseEvent
from onward.journal.compartments import LEGAL


class TransferSent(CaseEvent, frozen=True, kw_only=True):
    """A person was sent on to another site, and whoever answers for them now signed for the sending.

    Nothing moves yet: until the other end signs, the person counts at the sender's site, in the sender's custody,
    and the sender holds their days. `group` is shared by the people sent together, each in their own stream.
    `matter` is the transfer under way that this entry opens, `expected` what the receiving site owes from then on: to
    sign, or to find out where they are. `speaks` is the language to receive them in.
    """

    correctable: ClassVar[tuple[str, ...]] = ("note",)

    group: str
    from_site: str
    to_site: str
    to_custody: str
    matter: str
    expected: str = ""
    by_name: str = ""
    speaks: str = ""
    note: str = ""


class TransferReceived(CaseEvent, frozen=True, kw_only=True):
    """A person sent on has arrived and the receiver signed: site and custody pass at this moment.

    `transfer` is the entry that sent them.
    """

    correctable: ClassVar[tuple[str, ...]] = ("note",)

    transfer: str
    by_name: str = ""
    note: str = ""


class TransferCancelled(CaseEvent, frozen=True, kw_only=True):
    """A person sent on is not going after all, or came back; the sender goes on answering for them."""

    correctable: ClassVar[tuple[str, ...]] = ("reason",)

    transfer: str
    reason: str = ""
    by_name: str = ""


class Placed(CaseEvent, frozen=True, kw_only=True):
    """A person was given a place: a bed or tent of a block at the site where they are.

    `together` are the cases given places in the same act; `before` is the place they left, if any; `parted`: the family
    asked themselves not to be housed together. `overrode` are the rules (`shelter.rules.words.RULES`) that somebody
    who may know them set aside, and `because` why: oversight sees each.
    """

    compartments: ClassVar[Mapping[str, str]] = {"overrode": LEGAL, "because": LEGAL}

    site: str
    block: str
    place: str
    together: tuple[str, ...] = ()
    before: str = ""
    parted: bool = False
    overrode: tuple[str, ...] = ()
    because: str = ""
