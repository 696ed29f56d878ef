"""`onward two-person`: let a lock take a passphrase and a stick, or the passphrase alone again."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from onward.config.cli.words import Refused, folder_with_programme, known_passphrase, known_share
from onward.config.folder import DEMO_PASSPHRASE
from onward.sealing import WrongPassphrase, vault
from onward.sealing.shares import line_of, new_share, text_of

OLDER = "Backups and copies of the folder that were made before open as they did then: make a new backup."


def on(chosen: argparse.Namespace) -> int:
    """From now on it takes two; or, where it does, another stick in place of the old ones."""
    folder = _folder()
    words, share = known_passphrase(folder), known_share(folder)
    _check(folder, words, share)
    fresh = make_sticks(chosen.file, within=folder)
    vault.change_passphrase(folder, words, words, share=share, new_share=fresh)
    tell_sheet(fresh)
    print(OLDER)
    return 0


def off(_: argparse.Namespace) -> int:
    """The passphrase alone again."""
    folder = _folder()
    if not vault.takes_two(folder):
        raise Refused("This programme takes one already.")
    words, share = known_passphrase(folder), known_share(folder)
    _check(folder, words, share)
    vault.change_passphrase(folder, words, words, share=share, new_share=b"")
    print(f"From now on the passphrase alone opens this programme. {OLDER}")
    return 0


def _folder() -> Path:
    folder = folder_with_programme()
    if (folder / DEMO_PASSPHRASE).exists():
        raise Refused("This is a demonstration: it unlocks itself.")
    return folder


def _check(folder: Path, words: str, share: bytes) -> None:
    try:
        vault.unlock(folder, words, share)
    except (WrongPassphrase, ValueError) as wrong:
        raise Refused(str(wrong)) from None


def make_sticks(files: Sequence[str], *, within: Path) -> bytes:
    """A new share, written to each of these files, which must not be there yet. Raises Refused."""
    share = new_share()
    written: list[Path] = []
    for file in files:
        path = Path(file).resolve()
        if path.is_relative_to(within):
            raise Refused("The stick's file would lie beside what it locks: name one elsewhere.")
        try:
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as stick:
                stick.write(text_of(share))
                stick.flush()
                os.fsync(stick.fileno())
        except OSError as failed:
            for each in written:
                each.unlink()
            raise Refused(f"{path} was not written: {failed.strerror}. Nothing was changed.") from None
        written.append(path)
    return share


def tell_sheet(share: bytes) -> None:
    """Say, once, what is written on paper for the day when every stick is lost."""
    print("From now on it takes two: the passphrase, and the file of a stick that somebody else keeps.")
    print("Write this line on paper, and keep it sealed in another place. It stands in for a lost stick:")
    print(f"  {line_of(share)}")
    print("It is shown only now. Without stick and sheet nothing here can ever be opened again.")
