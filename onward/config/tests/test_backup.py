"""The drill: a backup made while somebody writes, restored where nothing was; and what is in its files."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps

from onward.config.backup import aging, aside, copying, making, packing, restoring, tables
from onward.config.backup.refused import BackupRefused
from onward.config.tests.test_command import Shell
from onward.config.tests.test_files import CANARY, _forms
from onward.homecoming.tests.story import Story
from onward.journal import head, keyring, scans, witness
from onward.journal.models import read_models
from onward.kit.dates import now
from onward.kit.ids import new_id
from onward.sealing import parcels, vault
from tests.programme import PASSPHRASE
from tests.residents import arrive

WRITER = """
import sys
import conftest
from pathlib import Path
from onward.sealing import vault
from tests.programme import PASSPHRASE, Programme
from tests.residents import arrive
folder = Path(sys.argv[1])
vault.unlock(folder, PASSPHRASE)
programme = Programme(folder)
programme.open()
print("writing", flush=True)
while True:
    arrive(programme, sys.argv[2])
"""


@pytest.fixture
def told(programme, cast):
    """A programme with a story in it, a scan, and a name that nobody outside may read."""
    story = Story(programme, cast, CANARY).until("wish")
    scans.keep(CANARY.encode() * 100, entry=new_id(), stream=story.case, compartment="identity")
    (programme.folder / "programme.toml").write_text('name = "Backed up"\n')
    return programme


def shell_at(folder: Path, tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    kept = ("PATH", "HOME", "LANG", "PYTHONPATH")
    shell.environment = {key: value for key, value in shell.environment.items() if key in kept}
    shell.environment |= {"ONWARD_DATA": str(folder), "PYTHONPATH": str(Path.cwd())}
    shell.words(PASSPHRASE)
    return shell


def restored(tmp_path: Path, record: Path, *more: str) -> tuple[Shell, subprocess.CompletedProcess[str]]:
    here = tmp_path / "elsewhere"
    here.mkdir(exist_ok=True)
    shell = shell_at(here / "data", here)
    return shell, shell("restore", str(record), *more)


def count_of(folder: Path) -> tuple[int, int]:

    end = copying.end_of(folder / "journal.db", vault.secrets().database_key, "", None)
    return end.entries, copying.count_keys(folder / "keyring.db", vault.secrets().keyring_key)


def test_a_backup_made_while_somebody_writes_is_whole_where_nothing_was(told, cast, tmp_path):
    told.close()
    away = tmp_path / "stick"
    away.mkdir()
    shell = shell_at(told.folder, tmp_path)
    recipient = parcels.make_identity(tmp_path / "identity")
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(told.folder), cast.east],
        stdout=subprocess.PIPE,
        cwd=Path.cwd(),
        env=os.environ,
    )
    with writer:
        assert writer.stdout.readline() == b"writing\n"
        done = shell("backup", str(away), "--to", recipient)
        writer.kill()
    assert done.returncode == 0, done.stderr
    record, ring = sorted(path for path in away.iterdir())
    assert ring.name.endswith(".keyring.age")
    entries = int(done.stdout.split("Entries: ")[1].split(".")[0].replace(",", ""))
    assert not (told.folder / ".backing-up").exists()
    for path in (record, ring):
        content = path.read_bytes()
        assert content.startswith(b"age-encryption.org/v1\n-> X25519")
        assert not [form for form in (*_forms(CANARY), b"Backed up", b"journal.db") if form in content]
    there, out = restored(tmp_path, record, "--identity", str(tmp_path / "identity"))
    assert out.returncode == 0, out.stderr
    assert f"Entries checked: {entries:,}." in out.stdout
    assert "The last entry is number" in out.stdout
    verified = there("journal", "verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr
    assert count_of(there.folder)[0] == entries
    assert count_of(there.folder)[1] <= count_of(told.folder)[1]
    assert there("lock").stdout == "Locked.\n"
    assert [path.name for path in (there.folder / "scans").iterdir()] == [
        path.name for path in (told.folder / "scans").iterdir()
    ]
    again = there("restore", str(record))
    assert (again.returncode, "holds a programme already" in again.stderr) == (1, True)


@pytest.mark.deep
def test_what_is_computed_is_the_same_where_it_was_restored_and_an_older_copy_is_marked(told, cast, tmp_path):
    before = told.rows()
    told.close()
    shell = shell_at(told.folder, tmp_path)
    shell.words("words of the backup alone", "ONWARD_BACKUP_PASSPHRASE_FILE")
    assert shell("backup", str(tmp_path / "one.age")).returncode == 0
    told.open()
    last = head.read().number
    arrive(told, cast.east)
    assert witness.remember(tmp_path / "witness").number == last + 1
    told.close()
    here = tmp_path / "elsewhere"
    here.mkdir()
    there = shell_at(here / "data", here)
    there.words("words of another backup", "ONWARD_BACKUP_PASSPHRASE_FILE")
    assert "cannot be opened" in there("restore", str(tmp_path / "one.age")).stderr
    there.words("words of the backup alone", "ONWARD_BACKUP_PASSPHRASE_FILE")
    remembered = ("restore", str(tmp_path / "one.age"), "--witness", str(tmp_path / "witness"))
    refused = there(*remembered)
    assert (refused.returncode, f"The backup ends with entry {last:,}." in refused.stderr) == (1, True)
    assert list(there.folder.iterdir()) == []
    done = there(*remembered, "--although-older", "The disk broke.")
    assert done.returncode == 0, done.stderr
    assert f"That is written down as entry {last + 1:,}." in done.stdout
    assert "accepted in writing: 1" in there("journal", "verify", "--witness", str(tmp_path / "witness")).stdout
    told.folder = there.folder
    told.open()
    assert told.rows() == before


def plain(source: Path, target: Path) -> None:
    target.write_bytes(source.read_bytes())


def test_what_was_erased_is_not_in_a_record_and_soon_in_no_keyring(programme, tmp_path):
    stream = new_id()
    keyring.key_for(stream, "record")
    with programme.at(now() - timedelta(days=20)):
        old = making.make(programme.folder, tmp_path, plain)
    keyring.destroy_stream_keys(stream)
    made = making.make(programme.folder, tmp_path, plain)
    assert made.keys == old.keys - 1
    assert aging.age_out(tmp_path, keep=made.keyring) == [old.keyring]
    assert sorted(path.name for path in tmp_path.glob("*.age")) == sorted(
        path.name for path in (old.record, made.record, made.keyring)
    )
    aging.age_out(tmp_path, keep=made.keyring)
    assert made.keyring.exists()


def test_a_copy_of_the_keyring_that_should_be_gone_is_refused(programme, tmp_path):
    with programme.at(now() - timedelta(days=15)):
        old = making.make(programme.folder, tmp_path, plain)
    into = tmp_path / "into"
    into.mkdir()
    found = restoring.unpack(old.record, old.keyring, into, plain)
    with pytest.raises(BackupRefused, match="older than 14 days"):
        restoring.check_young(found.keyring)
    with programme.at(now() - timedelta(days=2)):
        restoring.check_young(found.keyring)


def test_without_the_keyring_a_record_and_the_keys_of_the_database_say_nothing_of_anybody(told, tmp_path):
    made = making.make(told.folder, tmp_path, plain)
    into = tmp_path / "into"
    into.mkdir()
    restoring.unpack(made.record, made.keyring, into, plain)
    opened = copying._open(into / "journal.db", vault.secrets().database_key)
    names = [name for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    said = {name: str(opened.execute(f'SELECT * FROM "{name}"').fetchall()) for name in names}
    opened.close()
    assert {name for name, text in said.items() if text != "[]"} <= {*tables.KEPT, "sqlite_sequence"}
    assert said["journal_entry"].count("homecoming.wish_recorded") == 1
    assert [name for name, text in said.items() if CANARY in text or "France" in text] == []
    assert made.manifest.entries > 10


def test_each_working_table_is_kept_or_left_out_on_purpose():
    computed = {model._meta.db_table for model in read_models()}
    tabled = {model._meta.db_table for model in apps.get_models(include_auto_created=True)} | {"django_migrations"}
    named = {*tables.KEPT, *tables.LEFT_OUT}
    working = {table for table in tabled - computed if not table.startswith("toy")}
    assert working - named == set(), "say in config/backup/tables.py whether a backup holds this table"
    assert not computed & named
    assert not set(tables.KEPT) & set(tables.LEFT_OUT)


def test_an_altered_or_foreign_backup_is_refused(programme, tmp_path):

    made = making.make(programme.folder, tmp_path, plain)
    whole = made.record.read_bytes()
    for at in (1, 600, len(whole) // 2, len(whole) - 30_000):
        altered = bytearray(whole)
        altered[at] ^= 1
        made.record.write_bytes(altered)
        into = tmp_path / f"into-{at}"
        into.mkdir()
        with pytest.raises(BackupRefused):
            restoring.unpack(made.record, made.keyring, into, plain).check_signed()
    made.record.write_bytes(whole)
    into = tmp_path / "into"
    into.mkdir()
    found = restoring.unpack(made.record, made.keyring, into, plain)
    found.check_signed()
    with pytest.raises(BackupRefused, match="somebody else"):
        packing.check_signature(found.record, b"other", found.parts["record"][2], bytes.fromhex(found.record.public))
    with pytest.raises(BackupRefused, match="one of the keyring"):
        restoring.unpack(made.keyring, made.record, tmp_path / "into", plain)


def test_what_a_killed_backup_left_is_swept_and_two_at_once_are_refused(programme):

    left = programme.folder / aside.ASIDE
    left.mkdir()
    (left / "keyring.db").write_bytes(b"wrapped keys")
    aside.sweep_leftovers(programme.folder)
    assert not left.exists()
    with aside.aside_of(programme.folder):
        aside.sweep_leftovers(programme.folder)
        assert left.exists()
        with pytest.raises(BackupRefused, match="already"), aside.aside_of(programme.folder):
            pass


def test_a_journal_that_its_head_contradicts_is_not_backed_up(programme, tmp_path):

    (programme.folder / "head").unlink()
    programme.reopen()
    with pytest.raises(BackupRefused, match="signed head"):
        making.make(programme.folder, tmp_path, plain)
    assert list(tmp_path.glob("*.age")) == []


def test_recipients_and_identities_are_read_or_refused_in_a_sentence(tmp_path):
    path = tmp_path / "identity"
    recipient = parcels.make_identity(path)
    assert path.stat().st_mode & 0o077 == 0
    (tmp_path / "plain").write_bytes(b"x" * 200_000)
    parcels.close(tmp_path / "plain", tmp_path / "sealed", recipients=parcels.recipients_from([recipient]))
    parcels.opened(tmp_path / "sealed", tmp_path / "again", identities=parcels.identities_in(path))
    assert (tmp_path / "again").read_bytes() == b"x" * 200_000
    cut = tmp_path / "cut"
    cut.write_bytes((tmp_path / "sealed").read_bytes()[:-1000])
    with pytest.raises(parcels.ParcelRefused, match="cut off"):
        parcels.opened(cut, tmp_path / "half", identities=parcels.identities_in(path))
    assert not (tmp_path / "half").exists()
    with pytest.raises(parcels.ParcelRefused):
        parcels.recipients_from(["age1nonsense"])
    with pytest.raises(parcels.ParcelRefused):
        parcels.identities_in(tmp_path / "plain")
