"""Where the months stand side by side in a payment sheet, one row for each person, and of which year each of them is."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from semesta.basics.codes import plain
from semesta.basics.day import MONTHS, full_year
from semesta.basics.lists import PROGRAMMES
from semesta.basics.period import Period
from semesta.files.grid import Grid, is_blank
from semesta.tables.types import Cell

FIRST_ROWS = 20
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_EXCEL_EPOCH = dt.date(1899, 12, 30)
_SERIALS = (32_874, 73_415)
"""Days as Excel counts them, from 1990 to 2100: a month whose format was lost."""

_LEAD = re.compile(
    r"(?i)\A(?:(?:iuran|pembayaran|bayar|setoran|blth|bulan|bln|periode|rp)\b[\s.:/()-]*)+|\s*\(?rp\.?\)?\s*\Z"
)
_NAME = re.compile(rf"(?i)({'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?\Z")
_LONGEST, _MOST_COLUMNS = 40, 400
_MAY_BE_MONTH = re.compile(
    r"(?i)(?<![a-z])(?:jan|[fp]eb|mar|mrt|apr|me?i|may|jun|jul|a[gu]|sep|o[kc]t|no[vp]|de[sc])|[0-9]{4}|[0-9]\s*[-/.']\s*[0-9]{2}"
)
"""Few cells may be months, and reading whether one is takes time: sheets have up to thousands of columns."""
_SHORT = re.compile(r"(0?[1-9]|1[0-2])\s*[-/.']\s*([2-4][0-9])\Z")
_YEARS = re.compile(r"(?<![0-9])(199[0-9]|20[0-9]{2})(?![0-9])")
_ONLY_YEAR = re.compile(
    r"(?i)\A\s*(?:tahun|thn|th|ta|t\.a\.|iuran|pembayaran|tahun iuran)?[\s.:]*(199[0-9]|20[0-9]{2})\s*\Z"
)
_OF_PAYING = re.compile(r"(?i)iuran|pembayaran|setoran|premi|periode|bulan|blth|rekap")
_OF_DECREES = re.compile(
    r"(?i)\b(?:nomor|no\.?|sk|surat|keputusan|peraturan|perda|perbup|perwal|pergub|permen\w*|uu|pp|inpres)\b"
)
_OF_CONTRIBUTIONS = re.compile(r"(?i)\b(?:iuran|premi|bpjs\w*|jamsostek|bpu|jkk|jkm|jht|kpj|npp)\b")
_OF_WAGES = re.compile(
    r"(?i)\b(?:insentif|honor|honorarium|gaji|tunjangan|absen\w*|kehadiran|daftar hadir|bpjs kesehatan|jkn)\b"
)
_TOTAL = re.compile(r"(?i)\A\W*(?:sub\s*|grand\s*)?(?:total|jumlah|jml|jlh)\b")
_PRICE = re.compile(r"(?i)(?:iuran|premi).*(?:\bper\s*|/\s*|\bse)(?:bulan|bln)")
_DAY_BELOW = frozenset(
    {"tgl", "tanggal", "tgl bayar", "tanggal bayar", "tgl lunas", "tgl pembayaran", "tanggal pembayaran"}
)
_PAID_BELOW = frozenset(
    {
        "iuran",
        "jumlah",
        "nominal",
        "rp",
        "bayar",
        "jumlah bayar",
        "jumlah iuran",
        "iuran rp",
        "status",
        "lunas",
        "besar iuran",
    }
)


@dataclass(frozen=True, slots=True)
class MonthColumn:
    """A column that says what was paid for a month. `year` is None where nothing tells it.

    paid_on: the column of the day of payment beside it. programme: its code, where the month is split by programme.
    """

    index: int
    title: str
    month: int
    year: int | None
    paid_on: int | None = None
    programme: str = ""

    @property
    def code(self) -> str:
        return f"{self.year}-{self.month:02d}"


@dataclass(frozen=True, slots=True)
class Wide:
    """The months of a sheet. `row` is the last line of its header, counted from 0, `top` that of the months themselves.

    totals: columns that add months up, with their titles; price: the column of one month's contribution.
    years: those that the titles say where they do not agree on one.
    """

    row: int
    top: int
    months: tuple[MonthColumn, ...]
    totals: tuple[tuple[int, str], ...] = ()
    price: int | None = None
    years: tuple[int, ...] = ()

    @property
    def own(self) -> frozenset[int]:
        """The columns that hold months, sums of them and their price, and nothing of who paid."""
        of_months = {index for m in self.months for index in (m.index, m.paid_on) if index is not None}
        prices = () if self.price is None else (self.price,)
        return frozenset({*of_months, *(index for index, _ in self.totals), *prices})


def months_wide(grid: Grid, file: str = "") -> Wide | None:
    """The months of a sheet that has them side by side; None where it has not.

    A month says its year itself, or the title over it does, or those above the table, or the sheet's name, or the file's.

    Args:
        file: the name of the file, as far as it may tell the year.
    """
    for row in range(min(grid.height, FIRST_ROWS)):
        if (found := _months_in(grid, row)) and _is_header(grid, row, found):
            return _with_years(grid, _whole(grid, row, found), file)
    return None


def speaks_of_contributions(grid: Grid, wide: Wide, file: str = "") -> bool:
    """Whether the titles, or the names of sheet and file, say that contributions were paid, and not wages, or that people were there."""
    lines = [[_text(cell) for cell in grid.row(at) if not is_blank(cell)] for at in range(wide.row + 1)]
    names = [grid.sheet or "", file]
    # A column of wages tells what contributions are reckoned from: only titles say what is paid.
    titles = [*(line[0] for line in lines if 0 < len(line) <= _TITLE_CELLS), *names]
    said = " ".join([*(text for line in lines for text in line), *names])
    return bool(_OF_CONTRIBUTIONS.search(said)) and not _OF_WAGES.search(" ".join(titles))


_TITLE_CELLS = 2
"""Lines of a title fill no more cells."""


# ---- the row of months


def _months_in(grid: Grid, row: int) -> dict[int, tuple[int | None, int]]:
    """By column the year, as far as it is said there, and the month of each title of a row."""
    cells = [column[row] for column in grid.columns[:_MOST_COLUMNS]]
    found = {i: month for i, cell in enumerate(cells) if (month := _month_of(cell)) is not None}
    return found or _numbered_months(grid, row, cells)


def _month_of(cell: Cell) -> tuple[int | None, int] | None:
    if isinstance(cell, dt.date):
        return (cell.year, cell.month) if cell.day == 1 else None
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        day = _EXCEL_EPOCH + dt.timedelta(days=int(cell)) if _SERIALS[0] <= cell <= _SERIALS[1] else None
        return (day.year, day.month) if day and day.day == 1 else None
    if not isinstance(cell, str) or len(cell) > _LONGEST or not _MAY_BE_MONTH.search(cell):
        return None
    text = _LEAD.sub("", " ".join(cell.split())).strip(" .,;:()")
    text = _LEAD.sub("", text).strip(" .,;:()")
    if name := _NAME.match(text):
        return None, MONTHS[name[1].lower()]
    if short := _SHORT.match(text):
        return full_year(short[2]), int(short[1])
    return _month_of_year(text)


@lru_cache(maxsize=4096)
def _month_of_year(text: str) -> tuple[int, int] | None:
    try:
        period = Period.parse(text)
    except ValueError:
        return None
    return (period.end.year, period.end.month) if period.months == 1 else None


def _numbered_months(grid: Grid, row: int, cells: Sequence[Cell]) -> dict[int, tuple[int | None, int]]:
    """Months that are only numbered, 1 to 12, under one title that says that they are months or of which year."""
    numbers = {i: int(n) for i, cell in enumerate(cells) if (n := _small_number(cell)) is not None}
    over = {i: _over(grid, row, i) for i in numbers} if row else {}
    named = [i for i in numbers if over.get(i) and (_OF_PAYING.search(over[i]) or _ONLY_YEAR.match(over[i]))]
    is_run = all(numbers[b] == numbers[a] % 12 + 1 and b == a + 1 for a, b in itertools.pairwise(named))
    return {i: (None, numbers[i]) for i in named} if len(named) >= 3 and is_run else {}


def _small_number(cell: Cell) -> int | None:
    text = f"{cell:g}" if isinstance(cell, float | int) and not isinstance(cell, bool) else str(cell or "").strip()
    return int(text) if re.fullmatch(r"0?[1-9]|1[0-2]", text) else None


def _is_header(grid: Grid, row: int, found: dict[int, tuple[int | None, int]]) -> bool:
    """Whether a row with months in it is a header: months that follow each other, beside nothing that people have."""
    months = list(found.values())
    follows = any(b[1] == a[1] % 12 + 1 for a, b in itertools.pairwise(months))
    is_one = len(months) == 1 and months[0][0] is not None and isinstance(grid.columns[next(iter(found))][row], str)
    others = (cell for i, cell in enumerate(grid.row(row)) if i not in found and not is_blank(cell))
    is_of_titles = all(isinstance(c, str) and not re.search(r"[0-9][0-9 .-]{3,}[0-9]", c) for c in others)
    return (follows or (is_one and len([c for c in grid.row(row) if not is_blank(c)]) > 1)) and is_of_titles


def _over(grid: Grid, row: int, index: int) -> str:
    """The title that stands over a cell in the row above: merged over it, or the nearest to its left."""
    for (top, left), (bottom, right) in grid.merged:
        if top <= row - 1 <= bottom and left <= index <= right:
            return _text(grid.columns[left][top])
    cells = grid.row(row - 1)
    return next((_text(cell) for cell in reversed(cells[: index + 1]) if not is_blank(cell)), "")


def _text(cell: Cell) -> str:
    return f"{cell:g}" if isinstance(cell, float) else "" if cell is None else str(cell)


# ---- what stands under and beside the months


def _whole(grid: Grid, row: int, found: dict[int, tuple[int | None, int]]) -> Wide:
    """The months with what stands under them: the amount and the day it was paid, or one column for each programme."""
    below = [plain(_text(cell)) for cell in grid.row(row + 1)] if row + 1 < grid.height else []
    ends = [*list(found)[1:], len(grid.columns)]
    months: list[MonthColumn] = []
    is_split = False
    for (index, (year, month)), end in zip(found.items(), ends, strict=True):
        parts = list(_parts(grid, row, below, index, end))
        is_split = is_split or bool(parts)
        bare = MonthColumn(index, _text(grid.columns[index][row]), month, year)
        months += [replace(bare, index=at, paid_on=day, programme=code) for at, day, code in parts] or [bare]
    last = row + 1 if is_split else row
    titles = {i: _title(grid, last, i) for i in range(len(grid.columns))}
    own = {i for m in months for i in (m.index, m.paid_on)}
    totals = tuple((i, t) for i, t in titles.items() if i not in own and _TOTAL.match(t))
    price = next((i for i, t in titles.items() if i not in own and _PRICE.search(t)), None)
    return Wide(last, row, tuple(months), tuple(t for t in totals if t[0] != price), price)


def _parts(grid: Grid, row: int, below: Sequence[str], index: int, end: int) -> Iterator[tuple[int, int | None, str]]:
    """Of a month over several columns each that tells a payment, with its column of days and its programme."""
    right = index
    while right + 1 < end and is_blank(grid.columns[right + 1][row]):
        right += 1
    titles = {i: below[i] for i in range(index, right + 1)} if right > index and below else {}
    day = next((i for i, title in titles.items() if title in _DAY_BELOW), None)
    programmes = {i: found.code for i, title in titles.items() if title and (found := PROGRAMMES.find(title))}
    if programmes:
        yield from ((i, day, code) for i, code in programmes.items())
    elif (paid := next((i for i, title in titles.items() if title in _PAID_BELOW), None)) is not None:
        yield paid, day, ""


def _title(grid: Grid, row: int, index: int) -> str:
    """The title of a column in the last lines of a header."""
    for at in range(row, max(row - 3, -1), -1):
        if isinstance(cell := grid.columns[index][at], str) and not is_blank(cell):
            return cell
    return ""


# ---- years


def _with_years(grid: Grid, wide: Wide, file: str) -> Wide:
    """The months with their years: where only some say them, months that run on tell those of the others."""
    months = [replace(m, year=m.year or _year_over(grid, wide.top, m.index)) for m in wide.months]
    turns = list(itertools.accumulate((b.month < a.month for a, b in itertools.pairwise(months)), initial=0))
    known = next((m.year - turn for m, turn in zip(months, turns, strict=True) if m.year), None)
    years: tuple[int, ...] = ()
    if known is None:
        years = _years_said(grid, wide.top, file)
        run = tuple(range(years[0], years[0] + turns[-1] + 1)) if years else ()
        known = years[0] if run == years and run else None
    if known is None:
        return replace(wide, months=tuple(months), years=years)
    return replace(
        wide, months=tuple(replace(m, year=m.year or known + turn) for m, turn in zip(months, turns, strict=True))
    )


def _year_over(grid: Grid, row: int, index: int) -> int | None:
    found = _ONLY_YEAR.match(_over(grid, row, index)) if row else None
    return int(found[1]) if found else None


def _years_said(grid: Grid, row: int, file: str) -> tuple[int, ...]:
    """The years in the titles above the table, rather those that speak of paying; else in the sheet's name, in a decree's, in the file's.

    A sheet whose name says another year than its titles was copied from last year's: then both are said, and none holds.
    """
    texts = [_text(cell) for at in range(row) for cell in grid.row(at) if not is_blank(cell)]
    own = [text for text in texts if not _OF_DECREES.search(text)]
    titles = _years_in(text for text in own if _OF_PAYING.search(text)) or _years_in(own)
    name = _years_in([grid.sheet or ""])
    if titles and name and not set(name) <= set(titles):
        return tuple(sorted({*titles, *name}))
    return (name if name and len(name) < len(titles) else titles) or name or _years_in(texts) or _years_in([file])


def _years_in(texts: Iterator[str] | Sequence[str]) -> tuple[int, ...]:
    return tuple(sorted({int(year) for text in texts for year in _YEARS.findall(text)}))
