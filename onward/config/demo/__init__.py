"""The demonstration: a fictional programme, told through the same actions that the screens call."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

SEEKS = "uzbek-sisters"
REPORT = "report"  # the group whose story the programme was written for


def load(progress: Callable[[int, int], None]) -> str:
    """Tell the story into an empty, unlocked programme. Gives what is printed at each start: who may sign in how."""
    from django.conf import settings

    from onward.cases.queries import case_names
    from onward.config.demo.cast import FOUNDER, PASSWORD, ask_roles, found
    from onward.config.demo.daily import Daily
    from onward.config.demo.helped import Helped
    from onward.config.demo.kept import Kept
    from onward.config.demo.meals import served
    from onward.config.demo.people import groups
    from onward.config.demo.story import scenes
    from onward.config.demo.tracing import trace
    from onward.config.demo.watching import named, told
    from onward.kit.dates import now, start_of, telling, today
    from onward.kit.ids import new_id

    day, folder = today(), settings.ONWARD_DATA
    played = groups()
    with telling(start_of(day - timedelta(days=max(group.ago for group in played) + 2))):
        cast = found()
        watcher, mark = named(folder, PASSWORD, by=FOUNDER, compared_with="Nadia", entry=new_id())
    cards: list[tuple[str, str, str]] = []
    lives = {group.key: Kept(cast, group, lambda *card: cards.append(card)) for group in played}
    story = [scene for group in played for scene in scenes(group, day, lives[group.key]) if scene.at < now()]
    story.sort(key=lambda scene: (scene.at, scene.group))
    nights = clocks_until(start_of(story[0].at.date()))
    for number, scene in enumerate(story, 1):
        nights(scene.at)
        with telling(scene.at):
            scene.act()
        progress(number, len(story))
    nights(now())
    Daily(cast).tell()
    Helped(cast, {key: life.cases for key, life in lives.items()}).tell()
    trace(cast, seeks=lives[SEEKS].cases[0])
    served(cast, [code for _who, code, _pin in cards])
    ask_roles(cast)
    told(watcher, mark, min(case_names(lives[REPORT].cases).values()))
    return _greeting(cards, case_names(lives[REPORT].cases))


def clocks_until(first: datetime) -> Callable[[datetime], None]:
    """Runs the clocks for every night from `first` until a moment, as the server does by itself."""
    from onward.kit.dates import telling
    from onward.waiting.actions import run_clocks
    from onward.waiting.rules import CLOCK

    night = first + timedelta(hours=3)

    def until(moment: datetime) -> None:
        nonlocal night
        while night < moment:
            with telling(night):
                run_clocks(CLOCK, pause=lambda _seconds: None)
            night += timedelta(days=1)

    return until


def _greeting(cards: list[tuple[str, str, str]], women: Mapping[str, str]) -> str:
    from onward.config.demo.cast import PASSWORD, STAFF

    story = f"The story to begin with: {' and '.join(sorted(women.values()))}, two women who are home by now."
    lines = ["", "Nobody in this programme is real. Sign in with one of these names:", ""]
    lines += [f"  {username:<14} {role.replace('_', ' ')}" for username, _name, role, *_rest in STAFF]
    lines += ["", f"  password       {PASSWORD}", ""]
    lines += [story, "Sign in as coordinator and write one of the two names into the search box.", ""]
    lines += ["Cards for the resident's own page, /door/:", ""]
    lines += [f"  {code}  PIN {pin}   {holder}" for holder, code, pin in cards]
    lines += ["", "Oversight's own machine would be another one; here its folder lies beside. In another window:", ""]
    lines += ["  onward oversight serve data/oversight", f"  passphrase     {PASSWORD}"]
    return "\n".join([*lines, ""])
