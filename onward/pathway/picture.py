"""A pathway as a picture: stages down the side, a dot for each step, a line to each step that it waits for."""

from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape

from onward.pathway.shape import Pathway, Step

WIDTH, ROW, TOP, STAGE_X, DOT_X, TEXT_X = 720, 40, 16, 8, 236, 256
BEND = 18
HERE, OUTSIDE = "#2f6f5e", "#b7791f"
Say = Callable[[str], str]


def picture(way: Pathway, *, say: Say = str, note: Callable[[Step], str], alone: bool = False) -> str:
    """The way as SVG. `say` puts a text of the way into the reader's language, `note` says whose a step is and when.

    `alone`: it stands as a file of its own, on a white ground.
    """
    height = TOP * 2 + ROW * len(way.steps)
    steps = ", ".join(say(step.title) for step in way.steps)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" class="drawn-way" '
        f'font-family="system-ui, sans-serif" font-size="13" fill="currentColor">'
        f"<title>{escape(say(way.title))}</title><desc>{escape(steps)}</desc>"
    )
    ground = f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>' if alone else ""
    parts = (*_stages(way, say), *_lines(way), *_steps(way, say, note))
    return head + ground + "".join(f"\n{part}" for part in parts) + "\n</svg>\n"


def _y(rank: int) -> int:
    return TOP + ROW * rank + ROW // 2


def _stages(way: Pathway, say: Say) -> Iterator[str]:
    before = ""
    titles = {stage.id: stage.title for stage in way.stages}
    for step in way.steps:
        if step.stage != before:
            y = _y(step.rank)
            if before:
                edge = y - ROW // 2
                yield f'<path d="M{STAGE_X} {edge}H{WIDTH - 8}" stroke="currentColor" stroke-opacity=".15"/>'
            yield f'<text x="{STAGE_X}" y="{y + 4}" font-weight="600">{escape(say(titles[step.stage]))}</text>'
        before = step.stage


def _lines(way: Pathway) -> Iterator[str]:
    ranks = {step.id: step.rank for step in way.steps}
    for step in way.steps:
        for need in step.needs:
            far = min(step.rank - ranks[need] - 1, 5)
            bend = DOT_X - (BEND + 7 * far if far else 0)
            start, end = _y(ranks[need]) + 6, _y(step.rank) - 6
            curve = f"M{DOT_X} {start}C{bend} {start + 14} {bend} {end - 14} {DOT_X} {end}"
            yield f'<path d="{curve}" fill="none" stroke="currentColor" stroke-opacity=".4"/>'


def _steps(way: Pathway, say: Say, note: Callable[[Step], str]) -> Iterator[str]:
    for step in way.steps:
        y, colour = _y(step.rank), OUTSIDE if step.outside else HERE
        dashed = ' fill-opacity=".25" stroke-dasharray="2 2"' if step.when or step.unless else ""
        yield f'<circle cx="{DOT_X}" cy="{y}" r="6" fill="{colour}" stroke="{colour}"{dashed}/>'
        yield f'<text x="{TEXT_X}" y="{y - 2}">{escape(say(step.title))}</text>'
        yield f'<text x="{TEXT_X}" y="{y + 13}" font-size="11" fill-opacity=".7">{escape(note(step))}</text>'
