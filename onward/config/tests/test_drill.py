"""The drill after an erasure, by the command line alone: erased, backed up, restored elsewhere, and looked for."""

import pytest

from onward.config.tests.test_backup import restored, shell_at
from onward.kit.dates import now
from onward.sealing import parcels, vault
from tests.erasing import AFTER, CANARY, File
from tests.pages_of import everything


@pytest.mark.deep
def test_who_was_erased_is_in_no_backup_and_what_was_restored_is_sound(programme, cast, tmp_path):
    with programme.at(now() - AFTER):
        file = File(programme, cast).filled()
        other = File(programme, cast, "Clear River").filled("Sparrow")
        file.agreed()
    assert CANARY.encode() in everything(programme.folder)
    programme.close()
    here = shell_at(programme.folder, tmp_path)
    done = here("nightly", "--date-is-right")
    assert (done.returncode, "Files erased: 1." in done.stdout) == (0, True), done.stdout + done.stderr
    away = tmp_path / "stick"
    away.mkdir()
    made = here("backup", str(away), "--to", parcels.make_identity(tmp_path / "identity"))
    assert made.returncode == 0, made.stderr
    record = min(away.iterdir())
    there, out = restored(tmp_path, record, "--identity", str(tmp_path / "identity"))
    assert out.returncode == 0, out.stderr
    verified = there("journal", "verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr
    for folder in (programme.folder, there.folder):
        assert vault.exists(folder)
        found = everything(folder)
        assert CANARY.encode() not in found
        assert b"Quiet Cedar" not in found
        assert b"Sparrow" in found
    programme.folder = there.folder
    programme.open()
    assert [row["id"] for row in programme.rows()["cases_case"]] == [other.case]
