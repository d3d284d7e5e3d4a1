"""Figures are shown as the reader of each language expects to see them."""

import datetime as dt

import pytest

from semesta.basics import shown


@pytest.mark.parametrize(
    ("amount", "indonesian", "english"),
    [
        (480_457_660, "Rp480.457.660", "Rp480,457,660"),
        (-309_542_340, "−Rp309.542.340", "−Rp309,542,340"),
        (0, "Rp0", "Rp0"),
        (999, "Rp999", "Rp999"),
        (8_590_000_000_000, "Rp8.590.000.000.000", "Rp8,590,000,000,000"),
        (2**63 - 1, "Rp9.223.372.036.854.775.807", "Rp9,223,372,036,854,775,807"),
    ],
)
def test_rupiah_are_shown_in_full(amount, indonesian, english):
    assert shown.rupiah(amount, "id") == indonesian
    assert shown.rupiah(amount, "en") == english


@pytest.mark.parametrize(
    ("amount", "indonesian", "english"),
    [
        (480_457_660, "Rp480,5 juta", "Rp480.5 million"),
        (8_590_000_000_000, "Rp8,59 triliun", "Rp8.59 trillion"),
        (790_000_000, "Rp790 juta", "Rp790 million"),
        (-309_542_340, "−Rp309,5 juta", "−Rp309.5 million"),
        (12_345_678_901, "Rp12,35 miliar", "Rp12.35 billion"),
        (1_000_000, "Rp1 juta", "Rp1 million"),
        (999_999, "Rp999.999", "Rp999,999"),
        (16_800, "Rp16.800", "Rp16,800"),
        (0, "Rp0", "Rp0"),
        (999_949_999, "Rp999,9 juta", "Rp999.9 million"),
        (999_950_000, "Rp1 miliar", "Rp1 billion"),
        (99_995_000, "Rp100 juta", "Rp100 million"),
        (1_234_567_000_000_000, "Rp1.234,6 triliun", "Rp1,234.6 trillion"),
    ],
)
def test_a_short_amount_keeps_three_or_four_digits_and_never_says_a_thousand_million(amount, indonesian, english):
    assert shown.rupiah_short(amount, "id") == indonesian
    assert shown.rupiah_short(amount, "en") == english


def test_counts_and_decimals():
    assert (shown.count(377_162, "id"), shown.count(377_162, "en")) == ("377.162", "377,162")
    assert (shown.count(-1_000, "id"), shown.count(0, "id")) == ("−1.000", "0")
    assert (shown.decimal(1.6, "id"), shown.decimal(1.6, "en", 1)) == ("1,60", "1.6")
    assert shown.decimal(1234.5, "id", 0) == "1.235"


def test_halves_are_rounded_away_from_zero_and_not_by_their_binary_neighbour():
    assert shown.decimal(1.005, "id") == "1,01"
    assert shown.decimal(2.675, "en") == "2.68"
    assert shown.share(0.00125, "en") == "0.13%"
    assert shown.decimal(-0.5, "id", 0) == "−1"


def test_nothing_is_shown_as_minus_zero():
    assert shown.decimal(-0.001, "id") == "0,00"
    assert shown.share(-0.00001, "en") == "0.00%"


def test_a_share_has_a_no_break_space_in_indonesian_and_none_in_english():
    assert shown.share(122_019 / 377_162, "id") == "32,35\u00a0%"
    assert shown.share(122_019 / 377_162, "en") == "32.35%"
    assert shown.share(0.52, "id", 0) == "52\u00a0%"
    assert shown.share(1, "id", 0) == "100\u00a0%"
    assert shown.share(12.5, "en", 1) == "1,250.0%"


def test_days_are_written_out():
    assert shown.day(dt.date(2024, 7, 17), "id") == "17 Juli 2024"
    assert shown.day(dt.date(2024, 8, 1), "en") == "1 August 2024"


@pytest.mark.parametrize(
    ("code", "indonesian", "english"),
    [
        ("2024", "2024", "2024"),
        ("2019/2021", "2019–2021", "2019–2021"),
        ("2024-07", "Juli 2024", "July 2024"),
        ("2024-01/2024-07", "Januari–Juli 2024", "January–July 2024"),
        ("2023-11/2024-02", "November 2023–Februari 2024", "November 2023–February 2024"),
        ("../2024-07-17", "s.d. 17 Juli 2024", "up to 17 July 2024"),
        ("2024-07-17", "17 Juli 2024", "17 July 2024"),
        ("2024-07-01/2024-07-17", "1–17 Juli 2024", "1–17 July 2024"),
        ("2024-01-01/2024-07-17", "1 Januari – 17 Juli 2024", "1 January – 17 July 2024"),
        ("2023-12-05/2024-07-17", "5 Desember 2023 – 17 Juli 2024", "5 December 2023 – 17 July 2024"),
        ("", "", ""),
    ],
)
def test_a_period_is_shown_in_words(code, indonesian, english):
    assert (shown.period(code, "id"), shown.period(code, "en")) == (indonesian, english)


def test_a_period_that_is_none_is_not_shown():
    with pytest.raises(ValueError, match="not a period"):
        shown.period("kemarin", "id")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (101, "seratus satu"),
        (110, "seratus sepuluh"),
        (111, "seratus sebelas"),
        (200, "dua ratus"),
        (999, "sembilan ratus sembilan puluh sembilan"),
        (1_000, "seribu"),
        (1_001, "seribu satu"),
        (1_100, "seribu seratus"),
        (2_000, "dua ribu"),
        (11_000, "sebelas ribu"),
        (21_000, "dua puluh satu ribu"),
        (100_000, "seratus ribu"),
        (101_000, "seratus satu ribu"),
        (201_000, "dua ratus satu ribu"),
        (1_000_000, "satu juta"),
        (1_000_001, "satu juta satu"),
        (1_001_000, "satu juta seribu"),
        (1_001_850, "satu juta seribu delapan ratus lima puluh"),
        (5_021_000, "lima juta dua puluh satu ribu"),
        (1_000_001_000, "satu miliar seribu"),
        (1_000_000_001_001, "satu triliun seribu satu"),
        (1_001_001_001, "satu miliar satu juta seribu satu"),
        (8_590_000_000_000, "delapan triliun lima ratus sembilan puluh miliar"),
        (-1_205, "minus seribu dua ratus lima"),
    ],
)
def test_numbers_are_spelt_as_in_a_letter(number, words):
    assert shown.number_in_words(number, "id") == words


def test_amounts_in_words_end_in_rupiah():
    assert shown.rupiah_in_words(480_457_660, "id") == (
        "empat ratus delapan puluh juta empat ratus lima puluh tujuh ribu enam ratus enam puluh rupiah"
    )
    assert shown.rupiah_in_words(16_800, "en") == "sixteen thousand, eight hundred rupiah"


def test_units_are_named_and_unknown_ones_are_shown_as_they_are():
    assert (shown.unit_title("persons", "id"), shown.unit_title("persons", "en")) == ("orang", "persons")
    assert shown.unit_title("person_months", "id") == "orang-bulan"
    assert shown.unit_title("sacks_of_rice", "en") == "sacks of rice"


def test_the_day_of_the_week_is_named_in_both_languages():
    wednesday = dt.date(2024, 7, 17)
    assert (shown.weekday(wednesday, "id"), shown.weekday(wednesday, "en")) == ("Rabu", "Wednesday")


@pytest.mark.parametrize(
    ("amount", "step", "indonesian", "english"),
    [
        (3_800_000, 100_000, "3,8 juta", "3.8 million"),
        (8_590_000_000_000, 10_000_000_000, "8,59 triliun", "8.59 trillion"),
        (256_000, 1000, "256 ribu", "256 thousand"),
        (200, 100, "0,2 ribu", "0.2 thousand"),
        (480_457_660, 1, "480.457.660", "480,457,660"),
        (1.5, 0.1, "1,5", "1.5"),
    ],
)
def test_a_number_is_shown_in_the_digits_in_which_it_was_written(
    amount: float, step: float, indonesian: str, english: str
) -> None:
    assert shown.as_written(amount, step, "id") == indonesian
    assert shown.as_written(amount, step, "en") == english
