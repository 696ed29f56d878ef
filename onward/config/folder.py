"""The one folder that holds all state, and the few things about the programme that are not secret."""

import hashlib
import os
import tomllib
from pathlib import Path

import msgspec

DATABASE = "journal.db"
PROGRAMME = "programme.toml"
DEMO_SIGN_INS = "demo.signins"
DEMO_PASSPHRASE = "demo.passphrase"  # noqa: S105 - the name of a file


class Programme(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `programme.toml` may say: the name that residents see, the time zone, the public address."""

    name: str = "Onward"
    time_zone: str = "Asia/Damascus"
    address: str = ""


def data_folder() -> Path:
    """The folder named by ONWARD_DATA, or `data` under the present one."""
    return Path(os.environ.get("ONWARD_DATA") or "data").resolve()


def programme_in(folder: Path) -> Programme:
    """What `programme.toml` in `folder` says; where it is silent, the defaults."""
    try:
        text = (folder / PROGRAMME).read_text(encoding="utf-8")
    except FileNotFoundError:
        return Programme()
    return msgspec.convert(tomllib.loads(text), Programme)


def fingerprint(folder: Path) -> str:
    """A short word for the content of every file under `folder`."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:8]
