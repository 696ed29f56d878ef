"""What the import contracts cannot say: how long, which rooms, which words. Each test names what to do instead."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOMAIN = (
    "access",
    "places",
    "cases",
    "waiting",
    "tracing",
    "reception",
    "shelter",
    "care",
    "courses",
    "relief",
    "homecoming",
    "oversight",
    "erasure",
    "emergency",
    "reports",
    "door",
    "desk",
)
ROOMS = {"events", "rules", "models", "projectors", "queries", "actions", "forms", "views", "urls"}
FITTINGS = {"apps", "templates", "static", "migrations", "management", "tests", "__init__", "__pycache__"}
IRREGULAR = {
    "TurnedBack",
    "Left",
    "Heard",
    "Sent",
    "Sought",
    "Met",
    "Told",
    "Held",
    "Withheld",
    "Begun",
    "Given",
    "Withdrawn",
    "Taken",
    "Lost",
    "Found",
    "Put",
    "Born",
    "Chosen",
}


def sources(*suffixes: str) -> Iterator[Path]:
    for top in ("onward", "tests", "tools", "benchmarks"):
        for path in sorted((ROOT / top).rglob("*")):
            inside = path.relative_to(ROOT).parts
            if path.suffix in suffixes and "migrations" not in inside and "vendor" not in inside:
                yield path


def named(path: Path, line: int = 0) -> str:
    return path.relative_to(ROOT).as_posix() + (f":{line}" if line else "")


def programs() -> Iterator[Path]:
    return (p for p in sources(".py") if p.is_relative_to(ROOT / "onward") and "tests" not in p.parts)


def room_of(path: Path) -> str:
    parts = path.relative_to(ROOT / "onward").parts
    return parts[1].removesuffix(".py") if len(parts) > 1 else ""


def app_of(path: Path) -> str:
    return path.relative_to(ROOT / "onward").parts[0]


def test_no_file_is_over_300_lines():
    long = [named(p) for p in sources(".py", ".html") if len(p.read_text(encoding="utf-8").splitlines()) > 300]
    assert long == []  # a room that grows becomes a package of the same name, one verb or noun a file


def test_no_function_is_over_40_lines():
    long = []
    for path in sources(".py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
                if (node.end_lineno or 0) - first + 1 > 40:
                    long.append(named(path, node.lineno))
    assert long == []


@pytest.mark.parametrize("app", DOMAIN)
def test_an_app_has_only_the_rooms_of_the_house(app):
    found = {p.name.removesuffix(".py") for p in (ROOT / "onward" / app).iterdir()}
    assert found - ROOMS - FITTINGS == set()


def test_every_app_is_a_floor_of_the_house():
    tops = {p.name for p in (ROOT / "onward").iterdir() if p.is_dir() and p.name != "__pycache__"}
    kernel = {"config", "watch", "journal", "ui", "kit", "names", "forecast", "sealing", "pathway", "harmless"}
    assert tops - kernel == set(DOMAIN)


def test_events_are_past_participles():
    from onward.journal.events import EVENTS

    odd = [
        kind
        for kind, event in EVENTS.items()
        if not (event.__name__.endswith("ed") or any(event.__name__.endswith(w) for w in IRREGULAR))
    ]
    assert odd == []


def test_every_event_explains_itself():
    from onward.journal.events import EVENTS

    assert [kind for kind, event in EVENTS.items() if not (event.__doc__ or "").strip()] == []


WORDS = {
    r"#\s*type: ignore(?!\[[\w, -]+\]\s+#\s*\w)": "say which error, and why: `# type: ignore[code]  # why`",
    r"#\s*noqa(?!: [\w, ]+ - \w)": "say which rule, and why: `# noqa: RULE - why`",
    r"except (Exception|BaseException)\b": "name the error that you expect",
    r"from django\.dispatch|django\.db\.models\.signals": "what follows from a fact is a projector's work",
    r"from django\.views\.generic|rest_framework": "views are functions",
    r"ATOMIC_REQUESTS": "the action opens the transaction",
    r"\bTODO\b|\bFIXME\b|\bXXX\b": "finish it, or file an issue",
    r"\bskip_\w+\s*=|\bforce=": "an act has no back door",
    r"\bprint\(": "only a command line prints",
}


@pytest.mark.parametrize("word", WORDS, ids=[f"rule{i}" for i in range(len(WORDS))])
def test_no_source_uses_a_word_of_the_red_list(word):
    used = [
        f"{named(path, number)}: {WORDS[word]}"
        for path in programs()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(word, line) and not (word.startswith(r"\bprint") and app_of(path) == "config")
    ]
    assert used == []


def test_no_third_person_writes_a_read_model():
    used = [
        named(path, number)
        for path in programs()
        if app_of(path) in DOMAIN and room_of(path) in {"actions", "views", "forms", "rules", "events"}
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"\.objects\b|\.save\(", line)
    ]
    assert used == []  # queries read, projectors write; an action finds, checks and says


def test_nothing_names_a_label_that_could_hurt():
    hurtful = re.compile(r"\b(prisoner|suspect|terrorist|defector|jihadi|detainee|inmate)s?\b", re.IGNORECASE)
    shown = (p for p in sources(".html", ".py", ".toml") if p != Path(__file__))
    said = [
        named(path, number)
        for path in shown
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if hurtful.search(line)
    ]
    assert said == []


def test_no_template_styles_or_scripts_by_itself():
    inline = re.compile(r"\sstyle=|<style\b(?! nonce=)|<script(?![^>]*\bsrc=)|\son\w+=|javascript:", re.IGNORECASE)
    found = [
        named(path, number)
        for path in sources(".html")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if inline.search(line)
    ]
    assert found == []  # the content security policy would drop it; the one stylesheet has the tokens


def test_no_title_asks_a_block_for_what_the_page_says():
    """Within a block of a template `block` is the template's own: a title that asks it for a name says nothing."""
    asks = re.compile(r"{% block \w+ %}.*(=|{{ )block\.\w+")
    assert [named(path) for path in sources(".html") if asks.search(path.read_text(encoding="utf-8"))] == []


ON_A_CALENDAR = {
    "door/views/entering.py": "an empty month, where the way out of the resident's page leads",
    "reports/queries/calendar.py": "what hangs on the wall of a site: courses, site events, hours of clinics",
    "reports/views/calendar.py": "the same, on the screen and as a feed without names",
}
"""What draws a calendar: never one of interviews, visits, or a convoy's route and times: it would say when to watch."""


def test_no_page_is_a_calendar_of_what_should_not_be_watched():
    home = Path(__file__).parent.parent / "onward"
    draws = re.compile(r"^\s*(?:import|from) (?:calendar|icalendar)\b|text/calendar", re.MULTILINE)
    sources = [path for path in home.rglob("*.py") if "tests" not in path.parts]
    found = {str(path.relative_to(home)) for path in sources if draws.search(path.read_text(encoding="utf-8"))}
    assert found == set(ON_A_CALENDAR)
    drawn = {path.name for path in home.rglob("*.html") if "calendar" in path.name or "month" in path.name}
    assert drawn == {"month.html", "see_calendar.html"}


def test_a_calendar_reads_no_room_that_knows_of_interviews_visits_or_journeys():
    home = Path(__file__).parent.parent / "onward"
    read = "".join((home / path).read_text(encoding="utf-8") for path in ON_A_CALENDAR if path.startswith("reports"))
    rooms = set(re.findall(r"from onward\.(\w+)", read))
    assert rooms == {"access", "care", "courses", "kit", "places", "reports", "shelter"}
    assert set(re.findall(r"from onward\.shelter\.(\S+)", read)) == {"queries.diary", "rules.diary"}
