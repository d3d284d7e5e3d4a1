"""Lists of people in Parquet as a Spark table: headers, dates, codes and names of places read as in any other list."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial, reduce
from typing import Any

import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]

from semesta.basics.place_names import NATION
from semesta.basics.places import PlaceList
from semesta.basics.words import Words
from semesta.engines.engine import Place, home, is_csv, opened
from semesta.files.grid import Grid
from semesta.files.header import header_of
from semesta.files.parquet import column_of
from semesta.files.person_values import commonest
from semesta.files.reshaped import reshaped
from semesta.files.rows import rows_of
from semesta.people.cluster.batches import reckoned
from semesta.people.link.faults import LinkError
from semesta.tables.table import ROW, Table

_TYPES = {"String": pa.string(), "Int64": pa.int64(), "Float64": pa.float64(), "Date": pa.date32(), "Boolean": pa.bool_()}  # fmt: skip
_NUMBER = "No"
"""The title of a column that numbers rows: a numbered row is never taken for a signature below a list."""
_FIRST_ROW = 2
"""The number that reading gives the first row: above it stands the header."""


@dataclass(frozen=True)
class Lists:
    """How lists of one table are to be read: see `semesta.files.read`."""

    table: Table
    today: dt.date
    places: PlaceList
    place: str = ""

    def read(self, places: Sequence[Place]) -> Any:
        """A Spark table of the declared columns with a row for each person; ids are told apart where lists number their own.

        What is wrong with cells is not told here: semesta check does that.

        Raises:
            LinkError: no Parquet, or without what the table needs.
            EngineError: what Spark cannot open.
        """
        lists = [self._list(place) for place in places]
        abouts = self._abouts(lists)
        read = [self._read(*each).persist() for each in zip(lists, abouts, strict=True)]  # every later step asks for it
        together = reduce(_under, read)
        if len(read) < 2 or together.select("id").distinct().count() == together.count():
            return together
        return reduce(_under, [each.selectExpr(*_with_own_ids(each, n)) for n, each in enumerate(read, start=1)])

    def _list(self, place: Place) -> Any:
        if is_csv(place):
            said = f"{place}: pada Spark hanya Parquet", f"{place}: on Spark only Parquet"
            raise LinkError(Words(*said))
        table = opened(place, "spark")
        flat = [f.name for f in table.schema.fields if f.dataType.typeName() not in ("array", "map", "struct", "binary", "variant")]  # fmt: skip
        self._check(place, flat)
        return _numbered(table, flat)

    def _read(self, numbered: Any, about: str | None) -> Any:
        schema = pa.schema([(c.name, _TYPES[c.type.polars]) for c in self.table.columns])
        return reckoned(numbered, partial(_rows, self, about), schema)

    def _abouts(self, lists: Sequence[Any]) -> list[str | None]:
        """The place in which names of each list are looked for where a row says none: a batch does not tell that of its list."""
        if asked := self.place.removeprefix(NATION):
            return [asked] * len(lists)
        counts = [_rows_in(self._read(each, None)) for each in lists]
        of_all = commonest(sum(counts, Counter()))
        return [commonest(each) or of_all or self.places.regency_added or None for each in counts]

    def _check(self, place: Place, titles: Sequence[str]) -> None:
        header = header_of(Grid(str(place), None, "", [[title] for title in titles]), self.table)
        if header is None or not header.is_usable:
            needed = [c.title for c in self.table.columns if c.required]
            ids, ens = ", ".join(t.id for t in needed), ", ".join(t.en for t in needed)
            raise LinkError(
                Words(
                    f"{place}: judul kolom tidak dikenali sebagai {self.table.title.id}; wajib: {ids}",
                    f"{place}: the headers are not those of {self.table.title.en}; needed: {ens}",
                )
            )


def _rows_in(people: Any) -> Counter[str]:
    """How many rows live in each regency."""
    counts = people.filter("place is not null").groupBy(people["place"].substr(1, len("36.72")).alias("code")).count()
    return Counter(dict(home(counts).iter_rows()))


def _under(upper: Any, lower: Any) -> Any:
    return upper.unionByName(lower)


def _with_own_ids(table: Any, nth: int) -> list[str]:
    """The columns with ids as other readings of several lists have them: "2.15" is row 15 of the second."""
    return [f"'{nth}.' || id as id" if name == "id" else f"`{name}`" for name in table.columns]


def _numbered(table: Any, titles: Sequence[str]) -> Any:
    """The rows with their number in the list, counted from 1 through its files by name."""
    from pyspark.sql import Window
    from pyspark.sql import functions as F  # noqa: N812

    quoted = [F.col(f"`{title}`") for title in titles if title != _NUMBER]
    rows = table.select(*quoted, F.col("_metadata.file_path").alias("_file"), F.col("_metadata.row_index").alias("_at"))
    counts = rows.groupBy("_file").count()
    before = Window.orderBy("_file").rowsBetween(Window.unboundedPreceding, -1)
    starts = counts.select("_file", F.coalesce(F.sum("count").over(before), F.lit(0)).alias("_start"))
    joined = rows.join(F.broadcast(starts), "_file")
    return joined.withColumn(_NUMBER, F.col("_start") + F.col("_at") + 1).drop("_file", "_at", "_start")


def _rows(lists: Lists, about: str | None, batch: pl.DataFrame) -> pl.DataFrame:
    """The people of a batch, the columns of their table.

    Args:
        about: the place of the list, None where it is not known.
    """
    header = header_of(_grid(batch), lists.table)
    assert header is not None, "checked before any batch"
    numbers = batch[_NUMBER].cast(pl.String)
    if "id" in header.columns:
        # Reading would number rows without an id within their batch.
        own = batch.columns[header.columns["id"]]
        text = pl.col(own).cast(pl.String).str.strip_chars()
        batch = batch.with_columns(pl.when(text != "").then(text).otherwise(numbers).alias(own))
    taken = rows_of(_grid(batch), header, lists.table, today=lists.today, places=lists.places, place=about)
    found = taken.frame
    if "id" not in header.columns:
        found = found.with_columns(id=numbers.gather(found[ROW] - _FIRST_ROW))
    return found.select(c.name for c in lists.table.columns)


def _grid(batch: pl.DataFrame) -> Grid:
    return reshaped(Grid("", None, "", [column_of(batch[title]) for title in batch.columns]))
