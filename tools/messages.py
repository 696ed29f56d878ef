"""Keeps the catalogues of onward/ui/locale in step with every string that the program shows.

Reads Python, templates (through Django's own `templatize`) and the words of the pathways, with Babel alone, so
that no gettext programs are needed. `--check` fails when a catalogue is stale, empty somewhere, or has lost a
placeholder.
"""

import io
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).parent.parent
LOCALES = ROOT / "onward/ui/locale"
LANGUAGES = ("ar", "fr")
KEYWORDS = {
    **dict.fromkeys(("_", "_lazy", "gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
PATHWAY_WORDS = ("title", "title_for_person", "about", "say", "evidence", "name")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}|%[sd]")
Found = tuple[str, str | tuple[str, str], str | None]


def of_python(text: str, where: str) -> Iterator[Found]:
    """Every (where, message, context) of Python source."""
    calls = extract_python(io.BytesIO(text.encode()), tuple(KEYWORDS), [], {})
    for line, function, parts, _comments in calls:
        texts = [p for p in (parts if isinstance(parts, tuple | list) else (parts,)) if p]
        if not texts:
            continue
        context = texts.pop(0) if "pgettext" in function else None
        if "ngettext" in function or "npgettext" in function:
            yield f"{where}:{line}", (texts[0], texts[1]), context
        elif texts:
            yield f"{where}:{line}", texts[0], context


def of_template(text: str, where: str) -> Iterator[Found]:
    """Every message of a Django template."""
    flat = "\n".join(line.lstrip() for line in templatize(text, origin=where).splitlines())
    return of_python(flat, where)


def of_pathway(text: str, where: str) -> Iterator[Found]:
    """Every word for people in a pathway."""

    def walk(value: object, key: str = "") -> Iterator[Found]:
        if isinstance(value, dict):
            for name, inner in value.items():
                yield from walk(inner, "title" if key == "stages" else name)
        elif isinstance(value, list):
            for inner in value:
                yield from walk(inner, key)
        elif isinstance(value, str) and key in PATHWAY_WORDS and value:
            yield where, value, None

    return walk(tomllib.loads(text))


READERS = {".py": of_python, ".html": of_template, ".txt": of_template, ".toml": of_pathway}


def found() -> Iterator[Found]:
    """Every message of the program."""
    for path in sorted((ROOT / "onward").rglob("*")):
        where = path.relative_to(ROOT).as_posix()
        if path.suffix == ".toml" and "pathway/ways/" not in where:
            continue
        if path.suffix in READERS and "/tests/" not in where and "/migrations/" not in where:
            yield from READERS[path.suffix](path.read_text(encoding="utf-8"), where)


def template() -> Catalog:
    """A catalogue of every message, with the files it stands in (no line numbers: they would make every diff noisy)."""
    catalog = Catalog(charset="utf-8", header_comment="# Onward. Apache-2.0.")
    for where, message, context in found():
        flags = ["python-format"] if "%(" in str(message) else []
        catalog.add(message, context=context, locations=[(where.split(":")[0], 0)], flags=flags)
    return catalog


def catalogue(language: str) -> Catalog:
    """The catalogue as committed, or an empty one."""
    path = LOCALES / language / "LC_MESSAGES/django.po"
    if not path.exists():
        return Catalog(locale=language, charset="utf-8", header_comment="# Onward. Apache-2.0.", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def save(catalog: Catalog, language: str) -> None:
    """Write a catalogue in a stable order."""
    path = LOCALES / language / "LC_MESSAGES/django.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, width=110, sort_output=True, ignore_obsolete=True, include_lineno=False)


def strings(message: Message) -> list[str]:
    """All translations of a message: one, or one a plural form."""
    return [message.string] if isinstance(message.string, str) else list(message.string)


def faults(language: str, wanted: Catalog) -> Iterator[str]:
    """What is wrong with a catalogue, a sentence each."""
    have = catalogue(language)
    for message in wanted:
        if not message.id:
            continue
        first = message.id if isinstance(message.id, str) else message.id[0]
        got = have.get(first, message.context)
        if got is None or got.fuzzy or not all(strings(got)):
            yield f"{language}: not translated: {first!r} ({message.locations[0][0]})"
            continue
        allowed = set(PLACEHOLDER.findall(first if isinstance(message.id, str) else " ".join(message.id)))
        for text in strings(got):
            held = set(PLACEHOLDER.findall(text))
            if not held <= allowed or (isinstance(message.id, str) and held != allowed):
                yield f"{language}: placeholders differ in {first!r}: {text!r}"
    keys = {(m.id if isinstance(m.id, str) else m.id[0], m.context) for m in wanted}
    for message in have:
        first = message.id if isinstance(message.id, str) else message.id[0]
        if message.id and (first, message.context) not in keys:
            yield f"{language}: no longer used: {first!r}"


def main() -> None:
    wanted = template()
    if "--check" in sys.argv:
        wrong = [fault for language in LANGUAGES for fault in faults(language, wanted)]
        print(*wrong[:40], sep="\n")
        sys.exit(
            f"{len(wrong)} faults in the translations; `make fix` brings the catalogues up to date." if wrong else 0
        )
    for language in LANGUAGES:
        have = catalogue(language)
        wanted.creation_date = have.creation_date  # a new run with no new message leaves the file as it was
        have.update(wanted, no_fuzzy_matching=True)
        save(have, language)


if __name__ == "__main__":
    main()
