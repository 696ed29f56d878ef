"""Heads remembered by others: what shows that an old database and its old head were put back together.

A witness is a file elsewhere, to which signed heads are appended, or a code on paper. Whoever has the keys and this
machine can write the journal again and sign it; what others remember of it they cannot change.
"""

import base64
import binascii
import hashlib
import os
from pathlib import Path

import msgspec

from onward.journal import head, reading, rows
from onward.journal.events import LossAccepted
from onward.journal.head import Head
from onward.journal.node import public, this_node
from onward.journal.verify import Fault

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U to mistake
SIGNS = 16
"""80 bits: nobody finds another journal with the same code."""
MISREAD = str.maketrans("OIL", "011")


class WitnessRefused(Exception):
    """The journal does not carry on from what the witness knows, or the witness cannot be used; says why."""


class Testimony(msgspec.Struct, frozen=True, kw_only=True):
    """What comparing the journal with a witness gave.

    `heads`: how many it knows. `accepted`: how many of them name entries whose loss was accepted since, in writing.
    """

    heads: int
    accepted: int = 0
    fault: Fault | None = None


def code_of(said: Head) -> str:
    """The code of a head, to be printed and compared: its number, and 16 signs of its hash."""
    whole = hashlib.sha256(b"onward head\0" + said.node.encode() + said.number.to_bytes(8, "big") + said.hash).digest()
    number = int.from_bytes(whole[:10], "big")
    signs = "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(SIGNS)))
    return "-".join((str(said.number), *(signs[at : at + 4] for at in range(0, SIGNS, 4))))


def check_code(code: str) -> Fault | None:
    """Compare the journal with a code from paper. Raises WitnessRefused when it is no such code."""
    number, _dash, signs = code.strip().upper().replace(" ", "").partition("-")
    signs = signs.replace("-", "").translate(MISREAD)
    if not (number.isascii() and number.isdigit() and len(number) < 16 and len(signs) == SIGNS):
        raise WitnessRefused("That is not a code of a head: it is a number and four groups of four signs.")
    digest = rows.hash_at(this_node(), int(number))
    if digest is not None and code_of(Head(this_node(), int(number), digest, 0)) == f"{number}-{_in_fours(signs)}":
        return None
    found = "is not there" if digest is None else "is not the one that the code was printed for"
    return Fault(
        node=this_node(),
        number=int(number),
        sentence=f"Entry {int(number):,} {found}: entries were altered, an old copy was put back, or it was mistyped.",
    )


def _in_fours(signs: str) -> str:
    return "-".join(signs[at : at + 4] for at in range(0, SIGNS, 4))


def remember(path: Path) -> Head:
    """Append the signed head to the witness. Raises WitnessRefused where the journal does not carry on from it."""
    said = head.read()
    if said is None or head.standing() not in head.SOUND:
        raise WitnessRefused("There is no signed head that the journal agrees with: see `onward journal verify`.")
    testimony = check(path) if path.exists() else Testimony(heads=0)
    if testimony.fault is not None:
        raise WitnessRefused(testimony.fault.sentence)
    whole = path.read_bytes().rpartition(b"\n") if path.exists() else (b"", b"", b"")
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT, 0o644), "wb") as file:
        file.seek(len(whole[0] + whole[1]))
        file.truncate()  # the last line was torn by a power cut
        file.write(f"{code_of(said)} {base64.b64encode(head.signed(said)).decode()}\n".encode())
        file.flush()
        os.fsync(file.fileno())
    return said


def check(path: Path) -> Testimony:
    """Compare the journal with every head that the witness knows. Raises WitnessRefused where there is no witness."""
    known = heads_in(path)
    losses, accepted = _losses(), 0
    for said in known:
        digest = rows.hash_at(said.node, said.number)
        if said.node == this_node() and digest == said.hash:
            continue
        if any(first <= said.number <= last for first, last in losses):
            accepted += 1
            continue
        return Testimony(heads=len(known), fault=_fault(said, there=digest is not None))
    return Testimony(heads=len(known), accepted=accepted)


def newest_in(path: Path) -> Head | None:
    """The last head that the witness knows of this node. Raises WitnessRefused."""
    return max(heads_in(path), key=lambda said: said.number, default=None)


def heads_in(path: Path) -> list[Head]:
    """The heads of this node that the witness knows; a line that was torn at the end is left. Raises WitnessRefused."""
    try:
        lines = path.read_text(encoding="ascii").splitlines(keepends=True)
    except (OSError, UnicodeDecodeError):
        raise WitnessRefused(f"The witness {path} cannot be read.") from None
    found = []
    for place, line in enumerate(lines, start=1):
        said = _head_of(line)
        if said is not None:
            found.append(said)
        elif line.endswith("\n"):
            raise WitnessRefused(f"Line {place} of the witness was not signed by this programme, or was altered since.")
    return found


def _head_of(line: str) -> Head | None:
    try:
        content = base64.b64decode(line.split()[1], validate=True)
    except (IndexError, binascii.Error):
        return None
    said = head.opened(len(content).to_bytes(2, "big") + content, public())
    return said if said is not None and code_of(said) == line.split(maxsplit=1)[0] else None


def _losses() -> list[tuple[int, int]]:
    """From which entry to which one the numbers stood for others, whose loss somebody accepted in writing."""
    written = reading.history(this_node())
    said = [(entry.number, entry.event) for entry in written]
    return [(number, event.signed_number) for number, event in said if isinstance(event, LossAccepted)]


def _fault(said: Head, *, there: bool) -> Fault:
    sentence = (
        f"The witness knows another entry {said.number:,}: the journal was written again from there or before."
        if there
        else f"The witness knows entry {said.number:,}, which is not there: an old copy of the journal and of its head "
        "was put back."
    )
    return Fault(node=this_node(), number=said.number, sentence=sentence)
