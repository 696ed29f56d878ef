"""`onward serve` for a story: the real command and server, on a folder of its own, at a moment that the story sets."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from datetime import datetime, timedelta
from pathlib import Path

WITH_CLOCK = """
import sys
from onward.config.cli import main, serving
serving.TARGET = "tests.journeys.told:application"
sys.exit(main(["serve", "--no-clocks", "--port", sys.argv[1]]))
"""


class Served:
    """One running programme. `later(days=3)` lets days pass; `log` is all that it printed."""

    def __init__(self, folder: Path, passphrase: str, begins: datetime) -> None:
        self.folder, self.now = folder, begins
        self.clock = folder.parent / "clock"
        self.log = folder.parent / "server.log"
        words = folder.parent / "passphrase"
        words.write_text(f"{passphrase}\n")
        with socket.socket() as trial:
            trial.bind(("127.0.0.1", 0))
            self.port = trial.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.later()
        self.process = self._started({"ONWARD_DATA": str(folder), "ONWARD_PASSPHRASE_FILE": str(words)})
        words.unlink()

    def _started(self, environment: dict[str, str]) -> subprocess.Popen[bytes]:
        known = {**os.environ, "PYTHONPATH": str(Path.cwd()), "DJANGO_SETTINGS_MODULE": "onward.config.settings"}
        with self.log.open("w") as log:
            process = subprocess.Popen(
                [sys.executable, "-c", WITH_CLOCK, str(self.port)],
                env={**known, **environment},
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        begun = time.monotonic()
        while not self._answers():
            gone = process.poll() is not None or time.monotonic() - begun > 60
            assert not gone, self.log.read_text()
            time.sleep(0.1)
        return process

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/sign-in", timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def later(self, *, days: int = 0, hours: int = 0, minutes: int = 0) -> datetime:
        """Let time pass; gives the new moment."""
        self.now += timedelta(days=days, hours=hours, minutes=minutes)
        part = self.clock.with_suffix(".part")
        part.write_text(self.now.isoformat())
        part.replace(self.clock)
        return self.now

    def stop(self) -> None:
        """End it as Ctrl-C does."""
        self.process.terminate()
        try:
            self.process.wait(8)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(8)
