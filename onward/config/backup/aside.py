"""Where a backup is put together: a folder within the data, which holds nothing once it is made. No Django."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onward.config.backup.refused import BackupRefused

ASIDE = ".backing-up"
HOLD = "backup.pid"


@contextmanager
def aside_of(folder: Path) -> Iterator[Path]:
    """An empty folder within the data, for one backup at a time; gone afterwards."""
    with _held(folder) as free:
        if not free:
            raise BackupRefused("A backup of this programme is being made already.")
        aside = folder / ASIDE
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(mode=0o700)
        try:
            yield aside
        finally:
            shutil.rmtree(aside, ignore_errors=True)


def sweep_leftovers(folder: Path) -> None:
    """Remove what a backup that was killed left behind: there may be a copy of the keyring in it."""
    if (folder / ASIDE).exists():
        with _held(folder) as free:
            if free:
                shutil.rmtree(folder / ASIDE, ignore_errors=True)


@contextmanager
def _held(folder: Path) -> Iterator[bool]:
    file = os.open(folder / HOLD, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(file)
