"""A process that writes and is ended: killed at some moment, or with a disk that fails beneath it.

It is a fork of the test's own process, so that it begins within milliseconds. What it was told is done, it writes to
a pipe at once; what the pipe holds was acknowledged.
"""

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from onward.cases.queries import case_for
from onward.homecoming.events import Departed
from onward.homecoming.tests.convoys import NAMES, Journey
from onward.homecoming.tests.story import Story
from onward.journal import head, rows
from onward.journal.keyring import count_keys
from onward.journal.reading import effective
from onward.kit.ids import new_id
from onward.reception.actions import record_arrival
from onward.reception.queries import cases_in_group
from onward.reception.rules import Person
from tests.cast import Cast
from tests.programme import Programme

GROUP = (Person(), Person(), Person())


class Crash:
    """A programme with a convoy that is ready to leave and a resident who may be heard; `kept` is a copy of it."""

    def __init__(self, programme: Programme, cast: Cast, tmp_path: Path) -> None:
        self.programme, self.cast, self.child = programme, cast, 0
        self.journey = Journey(programme, cast)
        self.travellers = self.journey.ready(*NAMES[:2])
        self.journey.seat(*self.travellers)
        self.story = Story(programme, cast, NAMES[2])
        programme.close()
        self.kept = programme.copy_to(tmp_path / "kept")

    def flows(self, chance: random.Random) -> Iterator[tuple[str, Callable[[str], object]]]:
        """What is written: arrivals and wishes for ever, the departure and a scanned paper once, in some order."""
        once = [
            ("departure", lambda entry: self.journey.depart(entry=entry)),
            ("paper", lambda entry: self.journey.stories[0].papers(entry=entry, scan=b"%PDF-1.7" * 9000)),
        ]
        chance.shuffle(once)
        wishes = ("home", "not_yet")
        for turn in range(1000):
            if once and (turn > 1 or chance.random() < 0.5):
                yield once.pop()
            yield "arrival", self.arrive
            wish = wishes[turn % 2]
            said = {"wish": wish, "country": "France" if wish == "home" else ""}
            yield "wish", lambda entry, said=said: self.story.wish(entry=entry, **said)

    def arrive(self, entry: str) -> object:
        return record_arrival(self.cast.rosa, site=self.cast.checkpoint, language="fr", people=GROUP, entry=entry)

    @contextmanager
    def writing(self, seed: int, most: int = 1000) -> Iterator[tuple[int, int]]:
        """A child that writes once a byte is sent to it; gives where to send it and where to read."""
        self.programme.become(self.kept)
        self.programme.close()
        (ours, theirs), (goes, go) = os.pipe(), os.pipe()
        self.child = os.fork()
        if not self.child:
            self._write(seed, most, theirs, goes)
        os.close(theirs)
        os.close(goes)
        try:
            yield go, ours
        finally:
            os.kill(self.child, signal.SIGKILL)
            os.waitpid(self.child, 0)
            os.close(go)
            os.close(ours)
            self.programme.open()

    def _write(self, seed: int, most: int, out: int, go: int) -> None:
        try:
            self.programme.open()
            self._read()  # as a server that has been running
            os.write(out, b"ready\n")
            os.read(go, 1)
            for number, (what, act) in enumerate(self.flows(random.Random(seed))):
                if number >= most:
                    break
                entry = new_id()
                try:
                    act(entry)
                except Exception as failed:
                    os.write(out, f"failed {what} {type(failed).__name__}\n".encode())
                else:
                    os.write(out, f"done {what} {entry}\n".encode())
            self._read()
            os.write(out, b"read\n")
            time.sleep(60)
        finally:
            os._exit(1)

    def _read(self) -> None:
        assert case_for(self.cast.sami, self.story.case).id == self.story.case
        assert count_keys() > 0

    def killed(self, seed: int, acknowledged: int, after: float) -> list[str]:
        """Kill it that long after it said so often that something is done. Gives everything that it had said."""
        with self.writing(seed) as (go, out):
            assert os.read(out, 6) == b"ready\n"
            os.write(go, b"g")
            said = b""
            while said.count(b"\n") < acknowledged:
                said += os.read(out, 1 << 16)
            time.sleep(after)
            os.kill(self.child, signal.SIGKILL)
            return rest_of(out, said)

    def check(self, said: list[str]) -> int:
        """No acknowledged entry is lost, none half applied, the journal is sound. Gives how many were acknowledged."""
        report = self.programme.verify()
        assert report.fault is None, report
        assert report.standing in head.SOUND
        done = [line.split()[1:] for line in said if line.startswith("done")]
        for what, entry in done:
            there = len(cases_in_group(entry)) == len(GROUP) if what == "arrival" else rows.exists(entry)
            assert there, f"{what} was acknowledged and is not there"
        groups = self.programme.sql('SELECT count(*) FROM reception_arrival GROUP BY "group"')
        assert {many for (many,) in groups if many > 1} <= {len(GROUP)}
        left = [any(isinstance(entry.event, Departed) for entry in effective(case)) for case in self.travellers]
        assert left == [self.journey.state == "departed"] * 2
        assert len(effective(self.journey.id)) == 1 + (self.journey.state == "departed")
        return len(done)


def rest_of(pipe: int, content: bytes = b"") -> list[str]:
    """Everything that stands in the pipe, line by line; a line that was cut was not said."""
    while block := os.read(pipe, 1 << 16):
        content += block
    return content.decode().split("\n")[:-1]
