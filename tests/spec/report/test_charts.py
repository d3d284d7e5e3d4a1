"""Charts: bars from zero with their figure beside them, and rows without data that say so."""

from __future__ import annotations

import json
import re

import pytest

from semesta.report import charts
from semesta.report.drawing import png, svg, svg_size
from semesta.report.theme import theme

BARS = [
    {"name": "Kota Serang", "value": 52000.0, "label": "52.000"},
    {"name": "Kota Tangerang", "value": 412000.0, "label": "412.000"},
    {"name": "Kabupaten Lebak", "value": None, "label": "belum ada data (dipegang BPJS)"},
]
SPECS = {
    "bars": charts.bars(BARS, value_title="Pekerja terdaftar (orang)"),
    "bars against something": charts.bars(
        [{"name": "JKK", "value": 3.0, "label": "3 dari 9", "behind": 9.0, "programme": "JKK"}], value_title="orang"
    ),
    "gap": charts.gap_bars(
        [
            {"name": "RT/RW", "covered": 30.0, "gap": 70.0, "label": "30 terdaftar, 70 belum"},
            {"name": "Nelayan", "covered": None, "gap": None, "label": ""},
        ],
        covered_title="terdaftar",
        gap_title="belum terdaftar",
    ),
    "paired": charts.paired_bars(
        [
            {
                "name": "BPU",
                "first": 480.0,
                "first_label": "Rp480,5 juta",
                "second": 790.0,
                "second_label": "Rp790 juta",
            },
            {"name": "PU", "first": 8590.0, "first_label": "Rp8,59 miliar", "second": None, "second_label": ""},
        ],
        first_title="Iuran diterima",
        second_title="Manfaat dibayarkan",
    ),
    "diverging": charts.diverging(
        [
            {"name": "JKM", "value": 120.0, "label": "+Rp120 juta"},
            {"name": "JKK", "value": -309.5, "label": "−Rp309,5 juta"},
        ],
        value_title="Iuran dikurangi manfaat",
    ),
    "intervals": charts.intervals(
        [{"name": "Cilegon", "low": 0.29, "value": 0.3235, "high": 0.36, "label": "32,35 % (29–36 %)"}],
        value_title="Cakupan",
    ),
    "lines": charts.lines(
        [
            {"series": series, "period": str(2019 + n), "value": 10.0 * n, "label": f"Rp{n}0,5 juta"}
            for series in ("JKK", "JKM")
            for n in range(4)
        ],
        value_title="Iuran per tahun",
    ),
}


def words_in(drawn: str) -> str:
    return " ".join(re.findall(r">([^<>]+)<", drawn))


def rows_of(spec: dict) -> list[dict]:
    """The rows that most marks of the chart are drawn from."""
    return spec["datasets"][spec["data"]["name"]]


def domains(spec: object) -> list[list[float]]:
    """The domain of every scale of numbers across."""
    if isinstance(spec, list):
        return [domain for part in spec for domain in domains(part)]
    if not isinstance(spec, dict):
        return []
    own = spec.get("x", {}) if isinstance(spec.get("x"), dict) else {}
    found = [own["scale"]["domain"]] if own.get("type") == "quantitative" else []
    return found + [domain for part in spec.values() for domain in domains(part)]


@pytest.mark.parametrize("name", SPECS)
def test_every_chart_is_drawn_at_the_width_of_the_text_in_the_typeface_of_the_documents(name):
    drawn = svg(SPECS[name])
    assert svg_size(drawn)[0] <= theme().chart["width"] + 8
    assert set(re.findall(r'font-family="([^"]+)"', drawn)) == {"Roboto"}
    assert png(SPECS[name]).startswith(b"\x89PNG")


@pytest.mark.parametrize("name", SPECS)
def test_a_chart_is_plain_data_and_draws_the_same_each_time(name):
    assert json.loads(json.dumps(SPECS[name])) == SPECS[name]
    assert svg(SPECS[name]) == svg(SPECS[name])
    assert '"url"' not in json.dumps(SPECS[name])


@pytest.mark.parametrize("name", ["bars", "bars against something", "gap", "paired", "intervals"])
def test_bars_start_at_zero(name):
    assert domains(SPECS[name])
    assert all(low == 0 < high for low, high in domains(SPECS[name]))


def test_differences_run_to_both_sides_of_zero_in_orange_and_blue():
    assert all(low < 0 < high for low, high in domains(SPECS["diverging"]))
    colours = {row["name"]: row["colour"] for row in rows_of(SPECS["diverging"])}
    assert colours == {"JKK": theme().below_zero, "JKM": theme().above_zero}


def test_a_range_below_zero_stands_whole_on_the_axis_with_its_label():
    rows = [
        {"name": "Kumpulan", "low": -45.4, "value": -38.0, "high": -31.5, "label": "−Rp45,4 miliar … −Rp31,5 miliar"},
        {"name": "Cabang A", "low": -2.8, "value": -1.0, "high": 0.6, "label": "−Rp2,8 miliar … Rp600 juta"},
    ]
    spec = charts.intervals(rows, value_title="Saldo")
    assert all(low <= -45.4 and high > 0.6 for low, high in domains(spec))
    assert rows[0]["label"] in words_in(svg(spec))


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("bars", "412.000"),
        ("paired", "Iuran diterima: Rp480,5 juta"),
        ("diverging", "−Rp309,5 juta"),
        ("intervals", "32,35 % (29–36 %)"),
        ("lines", "Rp30,5 juta"),
        ("gap", "30 terdaftar, 70 belum"),
    ],
)
def test_each_bar_says_its_figure_in_the_form_of_the_document(name, label):
    assert label in words_in(svg(SPECS[name]))


def test_bars_are_sorted_with_the_largest_first_and_those_without_data_last():
    assert [row["name"] for row in rows_of(SPECS["bars"])] == ["Kota Tangerang", "Kota Serang", "Kabupaten Lebak"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("bars", "belum ada data (dipegang BPJS)"),
        ("gap", "belum ada data"),
        ("paired", "Manfaat dibayarkan: belum ada data"),
    ],
)
def test_a_row_without_data_is_hatched_and_says_so(name, said):
    drawn = svg(SPECS[name])
    assert said in words_in(drawn)
    assert "linearGradient" in drawn


def test_nothing_is_hatched_where_all_is_known():
    assert "fill: url(#gradient" not in svg(SPECS["diverging"]).replace('fill="url(#', "fill: url(#")


def test_missing_is_said_in_english_in_an_english_document():
    spec = charts.bars([{"name": "Lebak", "value": None, "label": ""}], value_title="persons", lang="en")
    assert "no data yet" in words_in(svg(spec, lang="en"))


def test_a_programme_has_its_own_colour_everywhere():
    rows = [{"name": p, "value": 1.0, "label": "1", "programme": p} for p in theme().programmes]
    colours = [row["colour"] for row in rows_of(charts.bars(rows, value_title="x"))]
    assert colours == list(theme().programmes.values())


def test_two_rows_of_one_name_stay_two_bars():
    rows = [{"name": "Lainnya", "value": 1.0, "label": "satu"}, {"name": "Lainnya", "value": 2.0, "label": "dua"}]
    names = [row["name"] for row in rows_of(charts.bars(rows, value_title="x"))]
    assert len(set(names)) == 2


def test_all_zero_or_nothing_known_or_no_rows_is_still_drawn():
    zero = [{"name": "a", "value": 0.0, "label": "0"}]
    unknown = [{"name": "a", "value": None, "label": ""}]
    for rows in (zero, unknown, []):
        for chart in (charts.bars, charts.diverging):
            assert svg(chart(rows, value_title="x")).startswith("<svg")


def test_a_label_as_long_as_a_sentence_stays_on_the_chart():
    rows = [{"name": "Kota Cilegon", "value": 5.0, "label": "122.019 dari 377.162 pekerja terdaftar, Nov 2022"}]
    (domain, *_) = domains(charts.bars(rows, value_title="x"))
    assert domain[1] > 2 * 5.0


def test_a_trend_needs_three_periods():
    points = [{"series": "JKK", "period": str(year), "value": 1.0, "label": "1"} for year in (2019, 2020)]
    with pytest.raises(ValueError, match="3 periods"):
        charts.lines(points, value_title="x")


def test_a_missing_period_leaves_the_line_open():
    points = [
        {"series": "JKK", "period": str(2019 + n), "value": None if n == 2 else 1.0 + n, "label": "x"} for n in range(5)
    ]
    paths = re.findall(r'd="(M[^"]*)"', svg(charts.lines(points, value_title="x")))
    assert [path for path in paths if path.count("L") == 2 and path.count("M") == 2]


def test_numbers_that_the_chart_itself_writes_take_the_form_of_the_language():
    spec = {
        "data": {"values": [{"v": 1234.5}]},
        "mark": "text",
        "encoding": {"text": {"field": "v", "type": "quantitative", "format": ",.1f"}},
    }
    assert "1.234,5" in words_in(svg(spec, lang="id"))
    assert "1,234.5" in words_in(svg(spec, lang="en"))
