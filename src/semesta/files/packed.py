"""A column of cells in little memory: texts and numbers as the engine keeps them, anything else as it came.

A million rows of twelve columns as Python objects take more than a gigabyte; packed they take a fifth of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import overload

import polars as pl

from semesta.tables.types import Cell

Chunk = pl.Series | list[Cell]


class Packed(Sequence[Cell]):
    """Cells that are appended in batches and read like a list."""

    def __init__(self, cells: Sequence[Cell] = ()) -> None:
        self._chunks: list[Chunk] = []
        self._starts: list[int] = []
        self._length = 0
        if cells:
            self.append(cells)

    def append(self, cells: Sequence[Cell]) -> None:
        """Packs a batch behind what is there."""
        self._add(_packed(cells))

    def append_series(self, series: pl.Series) -> None:
        """Takes a series as it is; its nulls are empty cells."""
        self._add(series)

    def _add(self, chunk: Chunk) -> None:
        self._starts.append(self._length)
        self._chunks.append(chunk)
        self._length += len(chunk)

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> Cell: ...
    @overload
    def __getitem__(self, index: slice) -> list[Cell]: ...
    def __getitem__(self, index: int | slice) -> Cell | list[Cell]:
        if isinstance(index, slice):
            return self._slice(index)
        at = index + self._length if index < 0 else index
        if not 0 <= at < self._length:
            raise IndexError(index)
        number = self._chunk_of(at)
        cell: Cell = self._chunks[number][at - self._starts[number]]
        return cell

    def _chunk_of(self, at: int) -> int:
        return bisect_right(self._starts, at) - 1

    def _slice(self, index: slice) -> list[Cell]:
        start, stop, step = index.indices(self._length)
        cells = [cell for part in self._parts(start, stop) for cell in _list(part)]
        return cells if step == 1 else cells[::step]

    def _parts(self, start: int, stop: int) -> Iterator[Chunk]:
        for begin, chunk in zip(self._starts, self._chunks, strict=True):
            if begin < stop and begin + len(chunk) > start:
                yield chunk[max(start - begin, 0) : stop - begin]

    def __iter__(self) -> Iterator[Cell]:
        for chunk in self._chunks:
            yield from _list(chunk)

    def series(self, start: int) -> pl.Series | None:
        """The cells from `start` on as one series where all are of one kind, as in a Parquet file; else None."""
        parts = list(self._parts(start, self._length))
        kinds = {part.dtype if isinstance(part, pl.Series) else None for part in parts}
        if len(kinds) != 1 or None in kinds:
            return None
        return pl.concat([part for part in parts if isinstance(part, pl.Series)])

    def texts(self, start: int) -> pl.Series:
        """The cells from `start` on as texts; null where a cell is none."""
        parts = [_texts(part) for part in self._parts(start, self._length)]
        return pl.concat(parts) if parts else pl.Series([], dtype=pl.String)

    def numbers(self, start: int) -> pl.Series:
        """For each cell from `start` on whether it is a number, or a text of digits: "12", "12."."""
        parts = [_numbers(part) for part in self._parts(start, self._length)]
        return pl.concat(parts) if parts else pl.Series([], dtype=pl.Boolean)


def _packed(cells: Sequence[Cell]) -> Chunk:
    kinds = set(map(type, cells))
    if kinds == {str}:
        return pl.Series(cells, dtype=pl.String)
    if kinds == {float}:
        return pl.Series(cells, dtype=pl.Float64)
    return list(cells)


def _list(chunk: Chunk) -> list[Cell]:
    return chunk.to_list() if isinstance(chunk, pl.Series) else chunk


def _texts(chunk: Chunk) -> pl.Series:
    if isinstance(chunk, list):
        return pl.Series([cell if type(cell) is str else None for cell in chunk], dtype=pl.String)
    return chunk if chunk.dtype == pl.String else pl.Series([None], dtype=pl.String).new_from_index(0, len(chunk))


def _numbers(chunk: Chunk) -> pl.Series:
    if isinstance(chunk, pl.Series) and chunk.dtype != pl.String:
        return chunk.is_not_null() & pl.Series([chunk.dtype.is_numeric()])
    digits = _texts(chunk).str.contains(r"^\s*[0-9]+[.)]?\s*$").fill_null(False)
    if isinstance(chunk, pl.Series):
        return digits
    return digits | pl.Series([isinstance(cell, int | float) and not isinstance(cell, bool) for cell in chunk])


def packed(cells: Sequence[Cell]) -> Packed:
    """The cells packed; what is packed already stays as it is."""
    return cells if isinstance(cells, Packed) else Packed(cells)
