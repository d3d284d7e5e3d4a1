"""Numbers of persons turned into what stands in a list: NIKs, names, dates and codes as Polars series."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import polars as pl
from numpy.typing import NDArray

from semesta.synth.damage import NIK_FAULTS, PLACEHOLDERS, Damage
from semesta.synth.days import first_day
from semesta.synth.draws import Bools, Draws, Ints
from semesta.synth.names import Names

_LETTERS = pl.Series(list("AEIOURNTSLKMDHYPGBJ"))


def digit_texts(digits: NDArray[np.uint8]) -> pl.Series:
    """Rows of digits as texts."""
    packed = np.ascontiguousarray(digits + ord("0")).view(f"S{digits.shape[1]}")[:, 0]
    return pl.Series(packed).cast(pl.String)


def number_texts(numbers: Ints, digits: int) -> pl.Series:
    """Whole numbers as texts of so many digits."""
    powers = 10 ** np.arange(digits - 1, -1, -1, dtype=np.int64)
    return digit_texts((numbers[:, None] // powers % 10).astype(np.uint8))


def nik_texts(digits: NDArray[np.uint8], fault: Ints, ids: Ints, draws: Draws, what: str) -> pl.Series:
    """NIKs as they stand in a list; null where missing."""
    written = digit_texts(digits)
    chosen = pl.Series(PLACEHOLDERS).gather(draws.below(f"{what}/placeholder", ids, len(PLACEHOLDERS)))
    kind = pl.Series("fault", fault)
    return pl.select(
        pl.when(kind == NIK_FAULTS.index("missing"))
        .then(None)
        .when(kind == NIK_FAULTS.index("placeholder"))
        .then(chosen)
        .when(kind == NIK_FAULTS.index("length"))
        .then(written.str.slice(0, 15))
        .otherwise(written)
    ).to_series()


def dates(days: Ints, missing: Bools | None = None) -> pl.Series:
    """Days since 1970 as dates; null where missing."""
    found = pl.Series(days.astype(np.int32)).cast(pl.Date)
    return found if missing is None else found.set(pl.Series(missing), None)


def months(numbers: Ints) -> pl.Series:
    """Months counted as year × 12 + month − 1, as "2025-07"."""
    return dates(first_day(numbers)).dt.strftime("%Y-%m")


def place_codes(numbers: Ints) -> pl.Series:
    """3672 as "36.72", 367201 as "36.72.01", 3672011001 as "36.72.01.1001"; all of one level."""
    codes, at = np.unique(numbers, return_inverse=True)
    written = [".".join(part for part in (c[:2], c[2:4], c[4:6], c[6:]) if part) for c in map(str, codes)]
    return pl.Series(written, dtype=pl.String).gather(at)


def one_of(values: Sequence[str | None], at: Ints) -> pl.Series:
    """Some of a few values, by number."""
    return pl.Series(values, dtype=pl.String).gather(at)


class Writing:
    """How one kind of list writes names: as in the register, but for its share of other spellings, initials and slips."""

    def __init__(self, names: Names, draws: Draws, damage: Damage, what: str) -> None:
        self._words, self._draws, self._damage, self._what = names.words, draws, damage, what

    def plain(self, name: list[Ints]) -> pl.Series:
        """Names in capitals as the register has them."""
        return _joined([self._words.words.gather(word) for word in name]).str.to_uppercase()

    def written(self, name: list[Ints], ids: Ints, is_man: Bools) -> tuple[pl.Series, pl.Series]:
        """Names as this list writes them, and what was done to them: words joined by "+", "" where nothing."""
        done = {}
        words, done["respelled"] = self._respelled(name, ids)
        words, done["shortened"] = self._shortened(words, ids)
        words, done["swapped"] = self._swapped(words, ids)
        texts = [self._words.words.gather(word) for word in words]
        joins = self._happens("joined", ids, self._damage.name_joined) & (sum(w > 0 for w in words) > 1)
        done["joined"] = joins
        joined = _joined(texts)
        joined = _where(joins, joined.str.replace(" ", "", literal=True), joined)
        joined, done["initial"] = self._initial(joined, ids)
        joined, done["titled"] = self._titled(joined, ids, is_man)
        joined, done["typo"] = self._with_typo(joined.str.to_uppercase(), ids)
        return joined, _told(done)

    def _happens(self, what: str, ids: Ints, share: float) -> Bools:
        return self._draws.happens(f"{self._what}/{what}", ids, share)

    def _respelled(self, name: list[Ints], ids: Ints) -> tuple[list[Ints], Bools]:
        """Another spelling of one word: oe for u, dj for j, Moh. for Muhammad."""
        changes, changed = [], np.zeros(len(ids), dtype=bool)
        for at, word in enumerate(name):
            share = self._damage.name_respelled * (2.5 if at == 0 else 0.6)
            size = self._words.size[word]
            here = self._happens(f"respelled/{at}", ids, share) & (size > 1)
            # The first spelling is the word itself, so one of the others is taken.
            other = self._words.base[word] + 1 + self._draws.below(f"{self._what}/spelling/{at}", ids, size - 1)
            changes.append(np.where(here, other, word))
            changed |= here
        return changes, changed

    def _shortened(self, words: list[Ints], ids: Ints) -> tuple[list[Ints], Bools]:
        """The last word left out, or the first where it is a common one."""
        prefix, given, second, family = words
        long = (prefix > 0).astype(int) + (second > 0) + (family > 0) > 0
        here = self._happens("shortened", ids, self._damage.name_shortened) & long
        drops_prefix = here & (prefix > 0)
        drops_family = here & ~drops_prefix & (family > 0)
        drops_second = here & ~drops_prefix & ~drops_family
        return [
            np.where(drops_prefix, 0, prefix),
            given,
            np.where(drops_second, 0, second),
            np.where(drops_family, 0, family),
        ], here

    def _swapped(self, words: list[Ints], ids: Ints) -> tuple[list[Ints], Bools]:
        prefix, given, second, family = words
        here = self._happens("swapped", ids, self._damage.name_swapped) & (second > 0)
        return [prefix, np.where(here, second, given), np.where(here, given, second), family], here

    def _initial(self, written: pl.Series, ids: Ints) -> tuple[pl.Series, Bools]:
        """The last of three words as its first letter."""
        here = self._happens("initial", ids, 3 * self._damage.name_shortened) & (
            written.str.count_matches(" ").to_numpy() >= 2
        )
        return _where(here, written.str.replace(r" (\w)\w*\.?$", " ${1}."), written), here

    def _titled(self, written: pl.Series, ids: Ints, is_man: Bools) -> tuple[pl.Series, Bools]:
        before, after = pl.Series(self._words.titles_before), pl.Series(self._words.titles_after)
        at = self._draws.among(f"{self._what}/title", ids, [8, 0, 2, 1, 0.2, 1])
        at = np.where((at == 0) & ~is_man, 1, at)
        has_before = self._happens("before", ids, self._damage.name_titled)
        has_after = self._happens("after", ids, self._damage.name_titled)
        last = self._draws.below(f"{self._what}/degree", ids, len(after))
        titled = _where(has_before, before.gather(at) + " " + written, written)
        return _where(has_after, titled + after.gather(last), titled), has_before | has_after

    def _with_typo(self, written: pl.Series, ids: Ints) -> tuple[pl.Series, Bools]:
        """A letter wrong, missing, doubled, or two in wrong order, beyond the first letter of the name."""
        here = np.flatnonzero(self._happens("typo", ids, self._damage.name_typo))
        changed = np.zeros(len(ids), dtype=bool)
        if not here.size:
            return written, changed
        some = written.gather(here)
        length = some.str.len_chars().cast(pl.Int64).to_numpy()
        at = 1 + self._draws.below(f"{self._what}/at", ids[here], np.maximum(length - 2, 1))
        kind = self._draws.below(f"{self._what}/slip", ids[here], 4)
        letter = _LETTERS.gather(self._draws.below(f"{self._what}/letter", ids[here], len(_LETTERS)))
        slipped = _slipped(pl.DataFrame({"name": some, "at": at, "kind": kind, "letter": letter}))
        changed[here] = (slipped != some).to_numpy()
        texts = written.to_frame("name").with_row_index()
        of_here = pl.DataFrame({"index": pl.Series(here, dtype=pl.UInt32), "slipped": slipped})
        both = texts.join(of_here, on="index", how="left", maintain_order="left")
        return both.select(pl.coalesce("slipped", "name")).to_series(), changed


def _slipped(frame: pl.DataFrame) -> pl.Series:
    name, at = pl.col("name"), pl.col("at")
    before, one, two = name.str.slice(0, at), name.str.slice(at, 1), name.str.slice(at + 1, 1)
    after = name.str.slice(at + 1)
    return frame.select(
        pl.when(pl.col("kind") == 0)
        .then(pl.concat_str(before, "letter", after))
        .when(pl.col("kind") == 1)
        .then(pl.concat_str(before, after))
        .when(pl.col("kind") == 2)
        .then(pl.concat_str(before, one, one, after))
        .otherwise(pl.concat_str(before, two, one, name.str.slice(at + 2)))
    ).to_series()


def _joined(texts: list[pl.Series]) -> pl.Series:
    """Words with a space between them, none where a word is empty."""
    frame = pl.DataFrame({str(k): text for k, text in enumerate(texts)})
    spaced = [
        pl.when(pl.col(name) != "").then(pl.concat_str(pl.col(name), pl.lit(" "))).otherwise(pl.lit(""))
        for name in frame.columns
    ]
    return frame.select(pl.concat_str(spaced).str.strip_chars_end()).to_series()


def _where(here: Bools, then: pl.Series, otherwise: pl.Series) -> pl.Series:
    return pl.select(pl.when(pl.Series(here)).then(then).otherwise(otherwise)).to_series()


def _told(done: dict[str, Bools]) -> pl.Series:
    """ "respelled+typo": what was done to each name."""
    frame = pl.DataFrame({name: np.asarray(here) for name, here in done.items()})
    parts = [pl.when(pl.col(name)).then(pl.lit(f"+{name}")).otherwise(pl.lit("")) for name in frame.columns]
    return frame.select(pl.concat_str(parts).str.strip_chars_start("+")).to_series()
