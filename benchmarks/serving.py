"""A real server on the seeded folder, and a client that counts what each request costs it."""

import gzip
import hmac
import http.client
import os
import re
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import psutil

from benchmarks.seeded import PASSWORD, SECOND_STEP

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
IDLE_S = 15
OK, FOUND = 200, 302
HEADERS = {"Accept-Encoding": "gzip", "Accept-Language": "en"}


class Cost(NamedTuple):
    """What a kind of request cost: CPU of all server processes, waiting times, bytes over the wire."""

    name: str
    cpu_ms: float
    p50_ms: float
    p95_ms: float
    bytes: int
    per_second: float


def plain(sent: bytes) -> bytes:
    """What was sent, unpacked where it came packed."""
    return gzip.decompress(sent) if sent[:2] == b"\x1f\x8b" else sent


def second_step(later: int = 0) -> str:
    """What the authenticator app of the bench's staff shows now, or some seconds later (RFC 6238)."""
    digest = hmac.digest(SECOND_STEP, struct.pack(">Q", (int(time.time()) + later) // 30), "sha1")
    (part,) = struct.unpack(">I", digest[digest[-1] & 15 :][:4])
    return f"{(part & 0x7FFFFFFF) % 1_000_000:06d}"


class Client:
    """A browser with cookies, on one connection that is kept open."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.asked_at = 0.0
        self.cookies: dict[str, str] = {}

    def ask(self, path: str, form: dict[str, str] | None = None) -> tuple[int, bytes, str]:
        """Status, body as sent, and where it leads."""
        headers = {**HEADERS, "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        body = None
        if form is not None:
            body = urlencode(form, doseq=True)
            headers |= {
                "Content-Type": "application/x-www-form-urlencoded",
                "Referer": f"http://127.0.0.1:{self.port}{path}",
            }
        if time.monotonic() - self.asked_at > IDLE_S:
            self.connection.close()  # the server would have, soon; the next request opens another
        self.asked_at = time.monotonic()
        self.connection.request("GET" if form is None else "POST", path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read()
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status, text, answer.headers.get("Location", "")

    def token(self, path: str) -> str:
        """What a form on that page must send back."""
        status, text, _to = self.ask(path)
        found = TOKEN.search(plain(text).decode())
        if found is None:
            raise SystemExit(f"{path} answered {status} without a form.")
        return found[1]

    def sign_in(self, username: str) -> None:
        """Sign in as one of the bench's staff."""
        form = {"csrfmiddlewaretoken": self.token("/sign-in"), "login": username, "password": PASSWORD}
        status, _text, _to = self.ask("/sign-in", form)
        for later in (0, 30) if status == 302 else ():  # each code is taken once
            status, _text, _to = self.ask("/sign-in/code", form | {"code": second_step(later)})
            if status == 302:
                break
        if status != 302:
            raise SystemExit(f"Signing in as {username} answered {status}.")


@contextmanager
def served(folder: Path, passphrase: Path, port: int) -> Iterator[psutil.Process]:
    """The program serving `folder`, unlocked; ended when the block is left."""
    env = {**os.environ, "ONWARD_DATA": str(folder), "ONWARD_PASSPHRASE_FILE": str(passphrase)}
    command = [sys.executable, "-m", "onward.config.cli", "serve", "--no-clocks", "--port", str(port)]
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
    try:
        _wait_until_it_answers(port)
        yield psutil.Process(process.pid)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(20)


def _wait_until_it_answers(port: int) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            if Client(port).ask("/sign-in")[0] == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("The server did not answer within a minute.")


def processes(server: psutil.Process) -> list[psutil.Process]:
    """The supervisor and its worker."""
    return [server, *server.children(recursive=True)]


def cpu_s(server: psutil.Process) -> float:
    """CPU seconds that the server's processes have used."""
    return sum(t.user + t.system for t in (p.cpu_times() for p in processes(server)))


def pss_mb(server: psutil.Process) -> float:
    """Memory of the server's processes, what they share counted once."""
    return sum(p.memory_full_info().pss for p in processes(server)) / 1e6


Answer = tuple[int, bytes, str]
Expected = Callable[[Answer], bool]


def page(mark: str) -> Expected:
    """Whether that was the page with this in its text: a redirect elsewhere costs little, and proves nothing."""
    return lambda answer: answer[0] == OK and mark in plain(answer[1]).decode()


def leading_to(path: str) -> Expected:
    """Whether that was done, and leads on to such an address."""
    return lambda answer: answer[0] == FOUND and path in answer[2]


def measure(
    server: psutil.Process, name: str, times: int, request: Callable[[int], Answer], *, expected: Expected
) -> Cost:
    """Send a request many times, after a few that are not counted. Each must answer as `expected`."""
    answers, waits = [], []
    for number in range(-10, 0):
        _check(request(number), expected, name)
    before, begun = cpu_s(server), time.perf_counter()
    for number in range(times):
        at = time.perf_counter()
        answers.append(request(number))
        waits.append((time.perf_counter() - at) * 1000)
    whole = time.perf_counter() - begun
    spent = (cpu_s(server) - before) * 1000 / times
    for answer in answers:
        _check(answer, expected, name)
    waits.sort()
    size = max(len(answer[1]) for answer in answers)
    return Cost(name, spent, waits[times // 2], waits[int(times * 0.95)], size, times / whole)


def _check(answer: Answer, expected: Expected, name: str) -> None:
    if not expected(answer):
        raise SystemExit(f"{name}: not the page that was asked for, but {answer[0]} {answer[2]}.")
