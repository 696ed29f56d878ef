"""Unlock this process: the vault, and the one setting that comes out of it."""

import hmac
import os
from pathlib import Path
from secrets import token_hex

from onward.config.folder import DEMO_PASSPHRASE
from onward.journal import clock
from onward.sealing import locking, vault
from onward.sealing.shares import share_from


def passphrase_file(folder: Path) -> Path | None:
    """The file that this folder's passphrase may be read from: ONWARD_PASSPHRASE_FILE, or the demo's own."""
    if named := os.environ.get("ONWARD_PASSPHRASE_FILE"):
        return Path(named)
    demo = folder / DEMO_PASSPHRASE
    return demo if demo.is_file() else None


def read_passphrase(path: Path) -> str:
    """The first line of a passphrase file."""
    return path.read_text(encoding="utf-8").split("\n", 1)[0]


def share_in_file(folder: Path) -> bytes:
    """The other half of a lock that takes two, from the file that ONWARD_SHARE_FILE names; else empty. Raises NoShare,
    OSError."""
    named = os.environ.get("ONWARD_SHARE_FILE")
    if not named or not vault.takes_two(folder):
        return b""
    return share_from(Path(named).read_text(encoding="ascii", errors="replace"))


def unlock_process(folder: Path, passphrase: str, *, share: bytes = b"", by_person: bool = False) -> None:
    """Unlock the vault and take the session key. Raises WrongPassphrase.

    Whoever unlocks vouches for the date: from then on the journal's clock refuses to jump. In a demonstration
    there is nobody to vouch, and nothing that could be done wrong.
    """
    vault.unlock(folder, passphrase, share)
    take_session_key()
    clock.confirm(by_person=by_person or (folder / DEMO_PASSPHRASE).is_file())


def weigh_date(folder: Path) -> None:
    """In a worker that unlocked itself: whether its date can be gone by. A demonstration goes by any."""
    if "ONWARD_SERVING" in os.environ and not (folder / DEMO_PASSPHRASE).is_file():
        clock.weigh(_last_moment())


def date_is_far() -> bool:
    """Whether the machine's date is more than a day from the last entry."""
    return clock.is_far(_last_moment())


def _last_moment() -> int:
    from django.db import DatabaseError

    from onward.journal import rows
    from onward.journal.node import this_node

    try:
        return rows.tip(this_node()).clock
    except DatabaseError:  # no tables yet
        return 0


def take_session_key() -> None:
    """Give Django the key that belongs to this programme, in place of the throw-away one of a locked process."""
    from django.conf import settings

    if settings.configured:
        settings.SECRET_KEY = session_key(settings.ONWARD_DATA)


def bring_up_to_date() -> None:
    """Change the tables to what this version of the program expects, where an older one made them."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0)
    connection.close()


def session_key(folder: Path) -> str:
    """What signs sessions since the last lock; a throw-away key in a locked process, which signs nothing."""
    if not vault.is_unlocked():
        return token_hex(32)
    key = bytes.fromhex(vault.secrets().session_key)
    return hmac.digest(key, locking.epoch(folder), "sha256").hex()
