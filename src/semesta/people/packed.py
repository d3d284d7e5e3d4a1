"""What a membership says, in one whole number: tens of millions of them are joined and grouped, and four texts each are slow and large.

Only codes of the lists are told apart; what is none of them is not said.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import narwhals as nw
import polars as pl

from semesta.basics.lists import FUNDINGS, PROGRAMMES, SEGMENTS

HELD = "held"
"""The column of the number; null where there is no membership."""

_SEGMENTS = [entry.code for entry in SEGMENTS]
_FUNDINGS = [entry.code for entry in FUNDINGS]
_PROGRAMMES = [entry.code for entry in PROGRAMMES]
_SETS = 2 ** len(_PROGRAMMES)
_STATES = 4
"""Not known, not active, active; and not even known whether there is a membership."""

_UNKNOWN = 3


def held(schema: Any, active: nw.Expr | None = None, unknown: nw.Expr | None = None) -> nw.Expr:
    """The number of a membership from its columns `segment`, `funding`, `programmes`, of which any may be absent.

    Args:
        active: whether it is active; null where that is not known.
        unknown: whether it is not known either if there is a membership at all.
    """
    found = _position("segment", _SEGMENTS, schema) * (len(_FUNDINGS) + 1) + _position("funding", _FUNDINGS, schema)
    if "programmes" in schema:
        # No programme's code is part of another's.
        for n, code in enumerate(_PROGRAMMES):
            has = nw.col("programmes").cast(nw.String).str.contains(code, literal=True).fill_null(False)
            part = nw.when(has).then(_number(2**n)).otherwise(_number(0))
            found = found + part if n else found * _SETS + part
    else:
        found = found * _SETS
    state = active if active is not None else nw.lit(None, dtype=nw.Boolean)
    told = nw.when(state).then(_number(2)).otherwise(_number(1))
    number = nw.when(~state.is_null()).then(told).otherwise(_number(0))
    if unknown is not None:
        number = nw.when(unknown).then(_number(_UNKNOWN)).otherwise(number)
    return found * _STATES + number


def _position(column: str, codes: Sequence[str], schema: Any) -> nw.Expr:
    """The position of a code in its list from 1 on; 0 where nothing is said."""
    found = _number(0)
    if column in schema:
        for n, code in reversed(list(enumerate(codes, 1))):
            found = nw.when((nw.col(column) == code).fill_null(False)).then(_number(n)).otherwise(found)
    return found


def _number(value: int) -> nw.Expr:
    return nw.lit(value, dtype=nw.Int64)


def told(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with what the number says: `m_segment`, `funding`, `programmes`, `registered` and `active`, null where not known."""
    numbers = rows[HELD].unique().drop_nulls()
    rest = numbers // _STATES
    sets, codes = rest % _SETS, rest // _SETS
    meaning = pl.DataFrame(
        {
            HELD: numbers,
            "m_segment": _words(codes // (len(_FUNDINGS) + 1), _SEGMENTS),
            "funding": _words(codes % (len(_FUNDINGS) + 1), _FUNDINGS),
            "programmes": [" ".join(p for n, p in enumerate(_PROGRAMMES) if one >> n & 1) or None for one in sets],
            "active": [{1: False, 2: True}.get(state) for state in numbers % _STATES],
            "registered": [None if state == _UNKNOWN else True for state in numbers % _STATES],
        },
        schema_overrides={"programmes": pl.String, "active": pl.Boolean, "registered": pl.Boolean},
    )
    is_nobody = pl.when(pl.col(HELD).is_null()).then(False)
    return rows.join(meaning, on=HELD, how="left").with_columns(registered=is_nobody.otherwise("registered")).drop(HELD)


def _words(positions: pl.Series, codes: Sequence[str]) -> pl.Series:
    return pl.Series([None, *codes], dtype=pl.String).gather(positions)
