"""A solution goes in, what a check sees of it comes out: its probes as methods."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from grader.records import Observation, Place, Plain, Solution


class SolutionProblem(Exception):
    """A student's probe call gave no value.

    Args:
        observation: What it gave instead.
    """

    def __init__(self, observation: Observation) -> None:
        super().__init__(observation.problem)
        self.observation = observation


class ReferenceProblem(Exception):
    """The reference gave no value for what a check asked it.

    Args:
        observation: What it gave instead.
    """

    def __init__(self, observation: Observation) -> None:
        super().__init__(observation.problem)
        self.observation = observation


class View:
    """A solution as a check sees it: its probes are methods that return plain data.

    Args:
        solution: What is asked.
        problem: What is raised where it gives no value.
        place: Where its probes run.
        seen: The observations so far, which views of other places share.
    """

    def __init__(
        self,
        solution: Solution,
        problem: type[SolutionProblem | ReferenceProblem],
        place: Place = Place.HERE,
        seen: list[Observation] | None = None,
    ) -> None:
        self._solution = solution
        self._problem = problem
        self._place = place
        self._seen = [] if seen is None else seen

    @property
    def seen(self) -> Sequence[Observation]:
        """What was observed so far, in every place."""
        return self._seen

    def __getattr__(self, probe: str) -> Callable[..., Plain]:
        """Return the probe of that name."""
        if probe.startswith("_"):
            raise AttributeError(probe)
        return partial(self._observe, probe)

    @property
    def another_process(self) -> View:
        """The same probes in a second process that has loaded the submission anew."""
        return View(self._solution, self._problem, Place.ANOTHER, self._seen)

    @property
    def without_code(self) -> View:
        """The same probes, with `solution` None, where the submission never ran."""
        return View(self._solution, self._problem, Place.CODELESS, self._seen)

    def _observe(self, probe: str, *args: Plain) -> Plain:
        observation = self._solution.observe(probe, *args, place=self._place)
        self._seen.append(observation)
        if observation.problem is not None:
            raise self._problem(observation)
        return observation.value
