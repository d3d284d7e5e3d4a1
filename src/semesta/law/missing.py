"""The plain value that is not known."""

from __future__ import annotations

from typing import Final


class Missing:
    """It spreads through arithmetic and comparison, and is neither true nor false."""

    def _missing(self, *_: object) -> Missing:
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __floordiv__ = __rfloordiv__ = __invert__ = _missing
    __lt__ = __le__ = __gt__ = __ge__ = _missing
    __eq__ = __ne__ = _missing  # type: ignore[assignment]
    __hash__ = object.__hash__

    def __and__(self, other: object) -> object:
        return False if other is False else self

    def __or__(self, other: object) -> object:
        return True if other is True else self

    __rand__, __ror__ = __and__, __or__

    def __bool__(self) -> bool:
        raise TypeError("a missing value is neither true nor false: write `when`, not `if`")

    def __repr__(self) -> str:
        return "MISSING"


MISSING: Final = Missing()
