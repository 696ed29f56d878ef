"""A server started as people start it, for tests that end it in every way they can."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from onward.sealing import locking

WORDS = "olive lantern seven rivers"
SLOW = """
import sys
from onward.config.cli import main, serving
serving.TARGET = "onward.config.tests.slow:application"
sys.exit(main(sys.argv[1:]))
"""


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Server:
    """One `onward serve` on a free port."""

    def __init__(self, folder: Path, *, passphrase_file: Path | None = None, words: tuple[str, ...] = ()) -> None:
        with socket.socket() as trial:
            trial.bind(("127.0.0.1", 0))
            self.port = trial.getsockname()[1]
        self.folder = folder
        self.environment = {**os.environ, "ONWARD_DATA": str(folder), "PYTHONPATH": str(Path.cwd())}
        self.environment["DJANGO_SETTINGS_MODULE"] = "onward.config.settings"
        self.environment.pop("ONWARD_PASSPHRASE_FILE", None)
        if passphrase_file:
            self.environment["ONWARD_PASSPHRASE_FILE"] = str(passphrase_file)
        self.log = folder.parent / f"server-{self.port}.log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-c", SLOW, "serve", "--port", str(self.port), *words],
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        try:
            self.wait_for(lambda: self.get("/")[0] in {200, 302, 404}, 30)
        except AssertionError:
            self.__exit__()
            raise

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        try:
            self.process.wait(8)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def get(self, path: str, form: dict[str, str] | None = None) -> tuple[int, str]:
        """The status and the page; 0 when nobody answers."""
        body = urllib.parse.urlencode(form).encode() if form is not None else None
        opener = urllib.request.build_opener(NoRedirect)
        try:
            with opener.open(f"http://127.0.0.1:{self.port}{path}", body, timeout=10) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, refused.read().decode()
        except OSError:
            return 0, ""

    def wait_for(self, holds, seconds: float = 30) -> float:
        """Wait until it holds; gives how long that took."""
        begun = time.monotonic()
        while not holds():
            assert time.monotonic() - begun < seconds, self.log.read_text()
            time.sleep(0.05)
        return time.monotonic() - begun

    def unlock(self) -> int:
        return self.get("/", {"passphrase": WORDS})[0]

    @property
    def holder(self) -> int | None:
        return locking.holder_of(self.folder)

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "onward.config.cli", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )


def is_alive(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
