"""Why something cannot be done, in words for the page."""

from __future__ import annotations

from semesta.basics.words import Words


class Refused(Exception):
    """The write was not made; `said` tells why and what would make it possible."""

    def __init__(self, id: str, en: str) -> None:
        self.said = Words(id, en)
        super().__init__(en)
