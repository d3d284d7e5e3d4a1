"""Which rows of one table are one person's: by NIK with something else that agrees, or by name, birth date and village."""

from __future__ import annotations

import polars as pl

from semesta.people.clean import cleaned
from semesta.people.link import exact
from semesta.people.link.connection import connected, frame_of
from semesta.people.link.settle import first_of_each


def same_person(rows: pl.DataFrame) -> pl.Series:
    """For each row the id of the first row of its person, in the order of the frame.

    The same as linking does before it weighs pairs, so that both mean the same person: two people with one NIK stay two, and
    one person whose NIK is mistyped or missing in one row stays one.

    Args:
        rows: a unique `id`, and whatever `cleaned` compares by.
    """
    ids = rows["id"]
    with connected() as con:
        con.register("given", cleaned(rows).with_row_index("row").to_arrow())
        # Rows that many others share the NIK of are nobody's: asked of lists of workers too, of which there is none here.
        con.execute("create temp table participants as select row::int as row, * exclude row from given")
        con.execute("create temp view workers as select * from participants where false")
        exact.find_crowded_niks(con)
        exact.find_same_rows(con, "participants")
        edges = frame_of(con, "select row, first from same_participants")
    first = first_of_each(edges.iter_rows())
    own = pl.int_range(len(ids), dtype=pl.Int64, eager=True).replace(first) if first else None
    return ids if own is None else ids.gather(own)
