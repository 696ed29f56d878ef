"""What commands have in common: refusing in a sentence, asking for the passphrase, showing progress."""

import getpass
import os
import sys
import time
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from onward.config.folder import PROGRAMME, data_folder, programme_in
from onward.config.unlocking import passphrase_file, read_passphrase, share_in_file, unlock_process
from onward.sealing import WrongPassphrase, vault
from onward.sealing.shares import NoShare, share_from

SHORTEST = 12


class Refused(Exception):
    """The command will not be done; the message is the one sentence that says why."""


def folder_with_programme() -> Path:
    """The data folder, with a programme in it. Raises Refused."""
    folder = data_folder()
    if not vault.exists(folder):
        raise Refused(f"There is no programme in {folder}: make one with `onward init` or `onward demo`.")
    check_programme(folder)
    return folder


def check_programme(folder: Path) -> None:
    """What `programme.toml` says must be understood before anything begins. Raises Refused."""
    try:
        ZoneInfo(programme_in(folder).time_zone)
    except (ValueError, ZoneInfoNotFoundError) as wrong:
        raise Refused(f"{folder / PROGRAMME} is not understood: {wrong}.") from None


def unlocked_folder() -> Path:
    """The data folder, unlocked in this process. Raises Refused."""
    folder = folder_with_programme()
    try:
        by_person = passphrase_file(folder) is None
        unlock_process(folder, known_passphrase(folder), share=known_share(folder), by_person=by_person)
    except (WrongPassphrase, ValueError) as wrong:
        raise Refused(str(wrong)) from None
    return folder


def ready_folder() -> Path:
    """The same, with Django set up on it."""
    folder = unlocked_folder()
    import django

    django.setup()
    return folder


def known_passphrase(folder: Path) -> str:
    """The present passphrase: from its file, else asked for."""
    path = passphrase_file(folder)
    return ask("Passphrase: ") if path is None else passphrase_in(path)


def known_share(folder: Path) -> bytes:
    """The other half where the lock takes two: from the file that ONWARD_SHARE_FILE names, else asked for. Raises
    Refused."""
    if not vault.takes_two(folder):
        return b""
    try:
        return share_in_file(folder) or share_from(ask("File of the stick, or the line of its sheet: ", shares=True))
    except (NoShare, OSError) as refused:
        raise Refused(f"The stick: {refused}") from None


def new_passphrase(variable: str) -> str:
    """A new passphrase: from the file that `variable` names, else asked for twice. Raises Refused."""
    named = os.environ.get(variable)
    if named:
        words = passphrase_in(Path(named))
    else:
        words = ask("New passphrase: ")
        if ask("The same again: ") != words:
            raise Refused("The two were not the same, so nothing was changed.")
    if len(words) < SHORTEST:
        raise Refused(f"A passphrase needs at least {SHORTEST} characters: several words are best.")
    return words


def ask(question: str, *, shares: bool = False) -> str:
    """Ask for something that is not shown. Raises Refused where there is nobody to ask."""
    if not sys.stdin.isatty():
        what, named = ("stick", "ONWARD_SHARE_FILE") if shares else ("passphrase", "ONWARD_PASSPHRASE_FILE")
        raise Refused(f"There is nobody to ask for the {what}: name a file in {named}.")
    said = getpass.getpass(question)
    return Path(said).read_text(encoding="ascii", errors="replace") if shares and Path(said).is_file() else said


def passphrase_in(path: Path) -> str:
    """The passphrase in a file. Raises Refused."""
    try:
        return read_passphrase(path)
    except (OSError, UnicodeDecodeError):
        raise Refused(f"The passphrase file {path} cannot be read.") from None


class Progress:
    """Says on standard error how far something long has come; silent when it is done within two seconds."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.begun = self.said = time.monotonic()

    def __call__(self, done: int, of: int = 0) -> None:
        """Note that `done` (of `of`) are done."""
        now = time.monotonic()
        if now - self.begun > 2 and now - self.said > 1:
            self.said = now
            part = f"{done:,} of {of:,}" if of else f"{done:,}"
            print(f"{self.what}: {part}", file=sys.stderr, flush=True)
