"""Amounts are whole rupiah, exact, with the digits that were written."""

import pytest

from semesta.basics.numbers import NumberError
from semesta.basics.rupiah import RupiahError, looks_round, rupiah


@pytest.mark.parametrize(
    ("cell", "amount", "step"),
    [
        ("Rp480.457.660", 480_457_660, 1),
        ("Rp 480.457.660,-", 480_457_660, 1),
        ("Rp 480.457.660,--", 480_457_660, 1),
        ("Rp480.457.660,00", 480_457_660, 1),
        ("Rp.480.457.660", 480_457_660, 1),
        ("Rp. 480.457.660", 480_457_660, 1),
        ("rp\u00a0480.457.660", 480_457_660, 1),
        ("RP 480457660", 480_457_660, 1),
        ("480.457.660 rupiah", 480_457_660, 1),
        ("IDR 480,457,660.00", 480_457_660, 1),
        ("480,457,660", 480_457_660, 1),
        ("480457660", 480_457_660, 1),
        (480_457_660, 480_457_660, 1),
        (480_457_660.0, 480_457_660, 1),
        (8.59e12, 8_590_000_000_000, 1),
        ("Rp790.000.000", 790_000_000, 1),
        ("790 juta", 790_000_000, 1_000_000),
        ("790 Juta Rupiah", 790_000_000, 1_000_000),
        ("Rp1,2 jt", 1_200_000, 100_000),
        ("200 rb", 200_000, 1_000),
        ("200ribu", 200_000, 1_000),
        ("2,2 miliar", 2_200_000_000, 100_000_000),
        ("2,2 milyar", 2_200_000_000, 100_000_000),
        ("2,2 M", 2_200_000_000, 100_000_000),
        ("Rp2,2M", 2_200_000_000, 100_000_000),
        ("8,59 triliun", 8_590_000_000_000, 10_000_000_000),
        ("Rp 8,59 T", 8_590_000_000_000, 10_000_000_000),
        ("8.59 trillion", 8_590_000_000_000, 10_000_000_000),
        ("Rp480.5 million", 480_500_000, 100_000),
        ("minus 200 juta", -200_000_000, 1_000_000),
        ("minus Rp200 juta", -200_000_000, 1_000_000),
        ("-Rp5.000", -5_000, 1),
        ("Rp-5.000", -5_000, 1),
        ("−Rp309.542.340", -309_542_340, 1),
        ("(Rp5.000)", -5_000, 1),
        ("Rp(5.000)", -5_000, 1),
        ("Rp0", 0, 1),
        ("Rp 0,-", 0, 1),
        ("Rp480.457.660.", 480_457_660, 1),
        ("Rp 10.000,-.", 10_000, 1),
        ("Rp 5 Triliun.", 5_000_000_000_000, 1_000_000_000_000),
        ("1.200,50 juta", 1_200_500_000, 10_000),
        ("1,234 M", 1_234_000_000, 1_000_000),
        ("1.234 M", 1_234_000_000_000, 1_000_000_000),
        ("Rp 1 234 567", 1_234_567, 1),
        (2**63 - 1, 2**63 - 1, 1),
    ],
)
def test_an_amount_is_read_to_the_rupiah_with_its_written_digits(cell, amount, step):
    read = rupiah(cell)
    assert (read.value, read.step) == (amount, step)
    assert isinstance(read.value, int)


@pytest.mark.parametrize("cell", [1.5, "Rp1.500,50", "0,5", "1,2345 rb", "Rp 10,5"])
def test_a_fraction_of_a_rupiah_is_a_fault(cell):
    with pytest.raises(RupiahError) as caught:
        rupiah(cell)
    assert caught.value.cause == "fraction"


@pytest.mark.parametrize("cell", [2**63, 1e20, "99999999 triliun", "9" * 30])
def test_more_than_64_bits_is_a_fault(cell):
    with pytest.raises(RupiahError) as caught:
        rupiah(cell)
    assert caught.value.cause == "too_large"


@pytest.mark.parametrize("cell", ["Rp", "rupiah", "gratis", "USD 5", "$5", True, "100.000/bulan", "5 orang"])
def test_what_is_no_amount_is_a_fault(cell):
    with pytest.raises(NumberError):
        rupiah(cell)


@pytest.mark.parametrize("cell", ["-", "Rp -", "Rp-", "Rp –", "nihil", "belum ada"])
def test_a_dash_in_place_of_an_amount_is_a_missing_value_and_not_zero(cell):
    with pytest.raises(NumberError) as caught:
        rupiah(cell)
    assert caught.value.cause == "no_value"


@pytest.mark.parametrize(
    ("amount", "round_"),
    [
        (790_000_000, True),
        (100_000, True),
        (8_590_000_000_000, True),
        (-200_000_000, True),
        (480_457_660, False),
        (90_000, False),
        (123_000, False),
        (0, False),
    ],
)
def test_an_amount_with_four_zeros_at_its_end_looks_round(amount, round_):
    assert looks_round(amount) is round_


@pytest.mark.parametrize("amount", [5, 1_234, 12_345, 480_457_660, 8_590_000_000_000])
@pytest.mark.parametrize("sign", ["", ".", ",", " ", "\u00a0"])
@pytest.mark.parametrize("before", ["", "Rp", "Rp ", "Rp.", "Rp. ", "IDR ", "rp", " ", "'"])
@pytest.mark.parametrize("after", ["", ",-", ",00", ".00", " ", " rupiah", "\u00a0", "."])
def test_an_amount_in_any_mixture_of_forms_is_itself_or_a_fault_but_never_another(amount, sign, before, after):
    text = before + f"{amount:,}".replace(",", sign) + after
    try:
        read = rupiah(text).value
    except NumberError as error:
        read = amount if error.cause == "grouping" and sign and after == f"{sign}00" else None
    assert read == amount
