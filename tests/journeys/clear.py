"""Look for words in bytes, in every form in which a program may leave them lying."""

import base64
import gzip
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

BEGIN = 4
"""So many bytes decide whether a shape can begin there."""
PACKED = re.compile(rb"\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]")


def forms_of(word: str) -> dict[str, bytes]:
    """The word as bytes, by what it is called."""
    plain = word.encode()
    forms = {"utf-8": plain, "utf-16": word.encode("utf-16-le"), "utf-16 be": word.encode("utf-16-be")}
    for way, said in (("", plain), (" of utf-16", word.encode("utf-16-le"))):
        forms |= {f"hex{way}": said.hex().encode(), f"HEX{way}": said.hex().upper().encode()}
        for shift in range(3):
            # The first and last signs depend on their neighbours.
            signs = base64.b64encode(b"\0" * shift + said)
            begin, end = (0, 2, 3)[shift], -4 if (len(said) + shift) % 3 else None
            forms[f"base64{way} {shift}"] = signs[begin:end]
    return forms


def unpacked(content: bytes) -> Iterator[bytes]:
    """The bytes, and whatever in them was packed."""
    yield content
    for found in PACKED.finditer(content):
        window = 31 if found[0][:1] == b"\x1f" else 15
        try:
            inside = zlib.decompressobj(window).decompress(content[found.start() :], 1_000_000)
        except zlib.error:
            continue
        if inside:
            yield inside


def found_in(files: Iterable[Path], words: Iterable[str]) -> list[str]:
    """Which of the words lie in the clear, in which file and how."""
    begins: dict[bytes, list[tuple[str, str, bytes]]] = {}
    for word in words:
        for how, shape in forms_of(word).items():
            begins.setdefault(shape[:BEGIN], []).append((word, how, shape))
    assert all(len(begin) == BEGIN for begin in begins)
    return [
        f"{word} in {path.name} as {how}"
        for path in files
        for content in unpacked(path.name.encode() + b"\n" + path.read_bytes())
        for word, how in dict.fromkeys(_shapes_in(content, begins))
    ]


def _shapes_in(content: bytes, begins: dict[bytes, list[tuple[str, str, bytes]]]) -> Iterator[tuple[str, str]]:
    """Each shape that lies in these bytes. Looked for all at once: thousands, one after the other, took ten seconds."""
    signs = np.frombuffer(content, np.uint8).astype(np.intp)
    pairs = signs[:-1] << 8 | signs[1:]
    first, second = np.zeros(1 << 16, bool), np.zeros(1 << 16, bool)
    for begin in begins:
        first[begin[0] << 8 | begin[1]] = second[begin[2] << 8 | begin[3]] = True
    places = np.flatnonzero(first[pairs[:-2]])
    for place in places[second[pairs[places + 2]]].tolist():
        for word, how, shape in begins.get(content[place : place + BEGIN], ()):
            if content.startswith(shape, place):
                yield word, how


def files_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def planted(path: Path, word: str) -> Iterator[str]:
    """Write the word in every way that must be found; gives each way after writing it."""
    for how, shape in forms_of(word).items():
        path.write_bytes(b"xyz" + shape + b"\0\0")
        yield how
    path.write_bytes(b"before" + gzip.compress(f"about {word} here".encode()))
    yield "gzip"
    path.write_bytes(b"before" + base64.b64encode(b"ab" + word.encode()))
    yield "within base64"
