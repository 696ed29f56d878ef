"""The database backend: Django's own for SQLite, with the key sent first on every new connection."""

from typing import Any

import sqlcipher3
from django.db.backends.sqlite3.base import DatabaseWrapper as SQLiteWrapper

from onward.sealing import vault


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
