"""The requests that are measured: as a case worker of one site, and as a coordinator who sees them all."""

import random
import re
from collections.abc import Callable
from datetime import datetime
from urllib.parse import urljoin

import psutil

from benchmarks.seeded import Seeded
from benchmarks.serving import Answer, Client, Cost, Expected, leading_to, measure, page, plain
from onward.kit.ids import new_id

ASSETS = re.compile(r'(?:href|src)="(/static/[^"]+)"')
WORKERS = 10
NAMES_ASKED = 40
REPORTS = (("/reports/", "slowest-heading"), ("/reports/days", 'id="account"'), ("/reports/headcount", "big-number"))
FONTS = re.compile(r"""url\(["']?([^)"']*woff2)""")


def first_visit(client: Client) -> int:
    """Bytes of the sign-in page in Arabic with everything that it loads."""
    client.cookies["onward_language"] = "ar"
    _status, text, _to = client.ask("/sign-in")
    total = len(text)
    for address in dict.fromkeys(ASSETS.findall(plain(text).decode())):
        _status, asset, _to = client.ask(address)
        total += len(asset)
        if address.endswith(".css"):
            total += sum(len(client.ask(urljoin(address, font))[1]) for font in FONTS.findall(plain(asset).decode()))
    return total


def measure_all(server: psutil.Process, port: int, seeded: Seeded, times: int) -> dict[str, Cost]:
    """Every request, by name."""
    worker, coordinator, reader = Client(port), Client(port), Client(port)
    worker.sign_in("worker0")
    coordinator.sign_in("coordinator")
    # Another reader each minute: of a kept programme too, the files below have not been opened that day.
    who = datetime.now().astimezone().minute % WORKERS
    reader.sign_in(f"worker{who}")
    unread = random.Random(25).sample([c for place, c in enumerate(seeded.cases) if place % WORKERS == who], 90)
    sent = {"csrfmiddlewaretoken": coordinator.token("/today")}
    asked: list[tuple[str, int, Callable[[int], Answer], Expected]] = [
        ("list of 25", times, lambda _n: coordinator.ask("/residents/"), page('href="/residents/')),
        ("list of 25, one site", times, lambda _n: worker.ask("/residents/"), page('href="/residents/')),
        ("today", times, lambda _n: worker.ask("/today"), page("in your care")),
        ("open a case", 80, lambda n: reader.ask(f"/residents/{unread[n]}/"), page("days-heading")),
        ("open it again", times, lambda n: reader.ask(f"/residents/{unread[n % 80]}/"), page("days-heading")),
        *((path, 50, lambda _n, path=path: coordinator.ask(path), page(mark)) for path, mark in REPORTS),
        ("search", times, lambda n: coordinator.ask("/find", {**sent, "q": f"Quiet Cedar {n}"}), page("Quiet Cedar")),
    ]
    asked.append(_by_name(worker_of(port, who + 1)))
    costs = [measure(server, name, many, ask, expected=wanted) for name, many, ask, wanted in asked]
    costs.append(_arrivals(server, worker, seeded, times))
    return {cost.name: cost for cost in costs}


def worker_of(port: int, number: int) -> Client:
    """A browser in which one of the ten case workers is signed in."""
    client = Client(port)
    client.sign_in(f"worker{number % WORKERS}")
    return client


def _by_name(client: Client) -> tuple[str, int, Callable[[int], Answer], Expected]:
    """A search by a name, in either of two scripts: no more of them than one person may make within an hour."""
    sent = {"csrfmiddlewaretoken": client.token("/find")}
    names = ("Mohamed Kabara", "Amina Loufati", "محمد كبارة", "أمينة خالد", "Рустам Дильбек")
    ask = lambda n: client.ask("/find", {**sent, "q": f"{names[n % len(names)]} {'abcdefghij'[n // 5 % 10]}ou"})  # noqa: E731
    return "search by name", NAMES_ASKED, ask, page('role="search"')


def _arrivals(server: psutil.Process, worker: Client, seeded: Seeded, times: int) -> Cost:
    token = worker.token("/arrivals/new/")

    def arrive(_n: int) -> Answer:
        form = {
            "csrfmiddlewaretoken": token,
            "entry": new_id(),
            "language": "fr",
            "happened_at": f"{datetime.now().astimezone():%Y-%m-%dT%H:%M}",
            "site": seeded.site,
            "count": "1",
        }
        return worker.ask("/arrivals/new/", form)

    return measure(server, "record an arrival", times, arrive, expected=leading_to("/arrivals/"))
