"""`python -m benchmarks.seeding CASES FILE`: seed the folder ONWARD_DATA, and tell FILE what is in it."""

import json
import os
import secrets
import sys
from pathlib import Path


def main() -> None:
    """Make the folder, its passphrase beside it, and everything inside."""
    folder = Path(os.environ["ONWARD_DATA"])
    folder.mkdir(parents=True, exist_ok=True)
    passphrase = secrets.token_hex(16)
    (folder / "passphrase").write_text(passphrase)
    from onward.sealing import vault

    vault.create(folder, passphrase)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from benchmarks.seed import seed

    Path(sys.argv[2]).write_text(json.dumps(seed(int(sys.argv[1]))))


if __name__ == "__main__":
    main()
