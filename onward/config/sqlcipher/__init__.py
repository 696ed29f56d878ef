"""Django on SQLCipher: every database file is ciphertext.

Django's SQLite backend imports `sqlite3` by name; `sqlcipher3` has the same interface and stands in for it. It must
stand there before that backend is imported, and Django imports this package first of all.
"""

import sys

import sqlcipher3

OLDEST_SQLITE = (3, 51, 3)


def fault() -> str:
    """Why the database's own library cannot be used; "" where it can."""
    if sqlcipher3.sqlite_version_info >= OLDEST_SQLITE:
        return ""
    # Older ones can damage a WAL database when two connections write and checkpoint at once.
    return (
        f"Onward needs SQLite {'.'.join(map(str, OLDEST_SQLITE))} or later; "
        f"the installed sqlcipher3 brings {sqlcipher3.sqlite_version}."
    )


if found := fault():
    raise ImportError(found)

sys.modules["sqlite3"] = sqlcipher3
sys.modules["sqlite3.dbapi2"] = sqlcipher3.dbapi2
