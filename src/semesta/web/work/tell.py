"""How work tells of itself, and how it learns that it should stop."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from semesta.basics.words import Words
from semesta.planning.faults import PlanFault

Tell = Callable[[Words, float], None]
"""Called with what is being done and the share that is done; raises Cancelled when somebody asked the job to stop."""


class Cancelled(Exception):
    """Somebody asked the job to stop; nothing half-made is kept."""


class Failed(Exception):
    """The work cannot be done; `said` is for who asked for it, `faults` are what in a scenario is to be mended."""

    def __init__(self, said: Words, faults: Sequence[PlanFault] = ()) -> None:
        self.said, self.faults = said, faults
        super().__init__(said.en)
