"""What every pathway keeps, whoever wrote it: told with the line of the file, and the cure."""

from collections.abc import Collection, Iterator, Mapping
from itertools import product

from onward.pathway.known import (
    ARRIVED,
    BEST_INTERESTS,
    CHILDREN,
    COUNTRY,
    ENDINGS,
    EXIT,
    FACTS,
    LEAVING,
    LONGEST,
    OFFICES,
    ONWARD,
    OTHER_WAY,
    SAFE_TO_GO,
)
from onward.pathway.lines import Lines
from onward.pathway.shape import OTHERWISE, Conditions, Pathway, Step
from onward.pathway.wrong import PathwayError, nearest

Facts = Mapping[str, str]


class Check:
    """One way, its file's lines, and which step of the file each step is."""

    def __init__(self, way: Pathway, lines: Lines, places: Mapping[str, int]) -> None:
        self.way, self.lines, self.places = way, lines, places
        self.all = tuple(step.id for step in way.steps)
        self.behind = _behind(way)

    def line(self, step: Step, key: str = "") -> int:
        if step.id in self.places:
            return self.lines.of_step(self.places[step.id], key)
        return self.lines.of("extends")

    def whole(self) -> None:
        """What concerns the way itself."""
        if not self.way.title.strip():
            raise PathwayError(
                self.lines.of("title"), "The way has no title.", 'Add a line like: title = "Return home"'
            )
        if not self.way.steps:
            raise PathwayError(self.lines.of("step"), "The way has no steps.", "Add a [[step]].")
        for wish, ending in self.way.ends.items():
            line = self.lines.of(f"ends.{wish}", "ends")
            _one_of(wish, (*FACTS["wish"], OTHERWISE), line, "a wish")
            _one_of(ending, ENDINGS, line, "an ending")
        for fit in self.way.fits:
            _conditions(fit, {**FACTS, COUNTRY: ()}, self.lines.of("fits"))
        for step_id in self.way.anew:
            _one_of(step_id, self.all, self.lines.of("anew"), "a step of this way")

    def step(self, step: Step) -> None:
        """What concerns one step."""
        for office in step.holder:
            _one_of(office, OFFICES, self.line(step, "holder"), "an office")
        if step.outside and step.holder:
            wrong = f"{step.id} is owed outside and by an office here."
            raise PathwayError(self.line(step, "holder"), wrong, "Take out `holder`, or `outside`.")
        if not step.outside and not step.holder:
            cure = "Name its offices in `holder`, or say `outside = true`."
            raise PathwayError(self.line(step), f"Nobody holds {step.id}.", cure)
        if (step.id == EXIT) != ("custody_officer" in step.holder):
            wrong = f"The custody officer decides {EXIT}, and nothing else."
            raise PathwayError(self.line(step, "holder"), wrong, "Correct `holder`.")
        if step.within is not None and not 0 <= step.within <= LONGEST:
            cure = f"Give between 0 and {LONGEST} days, or leave `within` out."
            raise PathwayError(self.line(step, "within"), f"{step.id}: nobody waits {step.within} days.", cure)
        if step.warn is not None and not 0 <= step.warn <= (step.within or 0):
            wrong = f"{step.id}: warn is not within the norm."
            raise PathwayError(self.line(step, "warn"), wrong, "Give the days before the norm is over.")
        for key, conditions in (("when", step.when), ("unless", step.unless)):
            _conditions(conditions, FACTS, self.line(step, key))

    def needs(self, step: Step) -> None:
        """What comes before a step is there, and stands above it."""
        above = self.all[: step.rank]
        for need in step.needs:
            line = self.line(step, "needs")
            if need not in self.all:
                raise PathwayError(
                    line, f"{step.id} needs {need}, which is not there.", nearest(need, above or self.all)
                )
            if need not in above and (need == step.id or step.id in self.behind[need]):
                raise PathwayError(line, f"{step.id} and {need} wait for each other.", "Take one out of `needs`.")
            if need not in above:
                raise PathwayError(line, f"{step.id} needs {need}, which does not come before it.", "Move it up.")

    def stages(self) -> None:
        """The steps follow the stages, and no stage is empty."""
        order = [stage.id for stage in self.way.stages]
        reached = 0
        for step in self.way.steps:
            _one_of(step.stage, order, self.line(step, "stage"), "a stage")
            at = order.index(step.stage)
            if at < reached:
                wrong = f"{step.id} lies in {step.stage}, but a step above it lies in {order[reached]} already."
                raise PathwayError(self.line(step, "stage"), wrong, "Move the step up, or give it a later stage.")
            reached = at
        for stage in sorted(set(order) - {step.stage for step in self.way.steps}):
            line = self.lines.of(f"stages.{stage}", "stages")
            raise PathwayError(line, f"No step lies in the stage {stage}.", "Take the stage out, or add a step.")

    def people(self) -> None:
        """Whoever walks the way, and whatever becomes known of them: it leads somewhere, and safely."""
        walked: set[str] = set()
        for facts in self._everybody():
            part = {step.id for step in self.way.steps if step.applies(facts)}
            walked |= part
            self._led(facts, part)
            for step in self.way.steps:
                if step.id in part:
                    self._guarded(step, facts, part)
        for step in self.way.steps:
            if step.id not in walked:
                cure = "Correct its `when` and `unless`, or take it out."
                raise PathwayError(self.line(step, "when"), f"{step.id} is part of the way for nobody.", cure)

    def _led(self, facts: Facts, part: Collection[str]) -> None:
        wish, ending = facts["wish"], self.way.ending(facts["wish"])
        if ending and ARRIVED not in part:
            wrong = f"For {_said(facts)} the way ends as {ending}, but never arrives."
            raise PathwayError(self.lines.of("ends", "extends"), wrong, f"Add the step `{ARRIVED}` for them.")
        if ARRIVED in part and not ending:
            cure = f'Add to [ends] a line like: {wish or OTHERWISE} = "returned"'
            raise PathwayError(self.lines.of("ends", "extends"), f"Nobody knows how it ends for {_said(facts)}.", cure)
        if ARRIVED not in part and OTHER_WAY not in part:
            cure = f"Add the step `{OTHER_WAY}` for them, or let the way arrive and say so in [ends]."
            raise PathwayError(self.lines.of("ends", "extends"), f"The way ends nowhere for {_said(facts)}.", cure)

    def _guarded(self, step: Step, facts: Facts, part: Collection[str]) -> None:
        for guarded, guard, why in (
            (ONWARD if facts["age"] in CHILDREN else (), BEST_INTERESTS, "a child's best interests are determined"),
            (LEAVING, SAFE_TO_GO, "two people have found it safe"),
        ):
            if step.id in guarded and not (guard in part and guard in self.behind[step.id]):
                wrong = f"{step.id} comes before {why}, for {_said(facts)}."
                raise PathwayError(self.line(step, "needs"), wrong, f"Let `{guard}` come before it, for them too.")

    def _everybody(self) -> Iterator[Facts]:
        asked = {fact for step in self.way.steps for fact in (*step.when, *step.unless)} | {"wish", "age"}
        known = sorted(asked & FACTS.keys())
        for values in product(*(("", *FACTS[fact]) for fact in known)):
            yield dict(zip(known, values, strict=True))


def check(way: Pathway, lines: Lines, places: Mapping[str, int]) -> None:
    """Refuse a way that could not be followed, or not safely. Raises PathwayError."""
    told = Check(way, lines, places)
    told.whole()
    for step in way.steps:
        told.step(step)
        told.needs(step)
    told.stages()
    told.people()


def _behind(way: Pathway) -> dict[str, set[str]]:
    """Of each step every other that it waits for, however far back."""
    needs = {step.id: step.needs for step in way.steps}
    found: dict[str, set[str]] = {}
    for step_id, own in needs.items():
        seen: set[str] = set()
        ahead = list(own)
        while ahead:
            need = ahead.pop()
            if need not in seen:
                seen.add(need)
                ahead.extend(needs.get(need, ()))
        found[step_id] = seen
    return found


def _conditions(told: Conditions, facts: Mapping[str, tuple[str, ...]], line: int) -> None:
    for fact, values in told.items():
        _one_of(fact, tuple(facts), line, "a fact")
        if not values:
            raise PathwayError(line, f"`{fact}` has no values.", "Write at least one, or leave the fact out.")
        for value in values:
            if facts[fact]:
                _one_of(value, facts[fact], line, f"a value of {fact}")


def _one_of(said: str, known: Collection[str], line: int, what: str) -> None:
    if said not in known:
        raise PathwayError(line, f"`{said:.80}` is not {what}.", nearest(said, known))


def _said(facts: Facts) -> str:
    known = [f"{fact} {value}" for fact, value in facts.items() if value]
    return f"somebody of {', '.join(known)}" if known else "somebody of whom nothing is known yet"
