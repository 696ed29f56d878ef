"""The confined side: it reads a file that may be anything, and writes one that holds pictures and nothing else.

What stands behind the picture (place, time, device, comments, thumbnails, profiles, layers, scripts, links, attached
files, what follows the end) is not removed: it is never copied.
"""

import os
import struct
import sys
from io import BytesIO
from typing import BinaryIO, NoReturn

import pypdfium2
from PIL import Image, ImageOps, JpegImagePlugin, PngImagePlugin, TiffImagePlugin, UnidentifiedImageError

from onward.harmless.bound import Sheet, bind
from onward.harmless.confine import confine, limit
from onward.harmless.kinds import (
    ENDINGS,
    MOST_DOTS,
    MOST_DOTS_READ,
    MOST_MEMORY,
    MOST_PAGES,
    MOST_SECONDS,
    Refused,
    Why,
)

Image.preinit()  # whatever is loaded only once it is needed is loaded now: later no file can be opened
TiffImagePlugin.ImageFileDirectory_v2()  # which reads what a camera writes
READERS = {"jpg": JpegImagePlugin.JpegImageFile.format, "png": PngImagePlugin.PngImageFile.format}
DOTS_AN_INCH = 200
POINTS_AN_INCH = 72
MOST_DOTS_A_PAGE = 4_000_000
QUALITY = 80


def main(sort: str) -> NoReturn:
    """Read a file from standard input, write it anew to standard output; how it ends says whether, and why not."""
    limit(memory=MOST_MEMORY, seconds=MOST_SECONDS)
    content = sys.stdin.buffer.read()
    confine()
    try:
        draw(content, sort, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except Refused as refused:
        _end(refused.why)
    except MemoryError:
        _end("heavy")
    os._exit(0)


def _end(why: Why) -> NoReturn:
    os._exit(next(code for code, each in ENDINGS.items() if each == why))  # at once: what was begun is not tidied up


def draw(content: bytes, sort: str, into: BinaryIO) -> None:
    """Draw the file anew. Raises Refused."""
    if sort == "pdf":
        pages(content, into)
    else:
        picture(content, sort, into)


def picture(content: bytes, sort: str, into: BinaryIO) -> None:
    """A picture, drawn anew from its dots."""
    Image.MAX_IMAGE_PIXELS = MOST_DOTS_READ
    try:
        with Image.open(BytesIO(content), formats=[READERS[sort]]) as sent:
            into.write(_encoded(_drawn(sent, sort), sort))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise Refused("heavy") from bomb
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, KeyError, IndexError, struct.error) as broken:
        raise Refused("unreadable") from broken


def _drawn(sent: Image.Image, sort: str) -> Image.Image:
    dots = sent.width * sent.height
    if dots > (MOST_DOTS_READ if sort == "jpg" else MOST_DOTS):
        raise Refused("heavy")
    part = next((part for part in (1, 2, 4, 8) if dots <= MOST_DOTS * part * part), 8)
    sent.draft(sent.mode, (sent.width // part, sent.height // part))
    upright = ImageOps.exif_transpose(sent)
    if upright.mode.startswith("I;16"):  # sixteen bits of grey: the upper eight
        upright = upright.point(lambda grey: grey / 256, "L")
    if upright.has_transparency_data:
        paper = Image.new("RGBA", upright.size, "white")
        paper.alpha_composite(upright.convert("RGBA"))
        upright = paper
    return upright.convert("L" if upright.mode in ("1", "L") else "RGB")


def _encoded(dots: Image.Image, sort: str) -> bytes:
    dots.info = {}  # what the encoders would copy from there
    into = BytesIO()
    dots.save(into, "PNG") if sort == "png" else dots.save(into, "JPEG", quality=QUALITY)
    return into.getvalue()


def pages(content: bytes, into: BinaryIO) -> None:
    """A PDF as a pile of pictures of its pages, as if it had been scanned."""
    try:
        document = pypdfium2.PdfDocument(content)
        if len(document) > MOST_PAGES:
            raise Refused("long")
        if not len(document):
            raise Refused("unreadable")
        document.init_forms()  # so that what was filled in is drawn
        bind((_sheet(document[number]) for number in range(len(document))), len(document), into)
    except pypdfium2.PdfiumError as broken:
        raise Refused("locked" if "password" in str(broken).lower() else "unreadable") from broken


def _sheet(page: pypdfium2.PdfPage) -> Sheet:
    width, height = page.get_size()
    if not (width > 0 and height > 0):
        raise Refused("unreadable")
    scale = min(DOTS_AN_INCH / POINTS_AN_INCH, (MOST_DOTS_A_PAGE / (width * height)) ** 0.5)
    if min(width, height) * scale < 1:
        raise Refused("unreadable")
    drawn = page.render(scale=scale)
    dots = drawn.to_pil().convert("RGB")
    sheet = Sheet(_encoded(dots, "jpg"), dots.size, (width, height))
    drawn.close()
    page.close()
    return sheet
