"""Copies of the keyring grow old and go: an erased key lives no longer in backups than this."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from onward.config.backup.names import KEYRING_ENDING, NAMED
from onward.journal.keyring import COPIES_DAYS
from onward.kit.dates import now


def age_out(folder: Path, keep: Path) -> list[Path]:
    """Remove the copies of keyrings in `folder` that are older than COPIES_DAYS, except `keep`. Gives which."""
    oldest = now() - timedelta(days=COPIES_DAYS)
    old = [path for path in sorted(folder.glob(f"*{KEYRING_ENDING}")) if path != keep and _made_at(path) < oldest]
    for path in old:
        path.unlink(missing_ok=True)
    return old


def _made_at(path: Path) -> datetime:
    # By its name where it has a date: the date of the file is that of whoever copied it last.
    known = NAMED.fullmatch(path.name)
    if known:
        return datetime.strptime(known[2], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)
