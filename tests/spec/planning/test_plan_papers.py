"""The plan as papers: its figures in tables, every assumption with its source, and a chapter in the report of a round."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import sys
from pathlib import Path

import openpyxl
import pytest
from scenarios import assumed, group, payer, plan, span, target, written

from semesta.monev.measured import Measured
from semesta.planning.compared import compared
from semesta.planning.faults import Unplannable
from semesta.planning.plan import made
from semesta.planning.scenario import read_scenario, template
from semesta.report.content import Chart, Document, Heading, KeyFigure, KeyFigures, Table
from semesta.report.laporan.content import laporan
from semesta.report.papers.registry import papers
from semesta.report.rencana.document import document
from semesta.report.rencana.workbook import sheets, workbook
from semesta.rounds.planned import scenario_beside, with_plan
from semesta.rounds.report import manifest
from semesta.rounds.run import measured_round, read_round

sys.path.insert(0, str(Path(__file__).parents[1] / "report"))
from report_text import tables, texts

TODAY = dt.date(2026, 11, 21)
EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture(scope="module")
def whole() -> Document:
    """The template's plan as a document."""
    return document(made(read_scenario(template())), "id", today=TODAY)


def text_of(made: Document) -> str:
    return "\n".join(texts(made.blocks))


def table(made: Document, begins: str) -> Table:
    return next(one for one in tables(made) if one.caption.startswith(begins))


def test_what_the_relief_of_an_employer_takes_for_granted_stands_under_the_need():
    wage = {"route": "PU", "wage_per_month": 3_000_000, "risk_class": 3}
    employer = {"industry": "textile", "workers": 1_200}
    groups = [group("pu", payer(10, "pemberi_kerja"), **wage, employer=employer)]
    made_of = document(plan(years=span(2025), groups=groups), "id", today=TODAY)
    notes = "\n".join(table(made_of, "Kebutuhan iuran tahun 2025").notes)
    assert (
        "pemberi kerja tekstil dan pakaian jadi dengan 1.200 pekerja; JKK sampai Januari 2025 dianggap lunas" in notes
    )


def test_the_document_has_a_section_for_everything_the_plan_holds(whole):
    assert [block.text for block in whole.blocks if isinstance(block, Heading)] == [
        "Rencana perlindungan 2027–2030",
        "Kebutuhan anggaran",
        "Jalur PU dan BPU",
        "Mulai terlambat, bulan tidak dibayar, dan kuota",
        "Jalan menuju target",
        "Asumsi dan batas",
    ]


def test_sections_tables_and_charts_are_numbered_as_they_are_read():
    text = template() + "\nclaims: {}\n"
    plans = [made(read_scenario(text)), made(read_scenario(text.replace("kept: 332", "kept: 300")))]
    found = document(plans[0], "id", today=TODAY, compared=compared(*plans))
    sections = [block.number for block in found.blocks if isinstance(block, Heading) and block.level == 2]
    assert sections == [f"1.{number}" for number in range(1, len(sections) + 1)]
    for kind in (Table, Chart):
        numbers = [int(block.number) for block in found.blocks if isinstance(block, kind)]
        assert numbers == list(range(1, len(numbers) + 1))


def test_no_table_is_wider_than_a_page(whole):
    assert max(len(one.columns) for one in tables(whole)) <= 7


def test_rows_of_the_need_add_up_to_its_total_and_are_spelt_out():
    found = document(plan(groups=[group(), group("rentan.petani", payer(50))]), "id", today=TODAY)
    need = table(found, "Kebutuhan iuran tahun 2027")
    assert [row[-1] for row in need.rows] == ["Rp20.160.000", "Rp10.080.000"]
    assert need.total is not None
    assert need.total[-1] == "Rp30.240.000"
    assert "Terbilang: tiga puluh juta dua ratus empat puluh ribu rupiah." in text_of(found)


def test_every_assumption_stands_with_its_source_and_those_not_made_are_told():
    found = document(plan(growth=assumed(0.01, 0.02, 0.03), targets=[target()]), "en", today=TODAY)
    assert table(found, "Assumptions").rows == (("Growth of the population a year", "1%", "2%", "3%", "uji"),)
    assert "Growth of wages a year: not assumed, so that wages are taken as they are." in text_of(found)


def test_every_chart_says_its_assumptions(whole):
    charts = [block for block in whole.blocks if isinstance(block, Chart)]
    assert len(charts) == 2
    assert all("asumsi: " in chart.source for chart in charts)


def test_an_assumption_stands_in_document_and_workbook_in_its_own_unit():
    made = plan(assumptions={"men_among_members": assumed(0.6, 0.7, 0.8), "jkk_cost_bpu": assumed(7e6, 8e6, 11e6)})
    rows = table(document(made, "id", today=TODAY), "Asumsi rencana").rows
    assert [row[1:4] for row in rows] == [
        ("Rp7 juta", "Rp8 juta", "Rp11 juta"),
        ("60\u00a0%", "70\u00a0%", "80\u00a0%"),
    ]
    cells = next(sheet for sheet in sheets(made, "id") if sheet.name == "Asumsi").rows
    assert [row[1:4] for row in cells] == [
        [(7e6, "rupiah"), (8e6, "rupiah"), (11e6, "rupiah")],
        [(0.6, "share"), (0.7, "share"), (0.8, "share")],
    ]


def test_the_workbook_holds_the_assumptions_of_parts_with_where_they_were_seen():
    made = plan(claims={}, leaving=assumed(0.01, 0.02, 0.03))
    rows = next(sheet for sheet in sheets(made, "id") if sheet.name == "Asumsi").rows
    seen = {row[0][0]: row[-1][0] for row in rows}
    assert seen["Keluar dari perlindungan dalam setahun"] == ""
    assert "UN WPP 2024" in str(seen["Kematian per 1.000 orang-tahun BPU"])


def test_money_that_falls_short_later_is_told_first_with_the_year_and_one_sign_everywhere():
    growing = group("rentan.nelayan", payer(100, added={2028: 100, 2029: 100}))
    made = plan(years=span(2027, 2029), groups=[growing], money=[{"funding": "apbd.kabkota", "amounts": 30_000_000}])
    [figure] = [one for one in summary_of(made) if one.name == "Short"]
    assert (figure.value, figure.against, figure.since) == ("Rp10.32 million", "Regency or city budget", "2028")
    assert (figure.rests_on, figure.warning) == ("enough until 2027, 2029: Rp30.48 million", "money falls short")
    sheet = next(sheet for sheet in sheets(made, "en") if sheet.name == "Money")
    left = sheet.columns.index("Short (−) or left (Rp)")
    assert [row[left][0] for row in sheet.rows] == [9_840_000, -10_320_000, -30_480_000]


def test_of_several_sources_the_one_with_least_left_is_named_as_such():
    payers = [payer(100), payer(100, funding="dbh_cht")]
    money = [
        {"funding": code, "amounts": amount} for code, amount in (("apbd.kabkota", 50_000_000), ("dbh_cht", 21_000_000))
    ]
    [figure] = [one for one in summary_of(plan(groups=[group("rentan", *payers)], money=money)) if one.name == "Left"]
    assert (figure.value, figure.against) == ("Rp840,000", "Tobacco excise share (DBH CHT), least of 2 sources")


def summary_of(made) -> tuple[KeyFigure, ...]:
    [figures] = [block for block in document(made, "en", today=TODAY).blocks if isinstance(block, KeyFigures)]
    return figures.figures


def test_the_aim_that_a_plan_meets_is_said_to_be_met():
    reached = group("rentan.nelayan", payer(0, added={2028: 1_500}))
    made = plan(years=span(2027, 2030), groups=[reached], targets=[target()])
    captions = [block.caption for block in document(made, "en", today=TODAY).blocks if isinstance(block, Chart)]
    assert "Own target: the aim of 2030 is met, 500 persons over" in captions


def test_law_that_is_supposed_is_told_as_such():
    steps = [{"since": "2027-07-01", "values": {"jkm_bpu_flat": 7_800}}]
    assert "bukan menurut hukum yang berlaku" in text_of(document(plan(law=steps), "id", today=TODAY))


def test_a_stage_that_is_past_is_not_offered():
    told = text_of(document(plan(), "en", today=dt.date(2026, 12, 1)))
    assert "Budget 2027: revised budget approved" in told
    assert "draft budget approved with the council, by 30 November 2026" not in told


def test_the_gap_that_is_left_stands_by_who_usually_owes_it():
    found = document(plan(groups=[group(population=350), group("non_asn.rt_rw", population=120)]), "en", today=TODAY)
    assert table(found, "Not yet covered").rows == (
        ("the person", "Fishermen", "250"),
        ("the regional budget (APBD)", "Heads of neighbourhoods (RT/RW)", "20"),
    )


def test_each_programme_may_stand_under_an_account_of_its_own():
    accounts = {"JKK": "5.1.02.0026", "JKM": "5.1.02.0034"}
    payers = [payer(10, account=accounts, office="Disnaker"), payer(5, account="5.1.02.9999", office="Disnaker")]
    found = table(
        document(plan(groups=[group("rentan.petani", *payers)]), "id", today=TODAY), "Kebutuhan tahun 2027 per"
    )
    assert found.rows == (
        ("Disnaker", "5.1.02.0026", "JKK", "Rp1.200.000"),
        ("Disnaker", "5.1.02.0034", "JKM", "Rp816.000"),
        ("Disnaker", "5.1.02.9999", "", "Rp1.008.000"),
    )
    assert found.total == ("Jumlah", "", "", "Rp3.024.000")


def test_a_star_says_which_provision_is_not_verified():
    made = plan(groups=[group("rentan.ojek", payer(10, funding="csr")), group("rentan.nelayan", payer(10))])
    found = table(document(made, "id", today=TODAY), "Kebutuhan iuran tahun 2027")
    assert [row[-2].endswith("*") for row in found.rows] == [True, False]
    [note] = [note for note in found.notes if note.startswith("*")]
    assert "Sumber dana yang tidak mendapat keringanan: Apakah iuran yang dibayar CSR" in note


def test_what_others_than_government_pay_stands_under_no_account():
    payers = [payer(5, account="5.1.02.9999", office="Disnaker"), payer(10, funding="csr")]
    made = plan(groups=[group("rentan.petani", *payers)])
    found = table(document(made, "id", today=TODAY), "Kebutuhan tahun 2027 per rekening")
    assert found.rows == (("Disnaker", "5.1.02.9999", "Rp1.008.000"),)
    assert "Tidak lewat anggaran pemerintah: CSR dan sumbangan Rp2.016.000" in found.notes


def test_the_workbook_holds_every_month_with_its_programmes():
    book = openpyxl.load_workbook(io.BytesIO(workbook(plan(), "id", today=TODAY)))
    rows = list(book["Per bulan"].iter_rows(min_row=5, values_only=True))
    assert len(rows) == 12
    assert rows[0][4:] == (100, 0, 16_800, 1_000_000, 680_000, None, 1_680_000)


def test_the_same_plan_gives_the_same_document_whatever_the_order_of_its_groups():
    groups = [group(), group("rentan.petani", payer(50))]
    one, other = (plan(groups=order) for order in (groups, groups[::-1]))
    assert sorted(n.amount for n in one.budget.needs) == sorted(n.amount for n in other.budget.needs)
    assert one.budget.balances == other.budget.balances


# In the report of a round


@pytest.fixture(scope="module")
def round_folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("putaran")
    shutil.copytree(EXAMPLES / "cilegon-2024", folder, dirs_exist_ok=True)
    (folder / "rencana.yaml").write_text(written(years=span(2025)), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def round_with_plan(round_folder: Path) -> Measured:
    beside = scenario_beside([round_folder])
    assert beside is not None
    return with_plan(measured_round(read_round([round_folder], today=TODAY)), beside)


def test_the_report_of_a_round_with_a_plan_holds_its_chapter(round_with_plan):
    headings = [block.text for block in laporan(round_with_plan, "id").blocks if isinstance(block, Heading)]
    after = headings[headings.index("Rekomendasi dan usulan anggaran") + 1]
    assert after == "Rencana perlindungan 2025"


def test_workbook_and_figures_of_the_plan_go_with_the_report_and_the_manifest_names_the_scenario(round_with_plan):
    assert {"rencana.xlsx", "rencana.json"} <= set(papers()["laporan"].files(round_with_plan, "id"))
    assert manifest(round_with_plan, "id", {})["plan"]["name"] == "rencana.yaml"


def test_a_plan_of_another_place_is_refused(round_folder, tmp_path):
    (tmp_path / "rencana.yaml").write_text(written(place="36.01"), encoding="utf-8")
    beside = scenario_beside([tmp_path])
    assert beside is not None
    with pytest.raises(Unplannable, match="place"):
        with_plan(measured_round(read_round([round_folder], today=TODAY)), beside)


def test_a_round_without_a_plan_has_no_chapter_of_it():
    assert scenario_beside([EXAMPLES / "cilegon-2024"]) is None
