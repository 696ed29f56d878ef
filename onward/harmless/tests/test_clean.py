"""What somebody sends comes out as a picture and nothing else, or not at all."""

import random
import re
import subprocess
import sys
import zipfile
from io import BytesIO
from threading import BoundedSemaphore

import pypdfium2
import pytest
from PIL import Image

from onward.harmless import Refused, apart, clean, sort_of
from onward.harmless.inside import draw
from onward.harmless.tests.made import CANARY, active, bomb, filled, huge_jpeg, huge_png, jpeg, pdf, png

NAMES = (
    "Type Catalog Pages Page Count Kids Parent MediaBox Contents Resources XObject P Length Subtype Image Width Height"
    " ColorSpace DeviceRGB BitsPerComponent Filter DCTDecode"
)


def drawn(content):
    """As the confined process draws it, in this one: so that the many cases are quick."""
    into = BytesIO()
    draw(content, sort_of(content), into)
    return into.getvalue()


def seen(content):
    """The first page, or the picture, as dots of grey."""
    if sort_of(content) == "pdf":
        return pypdfium2.PdfDocument(content)[0].render(scale=1).to_pil().convert("L")
    return Image.open(BytesIO(content)).convert("L")


def zipped():
    into = BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        archive.writestr("../../run.class", CANARY)
    return into.getvalue()


@pytest.mark.parametrize("sent", [jpeg(), png(), png("RGBA"), png("P"), png("1"), jpeg(orientation=6), pdf(), active()])
def test_of_a_file_only_what_is_seen_is_left(sent):
    assert CANARY in sent.replace(b"\0", b"")
    kept = drawn(sent)
    assert CANARY not in kept.replace(b"\0", b"")
    if sort_of(kept) != "pdf":
        with Image.open(BytesIO(kept)) as picture:
            assert not picture.getexif()
            assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    before, after = seen(sent), seen(kept)
    assert after.getextrema()[0] < 40 < 215 < after.getextrema()[1]
    assert sorted(before.size) == sorted(after.size)


def test_a_telephone_held_sideways_is_put_upright():
    assert seen(drawn(jpeg(orientation=6))).size == (40, 60)


def test_of_a_pdf_no_word_is_left_that_a_reader_could_act_upon():
    bare = re.sub(rb"stream\n.*?\nendstream", b"", drawn(active()), flags=re.DOTALL).split(b"xref")[0]
    assert {name.decode() for name in re.findall(rb"/([A-Za-z]+)", bare)} == set(NAMES.split())


def test_what_was_filled_into_a_form_is_seen():
    assert seen(drawn(filled())).getpixel((75, 25)) < 40


@pytest.mark.parametrize("before", [jpeg(), png(), pdf()])
@pytest.mark.parametrize("after", [zipped(), b"<script>" + CANARY, b"MZ" + CANARY, b"\n%PDF-1.7" + CANARY])
def test_what_is_two_things_at_once_comes_out_as_one(before, after):
    kept = drawn(before + after)
    assert CANARY not in kept
    assert b"PK\x03\x04" not in kept
    assert sort_of(kept) == sort_of(before)


OTHERS = {
    "a picture with script": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "a page": b"<!doctype html><script>alert(1)</script>",
    "an entity from elsewhere": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    "an archive, or a table": zipped(),
    "a formula": b"=HYPERLINK(0)",
    "a program": b"\x7fELF" + bytes(99),
    "a moving picture": b"GIF89a" + bytes(99),
    "a scan behind something else": b" " + pdf(),
    "nothing": b"",
}


@pytest.mark.parametrize("sent", OTHERS.values(), ids=OTHERS)
def test_anything_else_is_not_looked_at(sent):
    with pytest.raises(Refused, match="unreadable"):
        clean(sent)


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        (huge_png(), "heavy"),
        (huge_jpeg(), "heavy"),
        (png()[:60], "unreadable"),
        (jpeg()[:200], "unreadable"),
        (pdf()[:20], "unreadable"),
        (b"%PDF-1.7" + bytes(500), "unreadable"),
        (pdf().replace(b"[0 0 100 100]", b"[0 0 0 0]    "), ""),
        (pdf().replace(b"/Count 1/Kids[3 0 R]", b"/Count 21/Kids[" + b"3 0 R " * 21 + b"]"), "long"),
    ],
)
def test_what_cannot_be_drawn_is_refused_for_a_reason(sent, why):
    if why:
        with pytest.raises(Refused, match=why):
            drawn(sent)
    else:
        assert sort_of(drawn(sent)) == "pdf"


@pytest.mark.parametrize("sent", [jpeg(), png(), active()])
def test_it_is_done_in_a_process_apart(sent):
    assert clean(sent) == drawn(sent)


def test_what_unpacks_to_gigabytes_ends_that_process_and_nothing_else():
    with pytest.raises(Refused, match="heavy"):
        clean(bomb())
    assert clean(png())


ATTEMPTS = """
import sys; sys.path.insert(0, sys.argv[1])
import ctypes, os, socket
from onward.harmless.confine import confine, limit
limit(memory=256 << 20, seconds=10)
listed = confine()
os.close(0)
for attempt in (
    lambda: open("/etc/passwd"), lambda: open("/tmp/onward", "w"), lambda: open("/proc/%d/mem" % os.getppid()),
    lambda: socket.socket(), lambda: os.fork(), lambda: os.execv("/bin/true", ["true"]), lambda: bytes(300 << 20),
    lambda: listed and os.kill(os.getppid(), 9), lambda: listed and os.stat("/etc"),
    lambda: ctypes.CDLL(None).ptrace(16, os.getppid(), 0, 0) and 1 / 0,
):
    try: done = attempt()
    except (OSError, MemoryError, ZeroDivisionError): continue
    if done is not False: sys.stdout.write("done ")
sys.stdout.write(str(listed))
"""


def test_whatever_takes_that_process_over_can_reach_nothing():
    ended = subprocess.run([sys.executable, "-I", "-c", ATTEMPTS, str(apart.ROOT)], capture_output=True, check=True)
    assert ended.stdout.decode() in ({"True"} if sys.platform == "linux" else {"True", "False"})


@pytest.mark.parametrize("instead", ["import os; os.abort()", "while True: pass", "print('%PDF-')"])
def test_one_that_crashes_hangs_or_is_silent_is_refused_and_frees_its_place(monkeypatch, instead):
    monkeypatch.setattr(apart, "_place", BoundedSemaphore(1))
    monkeypatch.setattr(apart, "PATIENCE", 0.3)
    for _ in range(2):
        monkeypatch.setattr(apart, "START", instead)
        with pytest.raises(Refused, match="heavy"):
            clean(png())


def test_a_file_without_end_is_not_held(monkeypatch):
    monkeypatch.setattr(apart, "START", "import sys\nwhile True: sys.stdout.buffer.write(b'%PDF-' * 99999)")
    with pytest.raises(Refused, match="heavy"):
        clean(pdf())


def test_no_more_are_looked_at_than_there_is_room_for(monkeypatch):
    full = BoundedSemaphore(1)
    full.acquire()
    monkeypatch.setattr(apart, "_place", full)
    monkeypatch.setattr(apart, "TURN", 0.01)
    with pytest.raises(Refused, match="busy"):
        clean(png())


def test_the_process_is_given_no_environment_and_no_folder(monkeypatch):
    monkeypatch.setenv("ONWARD_PASSPHRASE_FILE", "/tmp/onward")
    given = "import os, sys; sys.exit(5 if set(os.environ) <= {'LC_CTYPE'} and os.getcwd() == '/' else 4)"
    monkeypatch.setattr(apart, "START", given)
    with pytest.raises(Refused, match="long"):
        clean(png())


def altered(dice, sent):
    said = bytearray(sent)
    for _ in range(dice.choice((1, 3, 30))):
        said[dice.randrange(8, len(said))] = dice.randrange(256)
    return bytes(said[: dice.choice((len(said), len(said), dice.randrange(8, len(said))))])


def survives(number):
    dice = random.Random(20261123)
    for _ in range(number):
        sent = altered(dice, dice.choice((jpeg(), png(), png("P"), active(), filled())))
        try:
            kept = clean(sent)
        except Refused:
            continue
        assert CANARY not in kept


def test_a_few_damaged_files():
    survives(4)


@pytest.mark.deep
def test_five_hundred_damaged_files():
    survives(500)
