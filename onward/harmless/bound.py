"""Pictures bound into a PDF: the least that such a file can be."""

from collections.abc import Iterable
from typing import BinaryIO, NamedTuple


class Sheet(NamedTuple):
    """One page: a JPEG in colour, its size in dots, and the size of the page in points."""

    jpeg: bytes
    dots: tuple[int, int]
    points: tuple[float, float]


def bind(sheets: Iterable[Sheet], count: int, into: BinaryIO) -> None:
    """Write the PDF, page by page. It holds no date, no name, no text: pictures alone, and how large each is."""
    kids = " ".join(f"{3 + 3 * at} 0 R" for at in range(count))
    at = into.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    starts: list[int] = []

    def thing(body: bytes) -> None:
        nonlocal at
        starts.append(at)
        at += into.write(b"%d 0 obj\n%b\nendobj\n" % (len(starts), body))

    thing(b"<</Type/Catalog/Pages 2 0 R>>")
    thing(f"<</Type/Pages/Count {count}/Kids[{kids}]>>".encode())
    for sheet in sheets:
        for body in _page(sheet, first=len(starts) + 1):
            thing(body)
    table = "".join(f"{start:010d} 00000 n \n" for start in starts)
    whole = len(starts) + 1
    trailer = f"trailer\n<</Size {whole}/Root 1 0 R>>\nstartxref\n{at}\n%%EOF\n"
    into.write(f"xref\n0 {whole}\n0000000000 65535 f \n{table}{trailer}".encode())


def _page(sheet: Sheet, *, first: int) -> tuple[bytes, bytes, bytes]:
    width, height = (f"{points:.2f}" for points in sheet.points)
    page = (
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Contents {first + 1} 0 R"
        f"/Resources<</XObject<</P {first + 2} 0 R>>>>>>"
    )
    drawn = f"q {width} 0 0 {height} 0 0 cm /P Do Q".encode()
    picture = (
        f"<</Type/XObject/Subtype/Image/Width {sheet.dots[0]}/Height {sheet.dots[1]}/ColorSpace/DeviceRGB"
        f"/BitsPerComponent 8/Filter/DCTDecode/Length {len(sheet.jpeg)}>>"
    )
    return page.encode(), _stream(f"<</Length {len(drawn)}>>", drawn), _stream(picture, sheet.jpeg)


def _stream(head: str, body: bytes) -> bytes:
    return head.encode() + b"\nstream\n" + body + b"\nendstream"
