"""The words of a pathway file in other languages, for those who read no English."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from onward.pathway.lines import Lines
from onward.pathway.shape import Pathway
from onward.pathway.wrong import PathwayError, nearest

LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z]{2,8})*")
STEP_WORDS = ("title", "title_for_person", "say", "evidence")
Words = dict[str, dict[str, str]]


def translations(told: object, way: Pathway, lines: Lines, given: Mapping[str, Mapping[str, str]]) -> Words:
    """From each language to its texts, by the text of the way itself; `given` are those of the way it extends."""
    words: Words = {language: dict(texts) for language, texts in given.items()}
    if not isinstance(told, dict):
        raise PathwayError(lines.of("words"), "`words` is no table.", "Begin the words of a language with [words.fr].")
    for language, texts in told.items():
        line = lines.of(f"words.{language}", "words")
        if not LANGUAGE.fullmatch(language) or not isinstance(texts, dict):
            raise PathwayError(line, f"`{language}` is no language.", "Begin the words of French with [words.fr].")
        known = words.setdefault(language, {})
        known.update(_told(texts, way, lambda path, at=language: lines.of(f"words.{at}.{path}", f"words.{at}")))
    return words


def _told(texts: Mapping[str, Any], way: Pathway, line: Any) -> Iterator[tuple[str, str]]:
    originals = {path: text for path, text in _originals(way) if text}
    for path, text in _flat(texts):
        if path not in originals:
            raise PathwayError(line(path), f"The way has no words `{path}`.", nearest(path, originals))
        if not isinstance(text, str) or not text.strip():
            raise PathwayError(line(path), f"`{path}` has no words.", "Write them in quotes.")
        yield originals[path], text


def _originals(way: Pathway) -> Iterator[tuple[str, str]]:
    yield "title", way.title
    yield "about", way.about
    for stage in way.stages:
        yield f"stages.{stage.id}", stage.title
    for step in way.steps:
        for key in STEP_WORDS:
            yield f"steps.{step.id}.{key}", getattr(step, key)


def _flat(told: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, object]]:
    for key, value in told.items():
        path = f"{before}{key}"
        if isinstance(value, dict):
            yield from _flat(value, f"{path}.")
        else:
            yield path, value
