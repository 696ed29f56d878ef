import base64
import gzip

import pytest
import sqlcipher3
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection

from onward.journal import keyring, scans
from onward.kit.ids import new_id
from onward.sealing import vault

CANARY = "Canary of Azaz"


def _forms(text):
    plain = text.encode()
    yield plain
    yield text.encode("utf-16-le")
    yield plain.hex().encode()
    yield from (base64.b64encode(plain[start:])[2:-4] for start in range(3))
    yield gzip.compress(plain)[10:-8]


def _plant(programme):
    session = SessionStore()
    session["note"] = CANARY
    session.save()
    keyring.key_for(CANARY, CANARY)
    scans.keep(CANARY.encode(), entry=new_id(), stream=CANARY, compartment=CANARY)
    programme.sql("CREATE TABLE planted (text TEXT)")
    programme.sql("INSERT INTO planted VALUES (%s)", CANARY)
    programme.sql("DELETE FROM planted WHERE text = %s", CANARY)
    programme.sql(
        "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 500)"
        " INSERT INTO planted SELECT %s || i FROM n",
        CANARY,
    )


def test_no_file_holds_what_was_written(programme):
    _plant(programme)
    files = [path for path in settings.ONWARD_DATA.rglob("*") if path.is_file()]
    assert {"journal.db", "journal.db-wal", "keyring.db"} <= {path.name for path in files}
    for path in files:
        content = path.read_bytes()
        assert not [form for form in _forms(CANARY) if form in content], path.name
    programme.close()
    for path in settings.ONWARD_DATA.rglob("*"):
        assert not path.is_file() or CANARY.encode() not in path.read_bytes()


def test_the_files_are_not_databases_to_anyone_without_the_key(programme):
    for name in ("journal.db", "keyring.db"):
        keyring.key_for("any", "record")
        path = settings.ONWARD_DATA / name
        assert not path.read_bytes().startswith(b"SQLite format 3")
        for key in ("", f"PRAGMA key = \"x'{'00' * 32}'\""):
            stranger = sqlcipher3.connect(str(path))
            with pytest.raises(sqlcipher3.DatabaseError):
                stranger.executescript(f"{key}; SELECT * FROM sqlite_master;")
            stranger.close()


def test_a_locked_process_cannot_connect(programme):
    held = vault.secrets()
    programme.close()
    vault.forget()
    try:
        with pytest.raises(vault.Locked):
            connection.ensure_connection()
    finally:
        vault.hold(held)


def test_every_connection_is_as_durable_as_it_must_be(programme):
    settled = {
        name: programme.sql(f"PRAGMA {name}")[0][0]
        for name in ("journal_mode", "synchronous", "secure_delete", "temp_store", "foreign_keys")
    }
    assert settled == {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "temp_store": 2,
        "foreign_keys": 1,
    }
    assert sqlcipher3.sqlite_version_info >= (3, 51, 3)
