"""A pathway as text, for the documentation and the command line."""

from onward.pathway.shape import Pathway, Step


def draw(pathway: Pathway) -> str:
    """The way as a Markdown table, a row for each step."""
    titles = {stage.id: stage.title for stage in pathway.stages}
    rows = [
        f"| {titles[step.stage]} | `{step.id}` | {step.title} | {step.title_for_person} "
        f"| {held_by(step)} | {_within(step)} | {_after(step)} |"
        for step in pathway.steps
    ]
    head = ("| stage | step | what | to the person | held by | norm | after |", "|---|---|---|---|---|---|---|")
    return "\n".join((f"# {pathway.title}", "", *head, *rows, ""))


def held_by(step: Step) -> str:
    """Whose a step is, in plain words."""
    return "an outside body" if step.outside else ", else ".join(office.replace("_", " ") for office in step.holder)


def note(step: Step) -> str:
    """Whose a step is, its norm, and for whom it is part of the way."""
    told = [held_by(step), _within(step), *_for_whom(step)]
    return " · ".join(part for part in told if part)


def _within(step: Step) -> str:
    return "" if step.within is None else f"{step.within} days"


def _after(step: Step) -> str:
    told = [", ".join(f"`{need}`" for need in step.needs), *_for_whom(step)]
    return "; ".join(part for part in told if part)


def _for_whom(step: Step) -> list[str]:
    told = [f"when {fact} is {', '.join(values)}" for fact, values in step.when.items()]
    return told + [f"unless {fact} is {', '.join(values)}" for fact, values in step.unless.items()]
