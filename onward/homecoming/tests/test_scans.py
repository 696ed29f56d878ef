"""Sealed scans: complete before anything is said, opened with a reason, a file and never a page."""

import os
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from onward.cases.actions import open_identity
from onward.cases.queries import case_for
from onward.harmless.tests.made import CANARY, bomb, jpeg, pdf
from onward.homecoming.queries import scan_of
from onward.homecoming.rules.papers import MOST_BYTES
from onward.journal import keyring, scans
from onward.journal.reading import history
from onward.kit.dates import today
from onward.kit.errors import NotFound, RuleBroken
from onward.kit.ids import new_id
from tests.cast import client_for
from tests.journeys.clear import files_in, found_in

WORDS = "Amina Zenobia Mirkovic 1991"
PDF = b"%PDF-1.7 " + WORDS.encode() + b" " * 1000
"""As `harmless` would give it: the acts take what is drawn anew already."""
SENT = pdf() + b"% " + WORDS.encode()


def sent(story, **said):
    page = reverse("homecoming:record_papers", args=[story.case])
    form = {"paper": "passport", "hands": "safe", "on": today().isoformat(), "entry": new_id()}
    return client_for(story.cast.lina).post(page, {**form, "version": story.version, **said})


def file(content=SENT, name="Amina.pdf"):
    return SimpleUploadedFile(name, content, content_type="text/html")


def folder():
    return Path(settings.ONWARD_DATA) / scans.FOLDER


def kept():
    return sorted(path.name for path in folder().glob("*"))


def test_it_is_sealed_under_its_entry_and_nothing_of_it_lies_in_the_clear(story, programme):
    assert sent(story, scan=file(), number="X-77").status_code == 302
    [paper] = story.standing.papers
    assert kept() == [paper.id] == [paper.scan]
    assert found_in(files_in(programme.folder), [WORDS, "Amina", "X-77-"]) == []
    assert history(story.case)[-1].event.scan == ""
    programme.check_rebuild()


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(path.read_bytes()[:-1] + b"\0")])
def test_a_scan_that_is_gone_or_altered_is_named_by_who_verifies_the_journal(story, programme, harm):
    sent(story, scan=file())
    assert programme.verify().fault is None
    (name,) = kept()
    harm(folder() / name)
    fault = programme.verify().fault
    assert (fault.entry, "The scan of entry" in fault.sentence) == (name, True)


@pytest.mark.parametrize(
    "content", [b"<html>", b"", b"MZ" * 100, b" %PDF-1.7", b"%PDF-" + bytes(MOST_BYTES), SENT[:30]]
)
def test_what_is_no_scan_is_refused_and_nothing_is_kept(story, content):
    before = story.kinds()
    answer = sent(story, scan=file(content))
    assert answer.status_code == 422
    assert 'id="id_scan_error"' in answer.content.decode()
    assert (story.kinds(), kept()) == (before, [])


def test_what_is_kept_is_what_was_seen_and_nothing_behind_it(story):
    assert sent(story, scan=file(jpeg(), name="../../../Amina.jpg.html")).status_code == 302
    (name,) = kept()
    assert name == story.standing.papers[0].id
    opening = open_identity(story.cast.sami, case=story.case, reason="To look at it.")
    given = scan_of(story.cast.sami, case_for(story.cast.sami, story.case), name, opening=opening)
    assert given.sort == "jpg"
    assert CANARY in jpeg()
    assert CANARY not in given.content


def test_one_that_would_break_the_machine_is_one_sentence_beside_the_field(story):
    before = story.kinds()
    page = sent(story, scan=file(bomb())).content.decode()
    assert "This file asks for more than a scan does." in page.split('id="id_scan_error"')[1][:300]
    assert (story.kinds(), kept()) == (before, [])


def test_one_far_too_large_is_refused_in_a_sentence_without_being_held(story):
    answer = sent(story, scan=file(b"%PDF-" + bytes(12_000_000)))
    assert answer.status_code == 422
    assert "10 MB at most" in answer.content.decode()


def test_one_without_end_is_not_read_at_all(story, settings):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1000
    before = story.kinds()
    assert sent(story, scan=file(SENT + bytes(9000))).status_code == 400
    assert (story.kinds(), kept()) == (before, [])


def test_if_it_cannot_be_kept_nothing_is_said(story, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    before = story.kinds()
    keyring.key_for(story.case, "identity")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(RuleBroken, match="Nothing was recorded"):
        story.papers(paper="passport", scan=PDF)
    monkeypatch.undo()
    assert story.kinds() == before


def test_a_file_of_which_nothing_was_said_is_swept_and_no_other(story):
    said = story.papers(paper="passport", scan=PDF)
    scans.keep(PDF, entry=new_id(), stream=story.case, compartment="identity")
    (folder() / "left.part").write_bytes(b"")
    assert scans.sweep() == 0
    old = time.time() - 2 * scans.ORPHAN_AFTER
    for name in kept():
        os.utime(folder() / name, (old, old))
    assert scans.sweep() == 2
    assert kept() == [said]


def test_it_is_handed_out_as_a_file_after_a_reason_was_written(story):
    scan = story.papers(paper="passport", scan=PDF)
    page = reverse("homecoming:open_scan", args=[story.case, scan])
    client, opening = client_for(story.cast.sami), new_id()
    assert client.get(page).status_code == 200
    assert client.post(page, {"entry": opening, "reason": ""}).status_code == 422
    answer = client.post(page, {"entry": opening, "reason": "For the consulate."})
    assert history(story.case)[-1].kind == "cases.identity_opened"
    given = client.get(answer.url)
    assert given.content == PDF
    assert given["Content-Disposition"] == 'attachment; filename="scan.pdf"'
    assert given["X-Content-Type-Options"] == "nosniff"
    assert given["Content-Type"] == "application/octet-stream"
    assert given["Cache-Control"] == "no-store"
    assert client_for(story.cast.lina).get(answer.url).status_code == 404
    assert client.get(reverse("homecoming:see_scan", args=[story.case, new_id(), opening])).status_code == 404


def test_nobody_else_opens_one(story):
    scan = story.papers(paper="passport", scan=PDF)
    for who in ("salma", "karim", "nadia", "cora", "rosa", "adam"):
        client = client_for(getattr(story.cast, who))
        assert client.get(reverse("homecoming:open_scan", args=[story.case, scan])).status_code == 403
        assert client.get(reverse("homecoming:see_scan", args=[story.case, scan, new_id()])).status_code == 403


def test_one_that_was_altered_exchanged_or_erased_is_not_found(story):
    one, other = (story.papers(paper="passport", scan=PDF + extra) for extra in (b"1", b"2"))
    opening = open_identity(story.cast.sami, case=story.case, reason="To look at it.")
    case = case_for(story.cast.sami, story.case)
    assert scan_of(story.cast.sami, case, one, opening=opening).content == PDF + b"1"
    (folder() / one).write_bytes((folder() / other).read_bytes())
    with pytest.raises(NotFound):
        scan_of(story.cast.sami, case, one, opening=opening)
    keyring.destroy_stream_keys(story.case)
    with pytest.raises(NotFound):
        scan_of(story.cast.sami, case, other, opening=opening)
