"""Writes `.importlinter`: the floors of docs/architecture.md, and one door contract for each app that has models.

One contract an app, since wildcards in a protected contract would let one app import another's models.
`--check` fails when the file is stale.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
FLOORS = """
    config
    door | desk | watch
    (exchange)
    reports
    tracing
    reception | shelter | care | courses | relief | homecoming | oversight | erasure | emergency
    waiting
    (interpreters)
    cases
    places
    access
    journal
    ui
    kit
    names | forecast | sealing | pathway | harmless
"""
APPS = (
    "access",
    "places",
    "cases",
    "waiting",
    "reception",
    "shelter",
    "care",
    "courses",
    "relief",
    "homecoming",
    "oversight",
    "erasure",
    "emergency",
    "tracing",
    "reports",
    "door",
    "desk",
)


def floors() -> str:
    """The contract of the floors: call down, never up, never sideways; a package that has no floor is an error."""
    return f"""[importlinter]
root_package = onward
exclude_type_checking_imports = True

[importlinter:contract:floors]
name = Floors: call down, never up, never sideways
type = layers
containers = onward
exhaustive = True
layers ={FLOORS.rstrip()}
"""


def door(app: str) -> str:
    """The contract of one app's door: its models are read by its queries and written by its projectors alone."""
    home = ROOT / "onward" / app
    rooms = [r for r in ("queries", "projectors", "migrations") if (home / r).is_dir() or (home / f"{r}.py").exists()]
    allowed = "\n".join(f"    onward.{app}.{room}" for room in rooms)
    return f"""
[importlinter:contract:door-{app}]
name = Door: only the queries and projectors of {app} import its models
type = protected
protected_modules = onward.{app}.models
allowed_importers =
{allowed}
ignore_imports =
    onward.*.tests.** -> onward.{app}.models
unmatched_ignore_imports_alerting = none
"""


def written() -> str:
    """The whole file."""
    have = [a for a in APPS if any((ROOT / "onward" / a / p).exists() for p in ("models.py", "models/__init__.py"))]
    return floors() + "".join(door(app) for app in have)


def main() -> None:
    target = ROOT / ".importlinter"
    if "--check" not in sys.argv:
        target.write_text(written(), encoding="utf-8")
    elif not target.exists() or target.read_text(encoding="utf-8") != written():
        sys.exit(".importlinter is stale: run `make fix`.")


if __name__ == "__main__":
    main()
