"""Counted rows with their codes as whole numbers: distinct people in any sum of codes, fast though the nation is large.

Of those who stand in several rows nearly all stand in two. Such a person is new in a sum when its second row has other codes than
its first there, which is one comparison of neighbours; only the few with more rows are looked up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from semesta.people.counting import ROWS

_NUMBER, _HERE = "_codes", "_here"


@dataclass(frozen=True)
class Cells:
    """People by their codes. Codes are positions in `words`, 0 where nothing is said.

    alone: people counted by codes alone, `rows` of them each; no codes twice.
    twice: rows of people who stand in two, both rows of a person one after the other.
    often: rows of people who stand in more.
    """

    alone: pl.DataFrame
    twice: pl.DataFrame
    often: pl.DataFrame
    key: str
    words: Mapping[str, list[str]]

    @staticmethod
    def of(rows: pl.DataFrame, key: str, words: Mapping[str, list[str]]) -> Cells:
        """The cells of rows whose codes are whole numbers already.

        Args:
            rows: what `counted` gives; each combination of codes stands once per key.
        """
        several = rows.filter(pl.col(key).is_not_null())
        held = several.group_by(key).agg(pl.len().alias("_held"))
        held = several.join(held, on=key, how="left").sort(key)
        once = held.filter(pl.col("_held") == 1).with_columns(pl.lit(1, pl.Int64).alias(ROWS))
        alone = pl.concat([rows.filter(pl.col(key).is_null()), once.drop("_held")]).drop(key)
        return Cells(_added(alone), held.filter(pl.col("_held") == 2), held.filter(pl.col("_held") > 2), key, words)

    def without(self, code: str) -> Cells:
        """The cells of people of every such code together: they are fewer, and quicker to count."""
        return Cells(_added(self.alone.drop(code)), self.twice.drop(code), self.often.drop(code), self.key, self.words)

    def counted(self, by: Mapping[str, str], numbers: Mapping[str, pl.Expr], among: pl.Expr) -> pl.DataFrame:
        """Distinct people by codes: a row for each combination that stands `among` the rows, each code as its word.

        Args:
            by: the codes wanted, with the column each is taken from.
            numbers: the columns wanted, with what must hold in some row of a person; people of other rows are not counted.
            among: which rows take part at all.
        """
        # Conditions are columns before anything is counted: a literal does not shift along with the rows.
        holds = [(among & which).fill_null(False).alias(name) for name, which in numbers.items()]
        asked = [self._number(by), among.fill_null(False).alias(_HERE), *holds]
        names = list(numbers)
        parts = [self._alone(asked, names), self._twice(asked, names), self._often(asked, names)]
        found = pl.concat(parts).group_by(_NUMBER).agg(pl.col(names).sum())
        return self._with_words(found.collect(), by, names)

    def _alone(self, asked: Sequence[pl.Expr], names: Sequence[str]) -> pl.LazyFrame:
        rows = self.alone.lazy().select(ROWS, *asked).filter(_HERE)
        return rows.select(_NUMBER, *(pl.col(name) * pl.col(ROWS) for name in names))

    def _twice(self, asked: Sequence[pl.Expr], names: Sequence[str]) -> pl.LazyFrame:
        """A person counts in the first row, and in the second where its codes are others than in the first."""
        rows = self.twice.lazy().select(self.key, *asked)
        again = pl.all_horizontal(pl.col(self.key, _NUMBER) == pl.col(self.key, _NUMBER).shift()).fill_null(False)
        new = rows.select(_NUMBER, _HERE, *(pl.col(name) & ~(again & pl.col(name).shift()) for name in names))
        return new.filter(_HERE).select(_NUMBER, pl.col(names).cast(pl.Int64))

    def _often(self, asked: Sequence[pl.Expr], names: Sequence[str]) -> pl.LazyFrame:
        rows = self.often.lazy().select(self.key, *asked).filter(_HERE)
        once = rows.group_by(self.key, _NUMBER).agg(pl.col(names).any())
        return once.select(_NUMBER, pl.col(names).cast(pl.Int64))

    def _number(self, by: Mapping[str, str]) -> pl.Expr:
        """All codes of a row as one whole number, which groups faster than many columns."""
        found = pl.lit(0, pl.Int64)
        for code, column in by.items():
            found = found * len(self.words[code]) + pl.col(column)
        return found.alias(_NUMBER)

    def _with_words(self, found: pl.DataFrame, by: Mapping[str, str], numbers: Sequence[str]) -> pl.DataFrame:
        rest, columns = found[_NUMBER], []
        for code in reversed(list(by)):
            size = len(self.words[code])
            columns.append(pl.Series(code, self.words[code], pl.String).gather(rest % size))
            rest = rest // size
        return pl.DataFrame([*reversed(columns), *(found[name] for name in numbers)])


def _added(rows: pl.DataFrame) -> pl.DataFrame:
    """Rows of the same codes as one."""
    return rows.group_by([column for column in rows.columns if column != ROWS]).agg(pl.col(ROWS).sum())


def as_numbers(rows: pl.DataFrame, code: str, words: Sequence[str]) -> pl.Series:
    """A column of texts as positions in the words, which hold every text of it; missing is the first, the empty one."""
    return rows[code].cast(pl.String).fill_null("").cast(pl.Enum(list(words))).to_physical().cast(pl.Int64)


def words_in(column: pl.Series) -> list[str]:
    """The texts of a column in order, the empty one first."""
    return ["", *sorted(set(column.cast(pl.String).drop_nulls().unique()) - {""})]
