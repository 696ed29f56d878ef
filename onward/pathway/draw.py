"""A pathway as text, for the documentation."""

from onward.pathway.shape import Pathway, Step


def draw(pathway: Pathway) -> str:
    """The way as a Markdown table, a row for each step."""
    titles = {stage.id: stage.title for stage in pathway.stages}
    rows = [
        f"| {titles[step.stage]} | `{step.id}` | {step.title} | {_holder(step)} | {_within(step)} | {_after(step)} |"
        for step in pathway.steps
    ]
    head = ("| stage | step | what | held by | norm | after |", "|---|---|---|---|---|---|")
    return "\n".join((f"# {pathway.title}", "", *head, *rows, ""))


def _holder(step: Step) -> str:
    return "an outside body" if step.outside else ", else ".join(office.replace("_", " ") for office in step.holder)


def _within(step: Step) -> str:
    return "" if step.within is None else f"{step.within} days"


def _after(step: Step) -> str:
    told = [", ".join(f"`{need}`" for need in step.needs)]
    told += [f"when {fact} is {', '.join(values)}" for fact, values in step.when.items()]
    told += [f"unless {fact} is {', '.join(values)}" for fact, values in step.unless.items()]
    return "; ".join(part for part in told if part)
