"""How work tells of itself, and how it learns that it should stop."""

from __future__ import annotations

from collections.abc import Callable

from semesta.basics.words import Words

Tell = Callable[[Words, float], None]
"""Called with what is being done and the share that is done; raises Cancelled when somebody asked the job to stop."""


class Cancelled(Exception):
    """Somebody asked the job to stop; nothing half-made is kept."""


class Failed(Exception):
    """The work cannot be done; `said` is for who asked for it."""

    def __init__(self, said: Words) -> None:
        self.said = said
        super().__init__(said.en)
