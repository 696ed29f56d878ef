import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def installed_by_name() -> set[str]:
    lines = [line for name in ("run", "test") for line in (ROOT / f"requirements/{name}.in").read_text().splitlines()]
    python = {re.split(r"[\[<>=]", line)[0] for line in lines if line and not line.startswith(("#", "-c"))}
    package = json.loads((ROOT / "package.json").read_text())
    return python | set(package["dependencies"]) | set(package["devDependencies"])


def explained() -> set[str]:
    rows = re.findall(r"^\| ([^ |]+) \|", (ROOT / "docs/dependencies.md").read_text(), re.MULTILINE)
    return set(rows) - {"package"}


def test_every_dependency_has_its_line_and_no_line_is_left_over():
    assert explained() == installed_by_name()


def test_no_lock_names_a_registry():
    locks = [ROOT / "requirements/run.txt", ROOT / "requirements/test.txt", ROOT / "package-lock.json"]
    assert [p.name for p in locks if re.search(r"resolved|index-url|find-links|registry\.", p.read_text())] == []


def test_a_decision_is_at_most_60_lines():
    long = [p.name for p in (ROOT / "docs/decisions").glob("*.md") if len(p.read_text().splitlines()) > 60]
    assert long == []


def test_links_between_documents_lead_somewhere():
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    dead = [
        f"{page.name} -> {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert dead == []


PARTS = ("____", "☐", r"(?m)^- ", r"(?m)^\d\. ", r"\*\*")
"""What has to be as many in each language: blanks, boxes, points, numbers, emphasis."""


@pytest.mark.parametrize("paper", ["privacy-notice", "consent"])
def test_papers_for_residents_say_the_same_in_three_languages(paper):
    files = [ROOT / f"docs/templates/{paper}{language}.md" for language in ("", ".ar", ".fr")]
    shapes = [tuple(len(re.findall(part, file.read_text(encoding="utf-8"))) for part in PARTS) for file in files]
    assert len(set(shapes)) == 1, shapes
