"""Commands that make a programme: an empty one, or the demonstration."""

import argparse
import os
import secrets
import shlex
import shutil
import sys
from pathlib import Path

from onward.config.cli.appointing import add_administrator, tell_first, two_organisations
from onward.config.cli.halving import make_sticks, tell_sheet
from onward.config.cli.words import Progress, Refused, check_programme, new_passphrase
from onward.config.folder import DEMO_PASSPHRASE, PROGRAMME, data_folder
from onward.sealing import vault

MAKING = ".making"


def init(chosen: argparse.Namespace) -> int:
    """Make an empty programme with two administrators, of two organisations."""
    folder = data_folder()
    if (folder / DEMO_PASSPHRASE).exists():
        raise Refused(f"{folder} holds a demonstration: name another folder in ONWARD_DATA.")
    _refuse_programme(folder)
    passphrase = new_passphrase("ONWARD_PASSPHRASE_FILE")
    organisations = two_organisations(chosen.organisation)
    share = make_sticks(chosen.two_person, within=folder) if chosen.two_person else b""
    making = _begin(folder, passphrase, share=share)
    names = [*chosen.administrator, "", ""]
    firsts = [add_administrator(of, username=name) for of, name in zip(organisations, names, strict=False)]
    finish(making, folder)
    print(f"An empty programme is in {folder}.")
    for first in firsts:
        tell_first(first, last=first is firsts[-1])
    if share:
        tell_sheet(share)
    print(f"Start it with:  ONWARD_DATA={shlex.quote(str(folder))} onward serve")
    return 0


def demo(chosen: argparse.Namespace) -> int:
    """Make the demonstration."""
    folder = data_folder()
    if chosen.if_missing and vault.exists(folder):
        return 0
    _refuse_programme(folder)
    print("Making the demonstration. It takes a minute, once.", file=sys.stderr, flush=True)
    passphrase = "-".join(secrets.token_hex(2) for _ in range(6))
    making = _begin(folder, passphrase, demo=True)
    from onward.config.demo import load
    from onward.config.worker import keep_greeting

    keep_greeting(making, load(progress=Progress("Scenes of the demonstration")))
    finish(making, folder)
    print(f"The demonstration is in {folder}. See it with: onward serve")
    return 0


def _refuse_programme(folder: Path) -> None:
    if vault.exists(folder):
        raise Refused(f"{folder} holds a programme already: nothing was changed.")


def _begin(folder: Path, passphrase: str, *, share: bytes = b"", demo: bool = False) -> Path:
    """Make the databases aside, so that one that was stopped half-way is never taken for a programme."""
    check_programme(folder)
    making = folder / MAKING
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True, mode=0o700)
    if (folder / PROGRAMME).exists():
        shutil.copy(folder / PROGRAMME, making)
    vault.create(making, passphrase, share)
    if demo:
        (making / DEMO_PASSPHRASE).write_text(f"{passphrase}\n", encoding="utf-8")
    os.environ["ONWARD_DATA"] = str(making)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    return making


def finish(making: Path, folder: Path) -> None:
    """Put what was made aside in its place."""
    from django.db import connections

    from onward.journal import keyring

    connections.close_all()
    keyring.close()
    # The lock goes last: without it there is no programme here, and the whole may be begun anew.
    for path in sorted(making.iterdir(), key=lambda path: path.name == vault.LOCK_FILE):
        path.replace(folder / path.name)
    making.rmdir()
    os.environ["ONWARD_DATA"] = str(folder)
