"""What is left of a stream, gone: its rows, then its keys and scans, then every trace in the database's own files.

Its entries stay, sealed with keys that nobody has: the chain goes on, and says nothing of what they said.
"""

from django.db import connection, transaction

from onward.journal import keyring, quick, scans
from onward.journal.models import read_models

PATIENCE_MS = 1000


def forget_rows(stream: str) -> int:
    """Delete every row that was computed from a stream; inside transaction.atomic. Gives how many there were."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("forget_rows() belongs inside transaction.atomic")
    return sum(quick.delete(model, {"stream": stream}) for model in read_models())


def destroy_stream(stream: str) -> None:
    """Destroy the keys of a stream, then its sealed files. Safe to break off and to repeat. Raises KeyringBusy."""
    keyring.destroy_stream_keys(stream)
    scans.forget(stream)


def clear_traces() -> bool:
    """Empty the database's log, in which the old pages are. False while somebody reads: try again."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        (patience,) = cursor.fetchone()
        try:
            # While it waits for readers, nobody can write: so it does not wait for long.
            cursor.execute(f"PRAGMA busy_timeout = {min(int(patience), PATIENCE_MS)}")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return not cursor.fetchone()[0]
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {int(patience)}")
