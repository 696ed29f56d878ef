"""Files as they come from telephones, scanners and enemies, made here; each says `CANARY` wherever it can."""

import zlib
from io import BytesIO

from PIL import Image, ImageCms, PngImagePlugin

CANARY = b"Zenobia36.60N"
SAID = CANARY.decode()


def dots(size=(60, 40), mode="RGB"):
    """A picture whose left upper corner is dark."""
    picture = Image.new("RGB", size, "white")
    picture.paste("black", (0, 0, size[0] // 2, size[1] // 2))
    return picture.convert(mode)


def profile():
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return made + CANARY


def exif(orientation=1):
    data = Image.Exif()
    data[0x0110] = SAID
    data[0x0112] = orientation
    data[0x8825] = {1: "N", 2: (36.0, 36.0, 0.0), 29: SAID}
    return data


def jpeg(orientation=1, size=(60, 40)):
    into = BytesIO()
    about = {"comment": CANARY, "icc_profile": profile(), "xmp": CANARY}
    dots(size).save(into, "JPEG", quality=90, exif=exif(orientation), **about)
    return into.getvalue()


def png(mode="RGB"):
    into, text = BytesIO(), PngImagePlugin.PngInfo()
    text.add_text("Author", SAID)
    text.add_itxt("Place", SAID, zip=True)
    dots(mode=mode).save(into, "PNG", pnginfo=text, exif=exif(), icc_profile=profile())
    return into.getvalue()


def stream(body, more=b""):
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(body), more, body)


def pdf(*things, catalog=b"", page=b"", drawn=b"0 g 10 10 80 80 re f"):
    """A PDF of one page, 100 points square; `things` are objects from number 10 on."""
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R%b>>" % catalog,
        2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R%b>>" % page,
        4: stream(drawn),
        **dict(enumerate(things, 10)),
    }
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (number, thing) for number, thing in objects.items())
    return b"%PDF-1.7\n" + body + b"trailer<</Root 1 0 R/Info<</Author(%b)>>>>\n%%%%EOF\n" % CANARY


def filled():
    """A form that somebody filled in: the black field is drawn by the field itself."""
    look = stream(b"0 g 0 0 50 50 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 50 50]")
    field = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(%b)/F 4/Rect[50 50 100 100]/AP<</N 11 0 R>>>>" % CANARY
    return pdf(field, look, catalog=b"/AcroForm<</Fields[10 0 R]>>", page=b"/Annots[10 0 R]", drawn=b"")


def active():
    """Everything by which a PDF acts, carries or calls."""
    script = b"<</S/JavaScript/JS(app.alert\\('%b'\\))>>" % CANARY
    launch = b"<</S/Launch/F(/bin/%b)>>" % CANARY
    link = b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://%b.example)>>>>" % CANARY
    carried = b"<</Type/Filespec/F(%b.exe)/EF<</F 14 0 R>>>>" % CANARY
    inside, about = stream(CANARY, b"/Type/EmbeddedFile"), stream(CANARY, b"/Type/Metadata/Subtype/XML")
    names = b"/Names<</EmbeddedFiles<</Names[(%b)13 0 R]>>/JavaScript<</Names[(a)10 0 R]>>>>" % CANARY
    catalog = b"/OpenAction 10 0 R/AA<</WC 11 0 R>>/Metadata 15 0 R/AF[13 0 R]" + names
    page = b"/AA<</O 10 0 R>>/Annots[12 0 R]/PieceInfo<</A(%b)>>" % CANARY
    return pdf(script, launch, link, carried, inside, about, catalog=catalog, page=page)


def chunk(name, body):
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def huge_png(side=50_000):
    """A few kilobytes that say they are 50,000 dots a side."""
    head = side.to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
    start = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head)
    return start + chunk(b"IDAT", zlib.compress(bytes(5_000_000))) + chunk(b"IEND", b"")


def huge_jpeg():
    """The same in a JPEG: the size in its head is replaced."""
    said = jpeg()
    at = said.index(b"\xff\xc0") + 5
    return said[:at] + (50_000).to_bytes(2, "big") * 2 + said[at + 4 :]


def bomb(times=2):
    """A PDF whose page unpacks to 400 MB, twice over."""
    packed = zlib.compressobj(9)
    body = b"".join(packed.compress(b" " * 10_000_000) for _ in range(40)) + packed.flush()
    for _ in range(times - 1):
        body = zlib.compress(body, 9)
    said = pdf()
    filters = b"/Filter[%b]" % (b"/FlateDecode" * times)
    return said.replace(b"4 0 obj\n" + stream(b"0 g 10 10 80 80 re f"), b"4 0 obj\n" + stream(body, filters))
