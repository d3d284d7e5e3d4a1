"""What the engines have in common: a table opened, written whole or not at all, and brought home when it is small."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, Protocol, cast

import narwhals as nw
import polars as pl

from semesta.basics.os_errors import not_written
from semesta.basics.words import Words

Name = Literal["polars", "duckdb", "spark"]
Place = Path | str
"""Where a table stands: a file, a folder of Parquet files, or for Spark also an address such as s3a://bucket/folder."""


class Engine(Protocol):
    """What each module of this folder beside this one offers."""

    def opened(self, places: Sequence[Place]) -> Any:
        """The rows of Parquet files, folders of them, or CSV files, as the engine's own lazy table."""

    def write(self, table: Any, place: Place) -> None:
        """Writes Parquet; from Spark it is a folder of files."""

    def failures(self) -> tuple[type[Exception], ...]:
        """What the engine raises over files that it cannot read and values that it cannot hold."""


class EngineError(Exception):
    """An engine that is not there, or cannot read or write a file; `said` tells why, in both languages."""

    def __init__(self, said: Words) -> None:
        self.said = said
        super().__init__(said.en)


def absent(package: str) -> EngineError:
    return EngineError(Words(f"paket {package} belum terpasang", f"the package {package} is not installed"))


def engine(name: Name) -> Engine:
    """The engine of that name; its package is imported when it is first used."""
    return cast(Engine, import_module(f"semesta.engines.{name}"))


def opened(places: Place | Sequence[Place], name: Name) -> Any:
    """The rows of one or more files or folders of one kind as the engine's own lazy table.

    Raises:
        EngineError: another kind of file, no such file, or an engine that is not installed.
    """
    asked = [places] if isinstance(places, str | Path) else list(places)
    for place in asked:
        _check(place)
    return engine(name).opened(asked)


def _check(place: Place) -> None:
    if is_address(place):
        return
    path = Path(place)
    if not path.is_dir() and path.suffix.lower() not in (".parquet", ".csv"):
        raise EngineError(Words(f"{path}: hanya Parquet atau CSV", f"{path}: only Parquet or CSV"))
    if not path.exists():
        raise EngineError(Words(f"{path}: tidak ada", f"{path}: there is no such file"))


def is_address(place: Place) -> bool:
    """Whether it is an address that only the engine can look at, such as s3a://bucket/folder."""
    return "://" in str(place)


def is_csv(place: Place) -> bool:
    return str(place).lower().endswith(".csv")


def files_of(place: Place) -> str:
    """A file as it is; of a folder the Parquet files in it."""
    return str(Path(place) / "*.parquet") if not is_address(place) and Path(place).is_dir() else str(place)


@contextmanager
def written(table: Any, out: Path, name: Name) -> Iterator[Path]:
    """Writes Parquet beside its place, streaming where the engine can; on leaving it stands at its place, whole or not at all.

    From Spark it is a folder of files.

    Raises:
        EngineError: something that would be lost stands at the place, or it cannot be written there.
    """
    if out.is_dir() or (name == "spark" and out.exists()):
        raise EngineError(Words(f"{out}: sudah ada", f"{out}: exists already"))
    aside = out.with_name(f".{out.name}.sebagian")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        engine(name).write(table, aside)
        yield aside
        aside.replace(out)
    except KeyboardInterrupt:
        with suppress(KeyboardInterrupt):
            time.sleep(0.05)  # Polars raises it itself, then Python once more: in here, not while clearing away
        raise
    except OSError as error:
        raise EngineError(not_written(out, error)) from None
    finally:
        if aside.is_dir():
            shutil.rmtree(aside)
        else:
            aside.unlink(missing_ok=True)


def home(table: Any) -> pl.DataFrame:
    """A small table of any engine as a Polars frame: what it comes to is computed now.

    Args:
        table: a native frame of Polars, DuckDB or Spark, or one that narwhals wraps.
    """
    native = nw.to_native(table, pass_through=True)
    if isinstance(native, pl.LazyFrame):
        return native.collect(engine="streaming")
    if isinstance(native, pl.DataFrame):
        return native
    if nw.from_native(native).implementation.is_spark_like():
        return cast(pl.DataFrame, pl.from_arrow(native.toArrow()))
    return cast(pl.DataFrame, native.pl())
