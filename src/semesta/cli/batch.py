"""Tables of many cases on one of the engines: opened, computed, written aside and counted."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from semesta.basics.words import Words

if TYPE_CHECKING:
    import polars as pl

Engine = Literal["polars", "duckdb", "spark"]


class EngineError(Exception):
    """An engine that is not there, or cannot read or write a file; `said` tells why, in both languages."""

    def __init__(self, said: Words) -> None:
        self.said = said
        super().__init__(said.en)


@dataclass(frozen=True)
class Counts:
    """Of one rule, in rows: no law on the day; resting on what was not verified; not known because an input is missing."""

    no_law: int
    unverified: int
    missing: int


def opened(path: Path, engine: Engine) -> Any:
    """The rows of a Parquet or CSV file as the engine's own lazy table.

    Raises:
        EngineError: another kind of file, no such file, or an engine that is not installed.
    """
    if path.suffix.lower() not in (".parquet", ".csv"):
        raise EngineError(Words(f"{path}: hanya Parquet atau CSV", f"{path}: only Parquet or CSV"))
    if not path.exists():
        raise EngineError(Words(f"{path}: tidak ada", f"{path}: there is no such file"))
    return {"polars": _polars, "duckdb": _duckdb, "spark": _spark}[engine](path)


@contextmanager
def written(table: Any, out: Path, engine: Engine) -> Iterator[Path]:
    """Writes Parquet beside its place, streaming where the engine can; on leaving it stands at its place, whole or not at all.

    From Spark it is a folder of files.

    Raises:
        EngineError: something that would be lost stands at the place, or it cannot be written there.
    """
    if out.is_dir() or (engine == "spark" and out.exists()):
        raise EngineError(Words(f"{out}: sudah ada", f"{out}: exists already"))
    aside = out.with_name(f".{out.name}.sebagian")
    try:
        _write(table, aside, engine)
        yield aside
        aside.replace(out)
    except OSError as error:
        said = f"{out}: {error.strerror or error}"
        raise EngineError(Words(f"tidak dapat ditulis: {said}", f"cannot be written: {said}")) from None
    finally:
        if aside.is_dir():
            shutil.rmtree(aside)
        else:
            aside.unlink(missing_ok=True)


def _write(table: Any, path: Path, engine: Engine) -> None:
    if engine == "polars":
        table.lazy().sink_parquet(path)
    elif engine == "duckdb":
        table.write_parquet(str(path))
    else:
        table.write.mode("overwrite").parquet(str(path))


def failures(engine: Engine) -> tuple[type[Exception], ...]:
    """What the engine raises over files that it cannot read and values that it cannot hold."""
    if engine == "polars":
        from polars.exceptions import PolarsError

        return (PolarsError,)
    if engine == "duckdb" and find_spec("duckdb"):
        import duckdb

        return (duckdb.Error,)
    if engine == "spark" and find_spec("pyspark"):
        from pyspark.errors import PySparkException

        return (PySparkException,)
    return ()


def counts(path: Path, rules: Sequence[str]) -> tuple[int, int, Mapping[str, Counts]]:
    """Of what was written: its rows, those of them without law for any of the rules, and the counts by rule."""
    import polars as pl

    rows = read_back(path)
    lawless = pl.any_horizontal(*[pl.col(f"{rule}__no_law") for rule in rules])
    found = rows.select(
        pl.len().alias("rows"),
        lawless.sum().alias("lawless"),
        *[pl.col(f"{rule}__no_law").sum() for rule in rules],
        *[pl.col(f"{rule}__unverified").sum() for rule in rules],
        *[(pl.col(rule).is_null() & ~pl.col(f"{rule}__no_law")).sum().alias(rule) for rule in rules],
    )
    row = found.collect(engine="streaming").row(0, named=True)
    by_rule = {rule: Counts(row[f"{rule}__no_law"], row[f"{rule}__unverified"], row[rule]) for rule in rules}
    return row["rows"], row["lawless"], by_rule


def read_back(path: Path) -> pl.LazyFrame:
    """What was written, whichever engine wrote it."""
    import polars as pl

    return pl.scan_parquet(path / "*.parquet" if path.is_dir() else path)


def _polars(path: Path) -> Any:
    import polars as pl

    if path.suffix.lower() == ".parquet":
        return pl.scan_parquet(path / "*.parquet" if path.is_dir() else path)
    # Types are guessed from many rows: a wage that is missing in the first hundred is still a number.
    return pl.scan_csv(path, try_parse_dates=True, infer_schema_length=10_000)


def _duckdb(path: Path) -> Any:
    try:
        import duckdb
    except ImportError:
        raise _absent("duckdb") from None
    if path.suffix.lower() == ".parquet":
        return duckdb.read_parquet(str(path / "*.parquet" if path.is_dir() else path))
    return duckdb.read_csv(str(path))


def _spark(path: Path) -> Any:
    try:
        from pyspark.errors import PySparkRuntimeError
        from pyspark.sql import SparkSession
    except ImportError:
        raise _absent("pyspark") from None
    try:
        # Without ANSI a number too large wraps around; with it Spark says so.
        builder = SparkSession.builder.appName("semesta").config("spark.sql.ansi.enabled", "true")
        session = builder.config("spark.ui.showConsoleProgress", "false").getOrCreate()
    except PySparkRuntimeError as error:
        said = Words("Spark memerlukan Java 17 atau lebih baru", "Spark needs Java 17 or newer")
        raise EngineError(said) from error
    if path.suffix.lower() == ".parquet":
        return session.read.parquet(str(path))
    return session.read.csv(str(path), header=True, inferSchema=True, enforceSchema=False)


def _absent(package: str) -> EngineError:
    return EngineError(Words(f"paket {package} belum terpasang", f"the package {package} is not installed"))
