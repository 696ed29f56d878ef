"""Commands for a programme that exists: lock it, change its passphrase, check and rebuild its journal."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from onward.config.cli.words import (
    Progress,
    Refused,
    folder_with_programme,
    known_passphrase,
    known_share,
    new_passphrase,
    ready_folder,
)
from onward.config.folder import DEMO_PASSPHRASE
from onward.sealing import WrongPassphrase, locking, vault

if TYPE_CHECKING:
    from onward.journal.verify import Fault


def lock(_: argparse.Namespace) -> int:
    """Lock at once."""
    folder = folder_with_programme()
    if not locking.lock_server(folder):
        raise Refused("The serving process would not end: switch this machine off.")
    print("Locked.")
    return 0


def passphrase(_: argparse.Namespace) -> int:
    """Change the passphrase."""
    folder = folder_with_programme()
    if (folder / DEMO_PASSPHRASE).exists():
        raise Refused("This is a demonstration: its passphrase lies beside it and stays as it is.")
    old, share = known_passphrase(folder), known_share(folder)
    try:
        vault.unlock(folder, old, share)
        vault.change_passphrase(folder, old, new_passphrase("ONWARD_NEW_PASSPHRASE_FILE"), share=share)
    except (WrongPassphrase, ValueError) as wrong:
        raise Refused(str(wrong)) from None
    print("The passphrase is changed. The old one opens only backups and copies of the folder that were made before.")
    return 0


def nightly(chosen: argparse.Namespace) -> int:
    """Run the clocks once."""
    folder = ready_folder()
    from onward.config.erasing.act import erase_due
    from onward.config.feeding import daily
    from onward.config.unlocking import bring_up_to_date
    from onward.erasure.actions import note_ends
    from onward.journal import clock
    from onward.kit.dates import today
    from onward.oversight.actions import open_reviews
    from onward.shelter.actions import note_absences
    from onward.tracing.queries import score
    from onward.waiting.actions import run_clocks
    from onward.waiting.queries.ledger import catch_up
    from onward.waiting.rules import CLOCK

    bring_up_to_date()
    if chosen.date_is_right:
        clock.confirm()
    run = run_clocks(CLOCK)
    if run.outcome != "done":
        raise Refused(
            f"By this machine it is {today():%A %d %B %Y}, more than a day from the last entry. Nobody was told of "
            "anything. If the date is right, say so: onward nightly --date-is-right"
        )
    open_reviews(CLOCK)
    note_ends(CLOCK)
    note_absences(CLOCK)
    erased, under_way = erase_due()
    if erased or under_way:
        print(f"Files erased: {erased:,}. Under way, because somebody is reading: {under_way:,}.")
    daily(folder, CLOCK)
    print(f"Past their norm: {run.looked_at:,}. Told: {run.escalated:,}.")
    score(seconds=30)
    counted = catch_up(progress=Progress("Entries counted"))
    print(f"The days of many are counted up to entry {counted.followed:,}.")
    return 0


def verify(chosen: argparse.Namespace) -> int:
    """Check the journal; 1 when something is wrong with it."""
    ready_folder()
    from onward.journal.verify import verify as check

    report = check(progress=Progress("Entries checked"))
    fault = report.fault or _compare(chosen)
    if fault is not None:
        print(fault.sentence)
        return 1
    print(f"Entries checked: {report.entries:,}. Each is as it was written, and the signed head says the same.")
    return 0


def _compare(chosen: argparse.Namespace) -> "Fault | None":
    """Compare the journal with what others remember of it."""
    from onward.journal import witness

    try:
        if chosen.code:
            if fault := witness.check_code(chosen.code):
                return fault
            print("The journal carries on from the entry that the code was printed for.")
        if not chosen.witness:
            return None
        testimony = witness.check(Path(chosen.witness))
    except witness.WitnessRefused as refused:
        raise Refused(str(refused)) from None
    if testimony.fault is None:
        print(f"Heads that the witness knows: {testimony.heads:,}. The journal carries on from each of them.")
    if testimony.accepted:
        print(f"Lost since, and accepted in writing: {testimony.accepted:,} of them. The journal says why.")
    return testimony.fault


def witness(chosen: argparse.Namespace) -> int:
    """Append the signed head to a file elsewhere."""
    ready_folder()
    from onward.journal import witness

    try:
        said = witness.remember(Path(chosen.file))
    except witness.WitnessRefused as refused:
        raise Refused(str(refused)) from None
    except OSError as failed:
        raise Refused(f"{chosen.file} was not written: {failed.strerror}.") from None
    print(f"The witness knows the journal up to entry {said.number:,}. Code: {witness.code_of(said)}")
    return 0


def rebuild(_: argparse.Namespace) -> int:
    """Compute every read model again from the journal."""
    ready_folder()
    from onward.journal.rebuild import rebuild as replay

    count = replay(progress=Progress("Entries replayed"))
    print(f"Entries replayed: {count:,}. Every read model was computed again.")
    return 0


def accept(chosen: argparse.Namespace) -> int:
    """Go on after a loss, and keep that it was so."""
    ready_folder()
    from onward.journal.accept import accept_loss

    entry = accept_loss(by="administrator", reason=chosen.because)
    if entry is None:
        raise Refused("The journal reaches its signed end: there is nothing to accept.")
    print(f"Written down as entry {entry.number:,}. The journal goes on from there.")
    return 0


def manage(chosen: argparse.Namespace) -> int:
    """Hand over to Django's own commands, unlocked."""
    ready_folder()
    from django.core.management import ManagementUtility

    os.environ.setdefault("PYTHONWARNINGS", "ignore")
    ManagementUtility(["onward manage", *chosen.rest]).execute()
    return 0
