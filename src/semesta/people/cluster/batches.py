"""What is done to batches of rows on the workers of a cluster: the same Polars and DuckDB as on one machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]

_OLDEST = pl.CompatLevel.oldest()


def reckoned(table: Any, made: Callable[[pl.DataFrame], pl.DataFrame], schema: pa.Schema) -> Any:
    """A Spark table of what a function makes of each batch; it must not matter which rows come together."""
    return table.mapInArrow(partial(_reckoned, made, schema), _of_spark(schema))


def judged(table: Any, query: str, schema: pa.Schema) -> Any:
    """A Spark table of what DuckDB answers to a query on each batch, there called `given`."""
    return table.mapInArrow(partial(_judged, query, schema), _of_spark(schema))


def _reckoned(
    made: Callable[[pl.DataFrame], pl.DataFrame], schema: pa.Schema, batches: Iterator[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        frame = pl.from_arrow(batch)
        assert isinstance(frame, pl.DataFrame)
        yield from made(frame).to_arrow(compat_level=_OLDEST).cast(schema).to_batches()


def _judged(query: str, schema: pa.Schema, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    import duckdb

    with duckdb.connect() as con:
        con.execute("set threads = 1")  # the cluster has given this task one core
        for batch in batches:
            con.register("given", pa.Table.from_batches([batch]))
            yield from con.sql(query).to_arrow_table().cast(schema).to_batches()


def _of_spark(schema: pa.Schema) -> Any:
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(schema)


def on_spark(frame: pl.DataFrame) -> Any:
    """A frame of this machine as a Spark table."""
    from semesta.engines.spark import session

    return session().createDataFrame(frame.to_arrow(compat_level=_OLDEST))
