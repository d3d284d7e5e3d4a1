"""What each type of column makes of a cell: a value with its written digits, a remark where it is doubtful, or a fault."""

import datetime as dt

import polars as pl
import pytest

from semesta.basics.lists import SEGMENTS
from semesta.basics.problem import Fault
from semesta.tables import causes, types
from semesta.tables.types import Coded, Reading

NAN = float("nan")
SEGMENT = Coded(SEGMENTS)


def said(kind, cell):
    """The value and the cause of the remark; the cause alone of a fault."""
    outcome = kind.read(cell)
    if isinstance(outcome, Fault):
        return outcome.cause
    return (outcome.value, outcome.remark.cause) if outcome.remark else outcome.value


@pytest.mark.parametrize(
    ("cell", "outcome"),
    [
        (5, 5),
        (12.0, 12),
        ("377.162", 377_162),
        ("377,162", (377_162, "number.thousands")),
        ("1.234.567", 1_234_567),
        ("5 orang", 5),
        ("35 ribu", (35_000, "count.rounded")),
        (0, 0),
        ("0", 0),
        (-1, "count.negative"),
        ("(5)", "count.negative"),
        (2.5, "count.fraction"),
        ("2,5", "count.fraction"),
        (377.162, "count.fraction"),
        (10**19, "number.too_large"),
        (1e300, "number.too_large"),
        ("52 %", "number.percent"),
        ("sekitar 200", "number.wording"),
        ("12 34", "number.grouping"),
        ("8,59E+12", "number.exponent"),
        ("lima", "number.text"),
        (dt.datetime(2024, 7, 17), "number.date"),
        ("17/07/2024", "number.date"),
        (True, "cell.boolean"),
        (NAN, "cell.error"),
        ("#DIV/0!", "cell.error"),
        ("-", "cell.no_value"),
    ],
)
def test_a_count_is_whole_and_never_negative(cell, outcome):
    assert said(types.COUNT, cell) == outcome


@pytest.mark.parametrize(
    ("cell", "outcome"),
    [
        ("Rp480.457.660", 480_457_660),
        (480_457_660.0, 480_457_660),
        ("790 juta", 790_000_000),
        ("2,2 M", (2_200_000_000, "number.letter_m")),
        ("Rp1,234", (1_234, "number.thousands")),
        (1.5, "rupiah.fraction"),
        ("Rp1.500,50", "rupiah.fraction"),
        ("minus 200 juta", "rupiah.negative"),
        (2**63, "number.too_large"),
        ("gratis", "number.text"),
        ("lebih dari Rp200 juta", "number.wording"),
        ("#REF!", "cell.error"),
        (False, "cell.boolean"),
        (dt.date(2024, 7, 17), "number.date"),
    ],
)
def test_rupiah_in_our_tables_are_whole_and_not_negative(cell, outcome):
    assert said(types.RUPIAH, cell) == outcome


def test_rupiah_keep_the_digits_they_were_written_with():
    assert types.RUPIAH.read("8,59 triliun").step == 10_000_000_000
    assert types.RUPIAH.read("790 juta").step == 1_000_000
    assert types.RUPIAH.read("Rp790.000.000").step == 1
    assert types.RUPIAH.keeps_step


def test_where_it_is_asked_for_rupiah_may_be_negative():
    assert said(types.RUPIAH_SIGNED, "minus 200 juta") == -200_000_000


@pytest.mark.parametrize(
    ("cell", "value", "step", "remark"),
    [
        ("32,15 %", 0.3215, 0.0001, None),
        ("32.15%", 0.3215, 0.0001, None),
        ("32,154 %", 0.32154, 0.00001, None),
        ("52 persen", 0.52, 0.01, None),
        ("52 per cent", 0.52, 0.01, None),
        (0.5203, 0.5203, 0.0001, None),
        ("0,5203", 0.5203, 0.0001, None),
        (0.5, 0.5, 0.01, None),
        ("0,5", 0.5, 0.1, None),
        (0, 0.0, 1, None),
        ("0 %", 0.0, 0.01, None),
        ("1 %", 0.01, 0.01, None),
        ("100 %", 1.0, 0.01, None),
        (1, 1.0, 1, "share.one"),
        (52, 0.52, 0.01, "share.as_percent"),
        ("32,15", 0.3215, 0.0001, "share.as_percent"),
        (100, 1.0, 0.01, "share.as_percent"),
        ("104,5 %", 1.045, 0.001, "share.above_whole"),
    ],
)
def test_a_share_is_a_fraction_with_the_digits_written(cell, value, step, remark):
    reading = types.SHARE.read(cell)
    assert (reading.value, reading.step) == (value, step)
    assert (reading.remark.cause if reading.remark else None) == remark


@pytest.mark.parametrize(
    ("cell", "cause"),
    [
        (120, "share.above_100"),
        ("377.162", "share.above_100"),
        (-0.1, "share.negative"),
        ("-3 %", "share.negative"),
        ("(3 %)", "share.negative"),
        ("separuh", "number.text"),
        ("lebih dari 50 %", "number.wording"),
        ("%", "cell.no_value"),
        ("#N/A", "cell.error"),
        (True, "cell.boolean"),
    ],
)
def test_what_is_no_share_is_a_fault(cell, cause):
    assert said(types.SHARE, cell) == cause


@pytest.mark.parametrize(
    ("cell", "value", "step"),
    [
        ("377.162", 377_162, 1),
        ("376162", 376_162, 1),
        (376162.0, 376_162, 1),
        ("8,59 triliun", 8_590_000_000_000, 10_000_000_000),
        ("Rp480.457.660", 480_457_660, 1),
        ("minus 200 juta", -200_000_000, 1_000_000),
        ("minus Rp200 juta", -200_000_000, 1_000_000),
        ("52 persen", 0.52, 0.01),
        ("32,15 %", 0.3215, 0.0001),
        ("8,59", 8.59, 0.01),
        (0.5, 0.5, 0.01),
        (62.5, 62.5, 0.1),
        ("200 %", 2, 0.01),
        (2**53, 2**53, 1),
    ],
)
def test_a_quantity_is_a_number_of_any_unit(cell, value, step):
    reading = types.QUANTITY.read(cell)
    assert (reading.value, reading.step) == (value, step)
    assert type(reading.value) is type(value)


def test_whole_quantities_survive_their_column_to_the_rupiah():
    cells = [8_590_000_000_000, "8,59 triliun", 2**53, "52 persen", -(2**53), "9.007.199.254.740.991"]
    column = pl.Series([types.QUANTITY.read(cell).value for cell in cells], dtype=pl.Float64, strict=False)
    assert column.to_list() == [8_590_000_000_000, 8_590_000_000_000, 2**53, 0.52, -(2**53), 2**53 - 1]


@pytest.mark.parametrize(
    ("cell", "cause"),
    [
        (2**53 + 2, "number.too_large"),
        ("9.008 triliun", "number.too_large"),
        ("minus 200 juta lebih", "number.wording"),
        ("Rp1,5", "rupiah.fraction"),
        ("banyak", "number.text"),
        (NAN, "cell.error"),
        (dt.date(2024, 7, 17), "number.date"),
    ],
)
def test_what_is_no_quantity_is_a_fault(cell, cause):
    assert said(types.QUANTITY, cell) == cause


@pytest.mark.parametrize(
    ("cell", "outcome"),
    [
        (dt.datetime(2024, 7, 17), dt.date(2024, 7, 17)),
        (45490, dt.date(2024, 7, 17)),
        ("17 Juli 2024", dt.date(2024, 7, 17)),
        ("07/17/2024", (dt.date(2024, 7, 17), "day.month_first")),
        ("Kamis, 17 Juli 2024", (dt.date(2024, 7, 17), "day.weekday")),
        ("17/07/76", (dt.date(1976, 7, 17), "day.short_year")),
        ("31/02/2024", "day.impossible"),
        ("17 Juli 1850", "day.out_of_range"),
        (2024, "day.incomplete"),
        ("Juli 2024", "day.incomplete"),
        (377_162, "day.number"),
        (dt.time(10, 0), "day.time"),
        ("besok", "day.text"),
        (True, "cell.boolean"),
        ("#REF!", "cell.error"),
        ("-", "cell.no_value"),
    ],
)
def test_a_day_is_a_date(cell, outcome):
    assert said(types.DAY, cell) == outcome


@pytest.mark.parametrize(
    ("cell", "outcome"),
    [
        ("Januari–Juli 2024", "2024-01/2024-07"),
        ("s.d. 17 Juli 2024", "../2024-07-17"),
        (2024, "2024"),
        (2024.0, "2024"),
        (202407, "2024-07"),
        (dt.datetime(2024, 7, 1), "2024-07"),
        (dt.date(2024, 7, 17), "2024-07-17"),
        (45474, "2024-07"),
        ("45474", "2024-07"),
        ("2024-07-17", "2024-07-17"),
        ("2024-07-01", ("2024-07-01", "period.first_day")),
        ("Juli 24", ("2024-07", "day.short_year")),
        ("Kamis, 17 Juli 2024", "period.text"),
        ("07/17/2024", "period.text"),
        ("kemarin", "period.text"),
        (7, "period.text"),
        (3.5, "period.text"),
        (dt.time(10, 0), "period.text"),
        (True, "cell.boolean"),
        ("#REF!", "cell.error"),
        ("-", "cell.no_value"),
    ],
)
def test_a_period_is_its_canonical_code(cell, outcome):
    assert said(types.PERIOD, cell) == outcome


@pytest.mark.parametrize(
    ("cell", "outcome"),
    [
        ("2024-07", "2024-07"),
        ("Juli 2024", "2024-07"),
        ("07/2024", "2024-07"),
        (dt.date(2024, 7, 1), "2024-07"),
        (202407, "2024-07"),
        (2024, "year_month.text"),
        (7, "year_month.text"),
        ("Juli", "year_month.text"),
        ("2024-01/2024-07", "year_month.text"),
        (dt.date(2024, 7, 17), "year_month.text"),
        ("17 Juli 2024", "year_month.text"),
    ],
)
def test_a_month_that_stands_alone_has_its_year(cell, outcome):
    assert said(types.YEAR_MONTH, cell) == outcome


@pytest.mark.parametrize(
    ("cell", "outcome"),
    [
        (7, 7),
        (7.0, 7),
        ("7", 7),
        ("07", 7),
        ("Juli", 7),
        ("JUL.", 7),
        ("bulan Juli", 7),
        ("July", 7),
        ("Agustus", 8),
        ("Mei", 5),
        (0, "month.text"),
        (13, "month.text"),
        (7.5, "month.text"),
        ("Juli 2024", "month.text"),
        (dt.date(2024, 7, 1), "month.text"),
        (True, "cell.boolean"),
    ],
)
def test_a_month_beside_its_year_is_a_number_from_1_to_12(cell, outcome):
    assert said(types.MONTH, cell) == outcome


@pytest.mark.parametrize(
    ("cell", "outcome"),
    [
        (2024, 2024),
        (2024.0, 2024),
        ("2024", 2024),
        ("2024.0", 2024),
        ("Tahun 2024", 2024),
        ("TA 2024", 2024),
        ("Tahun Anggaran 2024", 2024),
        (1989, "year.out_of_range"),
        (24, "year.out_of_range"),
        (377_162, "year.out_of_range"),
        ("2.024", "year.text"),
        ("2024/2025", "year.text"),
        (2024.5, "year.text"),
        (dt.date(2024, 1, 1), "year.text"),
        (True, "cell.boolean"),
        ("#REF!", "cell.error"),
    ],
)
def test_a_year_has_four_digits_from_1990_to_2100(cell, outcome):
    assert said(types.YEAR, cell) == outcome


@pytest.mark.parametrize(
    ("cell", "outcome"),
    [
        ("  Perda Nomor 5  ", "Perda Nomor 5"),
        (12.0, "12"),
        (12, "12"),
        (0.1, "0.1"),
        (0.1 + 0.2, "0.3"),
        (1e15, "1000000000000000"),
        (dt.date(2024, 7, 17), "2024-07-17"),
        (dt.datetime(2024, 7, 17), "2024-07-17"),
        (dt.datetime(2024, 7, 17, 10, 30), "2024-07-17 10:30"),
        ("dua\nbaris", "dua\nbaris"),
        ("a\u202eb\x00c\u200b", "abc"),
        ("x" * 5_000, "x" * 5_000),
        ("x" * 5_001, "text.too_long"),
        ("#REF!", "cell.error"),
        ("   ", "text.empty"),
        (NAN, "cell.error"),
    ],
)
def test_text_is_kept_without_blanks_around_it(cell, outcome):
    assert said(types.TEXT, cell) == outcome


@pytest.mark.parametrize("cell", ["ya", "Ya", "YA.", "yes", "sudah", "ada", "true", "1", 1, 1.0, True, "✓", "v"])
def test_yes_is_said_in_many_ways(cell):
    assert types.YES_NO.read(cell) == Reading(True)


@pytest.mark.parametrize(
    "cell", ["tidak", "Tidak", "no", "belum", "false", "0", 0, 0.0, False, "tidak ada", "belum ada"]
)
def test_no_is_said_in_many_ways(cell):
    assert types.YES_NO.read(cell) == Reading(False)


@pytest.mark.parametrize(("cell", "cause"), [("mungkin", "yes_no.text"), (2, "yes_no.text"), ("#N/A", "cell.error")])
def test_what_is_neither_yes_nor_no_is_a_fault(cell, cause):
    assert said(types.YES_NO, cell) == cause


@pytest.mark.parametrize(
    ("cell", "outcome"),
    [
        ("PU", "PU"),
        (" bpu ", "BPU"),
        ("Penerima Upah", "PU"),
        ("PUU", "code.unknown"),
        (3, "code.unknown"),
        ("-", "cell.no_value"),
        ("#REF!", "cell.error"),
        (True, "cell.boolean"),
        (dt.date(2024, 7, 17), "code.date"),
    ],
)
def test_a_code_is_found_by_code_or_name(cell, outcome):
    assert said(SEGMENT, cell) == outcome


def test_an_unknown_code_comes_with_the_nearest_ones_and_their_names():
    fault = SEGMENT.read("Penerima Upahan")
    assert "PU (Penerima Upah)" in fault.how_to_fix.id
    assert "Perhaps PU (" in fault.how_to_fix.en


@pytest.mark.parametrize(
    ("cell", "outcome"),
    [
        ("36.72", "36.72"),
        ("3672", "36.72"),
        (3672, "36.72"),
        (3672.0, "36.72"),
        (36.72, "36.72"),
        (367201, "36.72.01"),
        (11.05, "11.05"),
        ("Kota Cilegon", "36.72"),
        ("36", "36"),
        ("36.00", "36.00"),
        (3600, "36.00"),
        (36, ("36", "place.number")),
        (36.0, ("36", "place.number")),
        (32.1, ("32.10", "place.lost_zero")),
        (36.1, "place.unknown"),
        (36.123, "place.unknown"),
        (0, "place.unknown"),
        ("Kota Atlantis", "place.unknown"),
        ("Serang", "place.ambiguous"),
        (True, "cell.boolean"),
        (dt.date(2024, 1, 36 - 5), "code.date"),
        ("#REF!", "cell.error"),
        ("-", "cell.no_value"),
        (NAN, "cell.error"),
    ],
)
def test_a_place_is_found_by_code_or_name_and_by_what_excel_made_of_its_code(cell, outcome):
    assert said(types.PLACE, cell) == outcome


def test_a_name_that_two_places_bear_is_answered_with_both():
    fix = types.PLACE.read("Serang").how_to_fix.id
    assert "36.04" in fix
    assert "36.73" in fix


ALL_TYPES = [
    types.TEXT,
    types.COUNT,
    types.RUPIAH,
    types.SHARE,
    types.QUANTITY,
    types.DAY,
    types.PERIOD,
    types.MONTH,
    types.YEAR_MONTH,
    types.YEAR,
    types.YES_NO,
    types.PLACE,
    SEGMENT,
]


@pytest.mark.parametrize("kind", ALL_TYPES, ids=lambda kind: kind.name)
@pytest.mark.parametrize("cell", ["#REF!", "#DIV/0!", "#N/A"])
def test_the_error_of_a_formula_is_never_a_value(kind, cell):
    assert said(kind, cell) == causes.ERROR_CELL


@pytest.mark.parametrize("kind", ALL_TYPES, ids=lambda kind: kind.name)
def test_a_type_names_a_dtype_that_holds_its_values(kind):
    assert kind.polars in ("String", "Int64", "Float64", "Date", "Boolean")
    assert hasattr(pl, kind.polars)
    assert kind.keeps_step is (kind.name in ("count", "rupiah", "share", "quantity"))


@pytest.mark.parametrize("cause", sorted(causes.CAUSES))
def test_every_cause_says_what_it_is_and_how_it_is_mended_in_both_languages(cause):
    known = causes.CAUSES[cause]
    for words in (known.title, known.fix):
        assert words.id
        assert words.en
        assert "!" not in words.id.replace("#REF!", "")
    assert known.id == cause


@pytest.mark.parametrize("kind", ALL_TYPES, ids=lambda kind: kind.name)
def test_a_fault_says_what_was_expected_with_an_example(kind):
    fault = kind.read("#REF!")
    assert fault.expected.id
    assert fault.expected.en
    assert fault.title.id
