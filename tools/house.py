"""Draws docs/house.svg, the one picture of the architecture, from the floors in `tools.floors`."""

from html import escape

from tools.floors import FLOORS

SAYS = {
    "config": "settings, addresses, command line, demo",
    "door": "the resident's own page",
    "watch": "oversight's own machine",
    "desk": "Today, lists, the case page, search",
    "reports": "the whole picture; reads only",
    "tracing": "the same person, and relatives, found again by people",
    "reception": "arrivals",
    "shelter": "transfers, places",
    "care": "needs, questions",
    "courses": "courses, own plans",
    "relief": "meals, things by card",
    "homecoming": "the way onward",
    "oversight": "reviews of stay",
    "erasure": "keeping, erasing",
    "emergency": "a file opened by two",
    "waiting": "matters, the account of days, the explanation",
    "cases": "residents, families, cards, identity",
    "places": "organisations, sites, blocks",
    "access": "staff, roles, who needs to know",
    "journal": "append, project, verify, rebuild; the keyring",
    "ui": "templates, components, the look, languages",
    "kit": "errors, dates, ids",
    "names": "folding",
    "forecast": "how much longer, how sure",
    "sealing": "keys, vault",
    "pathway": "steps as TOML",
    "harmless": "files that are sent",
}
WIDTH, HEIGHT, GAP = 880, 46, 6


def rows() -> list[list[str]]:
    """The floors from the top, each a list of the packages that exist."""
    lines = [[name.strip() for name in line.split("|")] for line in FLOORS.strip().splitlines()]
    return [kept for line in lines if (kept := [name for name in line if not name.startswith("(")])]


def draw() -> str:
    """The picture as SVG, in colours that read on light and dark paper."""
    boxes = []
    for level, floor in enumerate(rows()):
        width = (WIDTH - GAP * (len(floor) - 1)) / len(floor)
        for place, name in enumerate(floor):
            x, y = place * (width + GAP), level * (HEIGHT + GAP)
            boxes.append(
                f'<g><rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{HEIGHT}" rx="8"/>'
                f'<text x="{x + 14:.1f}" y="{y + 20}" class="n">{escape(name)}</text>'
                f'<text x="{x + 14:.1f}" y="{y + 36}">{escape(SAYS[name])}</text></g>'
            )
    high = len(rows()) * (HEIGHT + GAP) - GAP
    style = (
        "rect{fill:#eaf1e9;stroke:#3f6b4a}text{font:12px system-ui,sans-serif;fill:#3c463f}"
        ".n{font-weight:650;font-size:14px;fill:#1e2420}"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 {WIDTH + 2} {high + 2}" role="img">'
        f"<title>The floors of Onward: call down, never up, never sideways</title><style>{style}</style>"
        f"{''.join(boxes)}</svg>\n"
    )
