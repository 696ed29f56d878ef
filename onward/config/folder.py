"""The one folder that holds all state, and the few things about the programme that are not secret."""

import hashlib
import os
import tomllib
from pathlib import Path

import msgspec

DATABASE = "journal.db"
OWN_WAYS = "ways"
"""The folder of a programme's own ways within its data."""
PROGRAMME = "programme.toml"
DEMO_SIGN_INS = "demo.signins"
OFFICES = ("case_worker", "liaison", "site_manager", "custody_officer", "coordinator", "oversight")
DEMO_PASSPHRASE = "demo.passphrase"  # noqa: S105 - the name of a file

LONGEST_UNREVIEWED = 180


class Clocks(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When who is told that something is late.

    `hour`: after which the clocks run, once a day. `warning`: the share of a norm after which something counts as
    due soon. `ladder`: office -> days past due after which it is told, lowest first.
    """

    hour: int = 3
    warning: float = 2 / 3
    ladder: dict[str, int] = msgspec.field(
        default_factory=lambda: {"site_manager": 1, "coordinator": 7, "oversight": 14}
    )

    def __post_init__(self) -> None:
        days = list(self.ladder.values())
        if not 0 <= self.hour <= 23:
            raise ValueError("the hour of the clocks is a number from 0 to 23")
        if not 0 < self.warning <= 1:
            raise ValueError("the warning of the clocks is a share of the norm, such as 0.67")
        if not set(self.ladder) <= set(OFFICES):
            raise ValueError(f"the ladder of the clocks has offices: {', '.join(OFFICES)}")
        if not days or days[0] < 1 or days != sorted(set(days)):
            raise ValueError("each rung of the ladder is told later than the one before, the first after a day or more")


class Reviews(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When a stay is reviewed: the `first` review that many days after arrival, then one `every` so many days."""

    first: int = 30
    every: int = 30

    def __post_init__(self) -> None:
        if not (1 <= self.first <= LONGEST_UNREVIEWED and 1 <= self.every <= LONGEST_UNREVIEWED):
            raise ValueError(f"the first and every review are due after 1 to {LONGEST_UNREVIEWED} days")


class Keeping(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How long a closed file is kept: `years`; `lost` years where somebody died, is missing or was taken, since their
    people may ask for long. A child's file is kept that long from the day on which they are of age. `undo`: the days
    within which an erasure that two people agreed to can still be stopped.
    """

    years: int = 5
    lost: int = 30
    undo: int = 14

    def __post_init__(self) -> None:
        if not (1 <= self.years <= 100 and 1 <= self.lost <= 100):
            raise ValueError("a closed file is kept for 1 to 100 years")
        if not 1 <= self.undo <= 90:
            raise ValueError("an erasure can be stopped for 1 to 90 days")


class Backup(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """To whom `onward backup` seals what it writes: public keys as age writes them (`age1...`); none, a passphrase."""

    recipients: list[str] = []

    def __post_init__(self) -> None:
        if not all(one.startswith("age1") for one in self.recipients):
            raise ValueError("a recipient of backups begins with age1")


class Sessions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When staff are signed out by themselves: after `idle` minutes without a page, and after `longest` hours."""

    idle: int = 30
    longest: int = 12

    def __post_init__(self) -> None:
        if not (1 <= self.idle <= 120 and 1 <= self.longest <= 24):
            raise ValueError("sessions are idle for 1 to 120 minutes and last for 1 to 24 hours")


class Identities(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many identities one person may open within an hour; and in a day, from which on oversight is told."""

    hourly: int = 10
    bulk: int = 15

    def __post_init__(self) -> None:
        if not (1 <= self.hourly <= 30 and 1 <= self.bulk <= 30):
            raise ValueError("1 to 30 identities are opened within an hour, and in a day before oversight is told")


class Cases(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """After how many days without anything that happened a resident is named to their case worker: `quiet`."""

    quiet: int = 14

    def __post_init__(self) -> None:
        if not 1 <= self.quiet <= 365:
            raise ValueError("a case is quiet after 1 to 365 days")


class Looks(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How often one person may look for a name within an hour (a form at reception, a search at the desk); and how
    often anew within one form, as they type."""

    hourly: int = 60
    each: int = 40

    def __post_init__(self) -> None:
        if not (1 <= self.hourly <= 300 and 1 <= self.each <= 100):
            raise ValueError("names are looked for 1 to 300 times within an hour, and 1 to 100 times within a form")


class Locking(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When the programme locks itself: `after` so many minutes in which nobody used it; 0, never."""

    after: int = 120

    def __post_init__(self) -> None:
        if not 0 <= self.after <= 24 * 60:
            raise ValueError("the programme locks itself after 1 to 1440 minutes, or with 0 never")


class Oidc(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Another organisation's sign-in that staff may link their accounts to (OpenID Connect): its `name` as staff know
    it, its `address`, this programme's number there as `client`, and the file that holds the word between the two
    (`secret`, within the data folder or by its full name; none where the other side asks for none).
    """

    name: str
    address: str
    client: str
    secret: str = ""

    def __post_init__(self) -> None:
        if not (self.name and self.client):
            raise ValueError("another sign-in has a name and a client")
        if not self.address.startswith(("https://", "http://127.0.0.1:")):
            raise ValueError("the address of another sign-in begins with https://")


class Programme(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `programme.toml` may say: the name that residents see, the time zone, the public address, the clocks,
    the reviews of stay, how long files are kept, who can open backups, how long staff stay signed in,
    after how many days a case is quiet,
    how many identities are opened and names looked for, when it locks itself, where else staff may sign in.
    """

    name: str = "Onward"
    time_zone: str = "Asia/Damascus"
    address: str = ""
    clocks: Clocks = Clocks()
    reviews: Reviews = Reviews()
    keeping: Keeping = Keeping()
    backup: Backup = Backup()
    sessions: Sessions = Sessions()
    cases: Cases = Cases()
    identities: Identities = Identities()
    looks: Looks = Looks()
    lock: Locking = Locking()
    oidc: Oidc | None = None


def data_folder() -> Path:
    """The folder named by ONWARD_DATA, or `data` under the present one."""
    return Path(os.environ.get("ONWARD_DATA") or "data").resolve()


def programme_in(folder: Path) -> Programme:
    """What `programme.toml` in `folder` says; where it is silent, the defaults."""
    try:
        text = (folder / PROGRAMME).read_text(encoding="utf-8")
    except FileNotFoundError:
        return Programme()
    return msgspec.convert(tomllib.loads(text), Programme)


def fingerprint(*folders: Path) -> str:
    """A short word for the content of every file under `folders`."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:8]
