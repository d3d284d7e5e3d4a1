"""What stops a linking, in words a user reads."""

from __future__ import annotations

from semesta.basics.words import Words


class LinkError(Exception):
    """Linking cannot go on; `said` tells why and what to do."""

    def __init__(self, said: Words) -> None:
        super().__init__(said.en)
        self.said = said
