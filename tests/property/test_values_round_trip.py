"""What is shown can be read again, and gives the same."""

import contextlib
import datetime as dt
import itertools
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from semesta.basics import shown
from semesta.basics.day import DayError, day
from semesta.basics.numbers import NumberError, number
from semesta.basics.period import Period, joined
from semesta.basics.rupiah import RupiahError, rupiah
from semesta.tables import types

DIGITS = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
AMOUNTS = st.integers(-(2**63) + 1, 2**63 - 1)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
LANGS = st.sampled_from(["id", "en"])
TEXTS = st.text(max_size=40) | st.text("0123456789.,-/ Rp%'()MTjutasd", max_size=25)
CELLS = (
    TEXTS
    | st.integers()
    | st.floats()
    | st.booleans()
    | st.dates()
    | st.datetimes()
    | st.times()
    | st.timedeltas()
    | st.none()
)


@st.composite
def periods(draw):
    start, end = sorted([draw(DAYS), draw(DAYS)])
    return Period(draw(st.sampled_from([start, None])), end)


@given(AMOUNTS, LANGS)
def test_an_amount_shown_in_full_is_read_back(amount, lang):
    assert rupiah(shown.rupiah(amount, lang)).value == amount


@given(AMOUNTS, LANGS)
def test_a_short_amount_is_read_back_within_its_written_digits(amount, lang):
    read = rupiah(shown.rupiah_short(amount, lang))
    assert abs(read.value - amount) <= read.step / 2


@given(st.integers(-(10**15), 10**15), LANGS)
def test_a_count_is_read_back(count, lang):
    assert number(shown.count(count, lang)).value == count


@given(st.decimals(-(10**6), 10**6, places=2), LANGS)
def test_a_decimal_is_read_back_with_its_digits(value, lang):
    read = number(shown.decimal(value, lang))
    assert (Decimal(read.value), read.step) == (value, Decimal("0.01"))


@given(st.integers(0, 10_000), LANGS)
def test_a_share_is_read_back(basis_points, lang):
    reading = types.SHARE.read(shown.share(basis_points / 10_000, lang))
    assert (reading.value, reading.step, reading.remark) == (basis_points / 10_000, 0.0001, None)


@given(DAYS, LANGS)
def test_a_day_is_read_back(date, lang):
    for text in (shown.day(date, lang), date.isoformat(), f"{date:%d/%m/%Y}", f"{date:%d-%m-%Y}"):
        assert day(text).value == date


@given(st.dates(dt.date(1928, 1, 1), dt.date(2100, 12, 31)))
def test_a_serial_number_of_excel_is_its_day(date):
    assert day((date - dt.date(1899, 12, 30)).days).value == date


@given(periods(), LANGS)
def test_a_period_is_read_back_from_its_code_and_from_its_words(period, lang):
    assert Period.parse(period.code) == period
    assert Period.parse(shown.period(period.code, lang)) == period


@given(st.lists(DAYS, min_size=2, max_size=6, unique=True))
def test_a_period_cut_anywhere_is_tiled_by_its_parts(cuts):
    days = sorted(cuts)
    parts = [Period(first, last - dt.timedelta(days=1)) for first, last in itertools.pairwise(days)]
    whole = Period(days[0], days[-1] - dt.timedelta(days=1))
    assert joined(parts) == whole
    assert whole.tiled_by(parts[::-1])
    assert not whole.tiled_by(parts[1:])


@given(st.integers(0, 2**63 - 1))
def test_an_amount_in_words_says_every_group_of_three_digits(amount):
    words = shown.number_in_words(amount, "id")
    assert _of_words(words) == amount
    assert "satu ratus" not in words
    assert not words.startswith("satu ribu")


def _of_words(words):
    """The number that Indonesian words say: an independent reading."""
    ones = {word: number for number, word in enumerate(DIGITS)}
    ones |= {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1_000}
    larger = {
        "ribu": 10**3,
        "juta": 10**6,
        "miliar": 10**9,
        "triliun": 10**12,
        "kuadriliun": 10**15,
        "kuantiliun": 10**18,
    }
    total = group = last = 0
    for word in words.split():
        if word == "belas":
            last += 10
        elif word in ("puluh", "ratus"):
            group, last = group + last * (10 if word == "puluh" else 100), 0
        elif word in larger:
            total, group, last = total + (group + last) * larger[word], 0, 0
        else:
            group, last = group + last, ones[word]
    return total + group + last


@given(CELLS)
def test_no_cell_breaks_a_reader(cell):
    for read, error in ((number, NumberError), (rupiah, (NumberError, RupiahError)), (day, DayError)):
        try:
            read(cell)
        except error:
            continue
    if isinstance(cell, str):
        with contextlib.suppress(ValueError):
            assert Period.parse(Period.parse(cell).code) == Period.parse(cell)


@given(CELLS)
def test_every_type_reads_or_faults_any_cell(cell):
    for kind in (
        types.TEXT,
        types.COUNT,
        types.RUPIAH,
        types.RUPIAH_SIGNED,
        types.SHARE,
        types.QUANTITY,
        types.DAY,
        types.PERIOD,
        types.MONTH,
        types.YEAR_MONTH,
        types.YEAR,
        types.YES_NO,
    ):
        outcome = kind.read(cell)
        assert isinstance(outcome, types.Reading) or outcome.severity == "error"
