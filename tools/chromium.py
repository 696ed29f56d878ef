"""Find Chromium for the browser tests; install Debian's where that is allowed; say so plainly where it is not."""

import os
import shutil
import subprocess
import sys


def find() -> str:
    """The path of a Chromium on this machine, or an empty string."""
    return next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))),
        "",
    )


def main() -> None:
    if find():
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        print("No Chromium here: installing Debian's for the browser tests.", flush=True)
        quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
        subprocess.run(["apt-get", "update", "-q"], check=False, **quiet)
        subprocess.run(["apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium"], check=False, **quiet)
    if not find():
        print(
            "No Chromium, and none could be installed: the browser tests will be skipped by name.",
            file=sys.stderr,
        )


if __name__ == "__main__":
    main()
