"""What the paper of a plan looks like, and that what docs/rencana.md tells of the example is what comes of it."""

from __future__ import annotations

import datetime as dt
import re
import sys
from pathlib import Path

import pytest

from semesta.planning.compared import compared
from semesta.planning.plan import Plan, made
from semesta.planning.scenario import read_scenario
from semesta.report.charts import lines
from semesta.report.content import Chart, Document
from semesta.report.measure import grid
from semesta.report.rencana.document import document
from semesta.report.theme import theme

sys.path.insert(0, str(Path(__file__).parents[1] / "report"))
from report_text import tables, texts

ROOT = Path(__file__).parents[3]
EXAMPLE = (ROOT / "examples" / "rencana-cilegon" / "rencana.yaml").read_text(encoding="utf-8")
DOCS = (ROOT / "docs" / "rencana.md").read_text(encoding="utf-8")
LEAST_POINTS = 8
TODAY = dt.date(2026, 11, 21)
RANGE = re.compile(r"\(.*–.*\)|–")


@pytest.fixture(scope="module")
def plan() -> Plan:
    return made(read_scenario(EXAMPLE))


@pytest.fixture(scope="module")
def paper(plan: Plan) -> Document:
    """The example with everything a plan can hold, beside a second plan."""
    lean = (
        EXAMPLE[: EXAMPLE.index("# Kemiskinan:")]
        .replace("kept: 3511", "kept: 3000")
        .replace("name: Melanjutkan", "name: Lain")
    )
    other = made(read_scenario(lean))
    return document(plan, "id", today=TODAY, compared=compared(plan, other))


def charts(paper: Document) -> list[Chart]:
    return [block for block in paper.blocks if isinstance(block, Chart)]


@pytest.mark.parametrize("page", ["a4", "f4"])
def test_every_table_prints_at_a_size_that_can_be_read(paper, page):
    room, height = theme().text_width(page), theme().text_height(page)
    sizes = {table.caption: grid(table, room=room, height=height).size for table in tables(paper)}
    assert {caption: size for caption, size in sizes.items() if size < LEAST_POINTS} == {}


def test_words_of_charts_print_at_a_size_that_can_be_read():
    scale = theme().text_width("a4") / theme().chart["width"]
    assert min(theme().chart["small"], theme().chart["text"]) * scale >= LEAST_POINTS


def test_columns_of_figures_are_aligned_right(paper):
    wrong = [
        (table.caption, column.title)
        for table in tables(paper)
        if not table.caption.startswith("Yang berbeda")  # there words and figures stand in one column
        for number, column in enumerate(table.columns)
        if column.align != "right"
        and table.rows
        and all(re.fullmatch(r"[−+]?(Rp)?\d{1,3}(\.\d{3})+( .*)?", row[number]) for row in table.rows)
    ]
    assert wrong == []


def test_every_chart_says_what_it_rests_on(paper):
    assert len(charts(paper)) >= 10
    assert [chart.caption for chart in charts(paper) if not re.search(r"[Aa]sumsi", chart.source)] == []


def test_charts_of_what_hangs_on_chance_or_an_assumption_draw_its_range(paper):
    """Lines have a band wherever an assumption or chance moves them, and say what the band is."""
    ranged = {chart.caption[:20]: "pita: asumsi" in chart.source for chart in charts(paper) if "pita" in chart.source}
    assert len(ranged) == 4
    for chart in charts(paper):
        if "pita" in chart.source:
            assert "low" in str(chart.spec)


def test_a_tornado_of_one_assumption_is_a_table_alone(paper):
    assert not any("Pertumbuhan upah setahun" in chart.caption for chart in charts(paper))


def test_what_the_docs_tell_of_the_example_is_what_comes_of_it(paper):
    table = DOCS[DOCS.index("| pertanyaan | jawaban") : DOCS.index("![Halaman pertama")]
    said = [row.split("|")[2] for row in table.splitlines()[2:] if row.startswith("|")]
    text = "\n".join(texts(paper.blocks)).replace("\u00a0", " ")
    told = [
        figure for answer in said for figure in re.findall(r"(?:Rp)?\d[\d.,]*\d(?: miliar| juta)?|\d+ bulan", answer)
    ]
    assert len(told) > 10
    assert [figure for figure in told if figure not in text] == []


def test_links_within_the_docs_lead_somewhere():
    anchors = {
        re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")
        for heading in re.findall(r"^#+ (.+)$", DOCS, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", DOCS)) <= anchors
    files = re.findall(r"\]\(((?!#|http)[^)#]+)", DOCS)
    assert [name for name in files if not (ROOT / "docs" / name).exists()] == []


def test_long_names_of_two_plans_stand_under_the_chart_and_not_in_its_bars(paper):
    (chart,) = (chart for chart in charts(paper) if "Rencana 1" in chart.source)
    assert "Rencana 1: Melanjutkan 2026, menambah bertahap; Rencana 2: Lain 2026" in chart.source
    assert "Rencana 2: Rp" in str(chart.spec)
    assert "bertahap: Rp" not in str(chart.spec)


def ends(*series: tuple[str, list[float], list[str]]) -> dict[str, tuple[str, str]]:
    """On which side of a line its first and its last figure stand, by series."""
    points = [
        {"series": name, "period": str(2027 + n), "value": value, "label": label}
        for name, values, labels in series
        for n, (value, label) in enumerate(zip(values, labels, strict=True))
    ]
    spec = lines(points, value_title="")
    (rows,) = spec["datasets"].values()
    found = [row for row in rows if row["period"] in ("2027", "2029")]
    return {name: tuple(row["end"] for row in found if row["series"] == name) for name, _, _ in series}


def test_figures_at_the_ends_of_a_line_never_run_into_each_other_or_into_the_years():
    long = ["Rp1.999,5 miliar a"] * 2
    found = ends(
        ("rising", [100, 150, 200], ["a", "", "b"]),
        ("the same", [200, 200, 200], ["2,2 M", "", "2,2 M"]),
        ("near zero", [5, 9, 12], ["a", "", "b"]),
        ("long", [200, 190, 195], [long[0], "", long[1] + "b"]),
    )
    assert found == {
        "rising": ("first below", "last above"),
        "the same": ("", "last above"),
        "near zero": ("first above", "last above"),
        "long": ("", "last above"),
    }
