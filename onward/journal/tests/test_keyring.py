import base64
import threading
from contextlib import closing

import pytest
import sqlcipher3
from django.conf import settings

from onward.journal import keyring
from onward.kit.errors import NotFound
from onward.kit.ids import new_id
from onward.sealing import vault


def _file():
    return settings.ONWARD_DATA / keyring.KEYRING_FILE


def _bytes():
    return b"".join(path.read_bytes() for path in settings.ONWARD_DATA.iterdir() if path.is_file())


def test_a_stream_has_one_key_a_compartment_and_keeps_it(programme):
    stream = new_id()
    first = keyring.key_for(stream, "record")
    assert keyring.key_for(stream, "record") == first
    assert keyring.key_for(stream, "identity") != first
    assert keyring.key_for(new_id(), "record") != first
    programme.reopen()
    assert keyring.key_for(stream, "record") == first


def test_an_opaque_id_gives_the_key_and_only_the_keyring_knows_its_compartment(programme):
    key_id, key = keyring.key_for(new_id(), "gbv")
    assert keyring.key_among(key_id, ("record", "gbv")) == ("gbv", key)
    assert keyring.key_among(key_id, ("record",)) is None
    assert keyring.key_among(b"not one of ours.", ("gbv",)) is None


def test_several_keys_are_made_at_once(programme):
    stream, before = new_id(), keyring.count_keys()
    keys = keyring.keys_for(stream, ("record", "identity", "record"))
    assert set(keys) == {"record", "identity"}
    assert keys["identity"] == keyring.key_for(stream, "identity")
    assert keyring.count_keys() == before + 2


def test_a_destroyed_key_is_gone_from_memory_and_from_every_page(programme):
    stream = new_id()
    key_id, key = keyring.key_for(stream, "record")
    other = keyring.key_for(new_id(), "record")
    assert keyring.destroy_stream_keys(stream) == 1
    assert keyring.key_among(key_id, ("record",)) is None
    assert keyring.key_among(other[0], ("record",)) == ("record", other[1])
    assert _file().with_name(f"{keyring.KEYRING_FILE}-wal").stat().st_size == 0
    with closing(_raw()) as connection:
        pages = b"".join(row[0] for row in connection.execute("SELECT wrapped FROM data_key"))
        assert connection.execute("PRAGMA freelist_count").fetchone()[0] == 0
    assert key not in pages
    programme.reopen()
    assert keyring.key_among(key_id, ("record",)) is None
    with pytest.raises(NotFound):  # nothing more can be said in it
        keyring.key_for(stream, "record")
    assert keyring.erased_streams() == [stream]


def test_a_key_that_another_process_destroyed_is_not_used_from_memory(programme):
    stream = new_id()
    key_id, _ = keyring.key_for(stream, "record")
    with closing(_raw()) as elsewhere:
        elsewhere.execute("DELETE FROM data_key WHERE stream = ?", (stream,))
        elsewhere.commit()
    assert keyring.key_among(key_id, ("record",)) is None


def test_two_processes_that_begin_at_once_agree(programme):
    stream = new_id()
    other = keyring.Keyring(settings.ONWARD_DATA)
    try:
        assert other.keys_for(stream, ("record",))["record"] == keyring.key_for(stream, "record")
    finally:
        other.connection.close()


def test_many_threads_make_one_key(programme):
    stream, found = new_id(), set()
    threads = [threading.Thread(target=lambda: found.add(keyring.key_for(stream, "record"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 1


def test_the_file_tells_nothing(programme):
    stream = new_id()
    key_id, key = keyring.key_for(stream, "a-compartment")
    everything = _bytes()
    for telling in (stream.encode(), b"a-compartment", key_id, key, key.hex().encode(), base64.b64encode(key)):
        assert telling not in everything
    with pytest.raises(sqlcipher3.DatabaseError):
        sqlcipher3.connect(str(_file())).execute("SELECT count(*) FROM data_key")


def _raw():
    connection = sqlcipher3.connect(str(_file()))
    connection.execute(f"PRAGMA key = \"x'{vault.secrets().keyring_key.hex()}'\"")
    return connection
