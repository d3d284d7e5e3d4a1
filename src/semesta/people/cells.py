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

    alone: rows of people counted by codes alone, `rows` of them each.
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
        alone = pl.concat([rows.filter(pl.col(key).is_null()), once.drop("_held")])
        return Cells(alone, held.filter(pl.col("_held") == 2), held.filter(pl.col("_held") > 2), key, words)

    def counted(self, by: Mapping[str, str], numbers: Mapping[str, pl.Expr], among: pl.Expr) -> pl.DataFrame:
        """Distinct people by codes: a row for each combination that stands `among` the rows, each code as its word.

        Args:
            by: the codes wanted, with the column each is taken from.
            numbers: the columns wanted, with what must hold in some row of a person; people of other rows are not counted.
            among: which rows take part at all.
        """
        parts = [self._of(by, among, dict.fromkeys(numbers, pl.lit(0)))]
        for name in numbers:
            one = {other: pl.lit(int(other == name)) for other in numbers}
            parts.append(self._of(by, among & numbers[name], one))
        found = pl.concat(parts).group_by(_NUMBER).agg(pl.col(list(numbers)).sum())
        return self._with_words(found, by, list(numbers))

    def _of(self, by: Mapping[str, str], holds: pl.Expr, one: Mapping[str, pl.Expr]) -> pl.DataFrame:
        """The combinations of codes that rows hold, and how many people of each count for each number."""
        number, here = self._number(by), holds.fill_null(False).alias(_HERE)
        twice = self.twice.select(self.key, number, here)
        # A literal does not shift along with the rows: conditions are columns first.
        again = (pl.col(self.key, _NUMBER) == pl.col(self.key, _NUMBER).shift()) & pl.col(_HERE).shift()
        new = pl.col(_HERE) & ~pl.all_horizontal(again).fill_null(False)
        people = [
            self.alone.filter(here).select(number, ROWS),
            twice.filter(new).select(_NUMBER, pl.lit(1, pl.Int64).alias(ROWS)),
            self.often.filter(here).select(self.key, number).unique().select(_NUMBER, pl.lit(1, pl.Int64).alias(ROWS)),
        ]
        found = pl.concat([part.group_by(_NUMBER).agg(pl.col(ROWS).sum()) for part in people])
        return found.select(_NUMBER, *[(pl.col(ROWS) * times).alias(name) for name, times in one.items()])

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


def as_numbers(rows: pl.DataFrame, code: str, words: Sequence[str]) -> pl.Series:
    """A column of texts as positions in the words, which hold every text of it; missing is the first, the empty one."""
    return rows[code].cast(pl.String).fill_null("").cast(pl.Enum(list(words))).to_physical().cast(pl.Int64)


def words_in(column: pl.Series) -> list[str]:
    """The texts of a column in order, the empty one first."""
    return ["", *sorted(set(column.cast(pl.String).drop_nulls().unique()) - {""})]
