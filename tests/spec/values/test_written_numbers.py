"""A number is read as it was written, in the Indonesian and the English way, with the unit of its last digit."""

import datetime as dt
from decimal import Decimal

import pytest

from semesta.basics.numbers import NumberError, Written, number


@pytest.mark.parametrize(
    ("cell", "value", "step"),
    [
        (5, 5, 1),
        (0, 0, 1),
        (-7, -7, 1),
        (12.0, 12, 1),
        (8.59, "8.59", "0.01"),
        (0.1 + 0.2, "0.3", "0.1"),
        ("377162", 377162, 1),
        ("007", 7, 1),
        ("1.234", 1234, 1),
        ("1.234.567", 1_234_567, 1),
        ("1,234,567", 1_234_567, 1),
        ("1.234.567,89", "1234567.89", "0.01"),
        ("1,234,567.89", "1234567.89", "0.01"),
        ("1.234,5", "1234.5", "0.1"),
        ("8,59", "8.59", "0.01"),
        ("8.59", "8.59", "0.01"),
        ("8,50", "8.50", "0.01"),
        ("12.0", 12, "0.1"),
        ("0,123", "0.123", "0.001"),
        ("1234.567", "1234.567", "0.001"),
        ("1 234", 1234, 1),
        ("1 234 567,8", "1234567.8", "0.1"),
        ("1\u00a0234", 1234, 1),
        ("1\u202f234", 1234, 1),
        ("1'234'567", 1_234_567, 1),
        ("1’234", 1234, 1),
        ("'1234", 1234, 1),
        ("  5  ", 5, 1),
        ("\u00a05\u00a0", 5, 1),
        ("5.", 5, 1),
        ("-5", -5, 1),
        ("−5", -5, 1),
        ("– 5", -5, 1),
        ("minus 5", -5, 1),
        ("Minus 1.234", -1234, 1),
        ("(5)", -5, 1),
        ("5 orang", 5, 1),
        ("1.234 Pekerja", 1234, 1),
        ("333 kasus", 333, 1),
        ("12 bulan", 12, 1),
        ("35 ribu", 35_000, 1_000),
        ("35rb", 35_000, 1_000),
        ("1,2 juta orang", 1_200_000, 100_000),
        ("1.2 million people", 1_200_000, 100_000),
        ("1,2345678 juta", "1234567.8", "0.1"),
        ("8,59 triliun", 8_590_000_000_000, 10_000_000_000),
        ("1,234 juta", 1_234_000, 1_000),
        ("1.234 million", 1_234_000, 1_000),
        ("1.234,5 juta", 1_234_500_000, 100_000),
    ],
)
def test_a_number_keeps_its_value_and_the_unit_of_its_last_digit(cell, value, step):
    assert number(cell) == Written(value if isinstance(value, int) else Decimal(value), Decimal(step))


@pytest.mark.parametrize(
    ("cell", "value", "doubt"),
    [
        ("1,234", 1234, "thousands"),
        ("377,162", 377_162, "thousands"),
        ("1.234 juta", 1_234_000_000, "thousands"),
        ("1,234 million", 1_234_000_000, "thousands"),
        ("1.234", 1234, None),
        ("1.234.567", 1_234_567, None),
        ("1,234,567", 1_234_567, None),
        ("1,23", Decimal("1.23"), None),
        ("1234,567", Decimal("1234.567"), None),
    ],
)
def test_one_sign_before_three_digits_separates_thousands_and_says_when_it_is_doubtful(cell, value, doubt):
    read = number(cell)
    assert (read.value, read.doubt) == (value, doubt)


def test_where_a_decimal_sign_is_expected_three_digits_may_follow_it():
    assert number("32,154", decimal_sign=True) == Written(Decimal("32.154"), Decimal("0.001"))
    assert number("32.154", decimal_sign=True) == Written(Decimal("32.154"), Decimal("0.001"))


def test_the_letters_m_and_t_are_amounts_of_money_and_never_of_people():
    assert number("2,2 M", money=True).value == 2_200_000_000
    assert number("2,2 M", money=True).doubt == "letter_m"
    assert number("8 T", money=True).value == 8_000_000_000_000
    for text in ("2,2 M", "8 T"):
        with pytest.raises(NumberError):
            number(text)
    with pytest.raises(NumberError):
        number("5 orang", money=True)


@pytest.mark.parametrize(
    ("cell", "cause"),
    [
        (True, "boolean"),
        (False, "boolean"),
        ("TRUE", "boolean"),
        (float("nan"), "error_cell"),
        (float("inf"), "error_cell"),
        (Decimal("NaN"), "error_cell"),
        ("#REF!", "error_cell"),
        ("#DIV/0!", "error_cell"),
        ("#N/A", "error_cell"),
        ("#VALUE!", "error_cell"),
        ("Err:502", "error_cell"),
        (dt.date(2024, 7, 17), "date"),
        (dt.datetime(2024, 7, 17), "date"),
        (dt.time(10, 0), "date"),
        (dt.timedelta(days=1), "date"),
        ("17/07/2024", "date"),
        ("17-07-2024", "date"),
        ("2024-07-17", "date"),
        ("17.07.2024", "date"),
        ("-", "no_value"),
        ("–", "no_value"),
        ("", "no_value"),
        ("n/a", "no_value"),
        ("NaN", "no_value"),
        ("tidak ada", "no_value"),
        ("Belum ada data", "no_value"),
        ("nihil", "no_value"),
        ("± 200", "wording"),
        ("sekitar 200", "wording"),
        ("200 lebih", "wording"),
        ("> 200", "wording"),
        ("200-an", "wording"),
        ("more than 200", "wording"),
        ("8.59E+12", "exponent"),
        ("8,59e12", "exponent"),
        ("52 %", "percent"),
        ("52 persen", "percent"),
        ("12 34", "grouping"),
        ("1.23.456", "grouping"),
        ("12.34.56", "grouping"),
        ("1.234,567.8", "grouping"),
        ("1,234.567,8", "grouping"),
        ("0.123.456", "grouping"),
        ("1.234 567", "grouping"),
        ("lima", "text"),
        ("Rp5", "text"),
        ("5 apel", "text"),
        ("1.234.567,", "text"),
        ("--5", "text"),
        ("1+2", "wording"),
        ("١٢٣", "text"),
        ("9" * 200, "text"),
        (None, "text"),
        ([], "text"),
    ],
)
def test_what_is_no_number_says_what_it_looks_like(cell, cause):
    with pytest.raises(NumberError) as caught:
        number(cell)
    assert caught.value.cause == cause
