"""A serving process hands its connections on, so that a request finds what the one before has decrypted."""

from django.db import connection

from onward.config.sqlcipher import base


def test_a_serving_process_takes_the_connection_that_was_used_last(programme, monkeypatch):
    monkeypatch.setattr(base, "_idle", [])
    monkeypatch.setenv(base.SERVING, "1")
    connection.ensure_connection()
    first = connection.connection
    connection.close()
    assert base._idle == [first]
    connection.ensure_connection()
    assert connection.connection is first
    assert base._idle == []


def test_a_connection_within_a_transaction_is_never_handed_on(programme, monkeypatch):
    monkeypatch.setattr(base, "_idle", [])
    monkeypatch.setenv(base.SERVING, "1")
    connection.ensure_connection()
    connection.connection.execute("BEGIN")
    connection.close()
    assert base._idle == []


def test_a_command_closes_what_it_opened(programme, monkeypatch):
    monkeypatch.setattr(base, "_idle", [])
    monkeypatch.delenv(base.SERVING, raising=False)
    connection.ensure_connection()
    connection.close()
    assert base._idle == []
