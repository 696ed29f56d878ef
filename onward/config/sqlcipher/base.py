"""The database backend: Django's own for SQLite, with the key sent first on every new connection."""

import os
from typing import Any

import sqlcipher3
from django.db.backends.sqlite3.base import DatabaseWrapper as SQLiteWrapper

from onward.config.worker import SERVING
from onward.sealing import vault

_idle: list[sqlcipher3.Connection] = []
"""Connections of the serving process that no thread uses now, the one used last on top.

A write through one connection empties what every other has kept of the database, and to decrypt it again is a fifth
of a page's cost. So a request takes the connection that was used last, whichever thread it runs on."""


class KeyedConnection(sqlcipher3.Connection):  # type: ignore[misc]  # it ships no types
    """A connection that has been given its key before anything else can be asked of it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        key = vault.secrets().database_key
        super().__init__(*args, **kwargs)
        self.execute(f"PRAGMA key = \"x'{key.hex()}'\"")


class DatabaseWrapper(SQLiteWrapper):
    """Django's SQLite, opened with the vault's database key. Raises vault.Locked when there is none."""

    def get_connection_params(self) -> dict[str, Any]:
        return {**super().get_connection_params(), "factory": KeyedConnection}

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """The connection that was used last, or a new one."""
        try:
            return _idle.pop()
        except IndexError:
            return super().get_new_connection(conn_params)

    def _close(self) -> None:
        # Django closes at the end of each request (CONN_MAX_AGE); here that hands the connection on.
        if SERVING in os.environ and self.connection is not None and not self.connection.in_transaction:
            _idle.append(self.connection)
        else:
            super()._close()  # type: ignore[misc]  # the stubs leave it out
