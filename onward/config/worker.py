"""How the serving process begins: tied to its supervisor, and unlocked if a passphrase file lies ready."""

import os
import sys
from pathlib import Path

from onward.config.folder import DEMO_SIGN_INS, data_folder
from onward.config.unlocking import passphrase_file, read_passphrase, share_in_file, unlock_process
from onward.sealing import CannotOpen, WrongPassphrase, locking, open_sealed, seal, vault
from onward.sealing.shares import NoShare

SERVING = "ONWARD_SERVING"


def begin_worker() -> None:
    """Called as the server's worker loads, before Django. Does nothing in any other process."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onward.config.settings")
    if SERVING not in os.environ or vault.is_unlocked():
        return
    locking.end_with_supervisor()
    folder = data_folder()
    path = passphrase_file(folder)
    since = locking.epoch(folder)
    if path is None or locking.is_marked(folder):
        return
    try:
        unlock_process(folder, read_passphrase(path), share=share_in_file(folder))
    except (NoShare, WrongPassphrase, OSError) as refused:
        sys.stderr.write(f"Not unlocked: {refused}\n")
        return
    if not locking.name_holder(folder, since=since):
        vault.forget()  # `lock` could not reach a second holder, or was said meanwhile
        return
    greet(folder)


def keep_greeting(folder: Path, text: str) -> None:
    """Keep what the demo says at each start (who may sign in and how), sealed like everything else."""
    nonce, sealed = seal(vault.secrets().wrapping_key, text.encode(), about=DEMO_SIGN_INS.encode())
    (folder / DEMO_SIGN_INS).write_bytes(nonce + sealed)


def greet(folder: Path) -> None:
    """Print what the demo has to say, if this is one."""
    try:
        kept = (folder / DEMO_SIGN_INS).read_bytes()
        text = open_sealed(vault.secrets().wrapping_key, kept[:12], kept[12:], about=DEMO_SIGN_INS.encode())
    except (FileNotFoundError, CannotOpen):
        return
    sys.stdout.write(text.decode().rstrip("\n") + "\n")
    sys.stdout.flush()
