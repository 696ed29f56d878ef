"""`onward certificate`."""

import argparse
from pathlib import Path

from onward.config.cli.words import Refused, unlocked_folder
from onward.config.tls import Certificates, certificates, kept_names, replace_authority
from onward.kit import dates
from onward.sealing.certificates import ends_at, fingerprint_of, names_in


def show(_: argparse.Namespace) -> int:
    """Print what phones compare."""
    _print(_made(unlocked_folder()))
    return 0


def renew(_: argparse.Namespace) -> int:
    """Make the server's certificate anew."""
    _print(_made(unlocked_folder(), anew=True))
    print("A server that runs takes it at its next start.")
    return 0


def replace(_: argparse.Namespace) -> int:
    """Make another authority."""
    folder = unlocked_folder()
    names = _names(folder)
    replace_authority(folder)
    _print(certificates(folder, names, at=dates.now()))
    print("Every phone and browser must take the new one. A server that runs takes it at its next start.")
    return 0


def _names(folder: Path) -> list[str]:
    names = kept_names(folder)
    if not names:
        raise Refused("There is no certificate yet: `onward serve --tls` makes one.")
    return names


def _made(folder: Path, *, anew: bool = False) -> Certificates:
    return certificates(folder, _names(folder), at=dates.now(), anew=anew)


def _print(made: Certificates) -> None:
    print(f"Fingerprint: {fingerprint_of(made.authority)}")
    print(f"Trusted until {ends_at(made.authority):%d %B %Y}.")
    print(f"The server's own holds until {ends_at(made.server.certificate):%d %B %Y}, for:")
    print(*[f"  {name}" for name in names_in(made.server.certificate)], sep="\n")
