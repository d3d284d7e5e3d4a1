"""Berita acara rekonsiliasi iuran: by office what was listed, billed and paid, why they differ, and what follows."""

from __future__ import annotations

import datetime as dt

import pytest
from example_papers import example
from report_text import tables, whole_text
from rounds_made import CITY, MEETING, round_of
from sample_document import LONG_WORD, NASTY
from test_pdf import pages, squeezed, words_beyond_the_page

from semesta.report.content import KeyFigures, Listed, Signatures, Table
from semesta.report.minutes.reconciliation import lacking, reconciliation
from semesta.report.typeset_pdf import pdf

OPDS = [f'Dinas "Contoh" / O\'Brien & <b>{n}</b>' for n in range(1, 41)]


def bill(month, billed=None, paid=None, **cells):
    due = dt.date(2024, int(month[-2:]) + 1, 15)
    return {"place": CITY, "opd": "BKAD", "month": month, "billed": billed, "paid": paid, "due_on": due} | cells


def of(rows, lang="id", **more):
    return reconciliation(round_of({"meeting": [MEETING], "billing": rows} | more), lang)


def by_office(document) -> Table:
    return tables(document)[0]


def test_the_example_city_has_one_row_for_each_office_and_the_total_of_the_indicators():
    table = by_office(reconciliation(example("kota-contoh"), "id"))

    assert [row[:5] for row in table.rows] == [
        ("Dinas Tenaga Kerja (W-3679-001)", "260", "Rp46.838.400", "Rp41.932.800", "Rp4.905.600"),
        ("Dinas Sosial (W-3679-002)", "90", "Rp16.632.000", "Rp12.096.000", "Rp4.536.000"),
        ("Dinas Pertanian (W-3679-003)", "20", "Rp3.696.000", "Rp0", "Rp3.696.000"),
    ]
    assert table.total == ("Jumlah", "", "Rp67.166.400", "Rp54.028.800", "Rp13.137.600", "", "")


def test_the_amounts_of_the_causes_make_up_the_difference():
    cause = by_office(reconciliation(example("kota-contoh"), "id")).rows[0][5]

    assert "Belum dibayar: November 2025 (Rp4.368.000)" in cause
    assert "Dibayar sebagian: Oktober 2025 (Rp537.600)" in cause
    assert "Belum jatuh tempo: Desember 2025 (Rp4.368.000)" in cause
    assert "Orang ditagih kurang dari SK: Januari–Juni 2025" in cause


def test_an_office_that_paid_everything_in_time_has_no_difference_and_nothing_to_do():
    made = of([bill("2024-05", 100, 100, persons_listed=5, persons_billed=5)])

    assert by_office(made).rows[0][4:] == ("Rp0", "Tidak ada selisih", "Tidak ada")


@pytest.mark.parametrize(
    ("cells", "cause", "step"),
    [
        ({"paid": 0}, "Belum dibayar: Mei 2024 (Rp100)", "Melunasi paling lambat …"),
        ({"paid": 40}, "Dibayar sebagian: Mei 2024 (Rp60)", "Melunasi paling lambat …"),
        ({"paid": None}, "Tagihan atau pembayaran belum diketahui: Mei 2024 (Rp100)", "Menunjukkan tagihan dan bukti"),
        ({"paid": 0, "due_on": dt.date(2024, 8, 9)}, "Belum jatuh tempo: Mei 2024", "Membayar paling lambat 9 Agustus"),
        ({"paid": 100, "paid_on": dt.date(2024, 6, 20)}, "Dibayar lewat jatuh tempo: Mei 2024", "Tidak ada"),
        ({"paid": 100, "persons_listed": 9, "persons_billed": 7}, "ditagih kurang dari SK: Mei 2024", "Memadankan SK"),
        ({"paid": 100, "persons_listed": 7, "persons_billed": 9}, "ditagih lebih dari SK: Mei 2024", "Memadankan SK"),
    ],
)
def test_each_cause_is_read_from_the_bill_and_has_its_step(cells, cause, step):
    row = by_office(of([bill("2024-05", 100, **cells)])).rows[0]

    assert cause in row[5]
    assert step in row[6]


def test_what_is_not_known_is_said_and_never_nought():
    row = by_office(of([bill("2024-05", None, None)])).rows[0]

    assert row[1:5] == ("belum diisi", "belum diketahui", "belum diketahui", "belum diketahui")


def test_what_an_office_promised_about_its_bills_stands_beside_what_is_proposed():
    mine = {"place": CITY, "text": "Melunasi tunggakan.", "responsible": "Kepala BKAD", "indicator": "collection_rate"}
    other = {"place": CITY, "text": "Mendata nelayan", "responsible": "BKAD"}
    done = mine | {"text": "Sudah lunas", "status": "done"}
    made = of([bill("2024-05", 100, 0)], commitments=[mine | {"due": dt.date(2024, 9, 1)}, other, done])

    assert by_office(made).rows[0][6].endswith("; Melunasi tunggakan (paling lambat 1 September 2024)")


def test_accounts_of_one_office_are_shown_side_by_side_and_their_people_not_added():
    rows = [bill("2024-05", 100, 100, account_no=a, persons_listed=n) for a, n in (("W-1", 260), ("W-2", 40))]
    made = of(rows)

    assert by_office(made).rows[0][0:2] == ("BKAD (W-1, W-2)", "260 + 40")
    assert [row[0] for row in tables(made)[-1].rows] == ["BKAD, W-1", "BKAD, W-2"]


def test_without_a_common_sum_there_is_no_total():
    rows = [bill("2024-05", 70, 70, opd=None, account_no="W-1"), bill("2024-05", 100, 60)]

    assert by_office(of(rows)).total is None


def test_every_bill_stands_in_the_annex_as_it_was_given():
    rows = tables(reconciliation(example("kota-contoh"), "id"))[-1].rows

    assert len(rows) == 36
    assert rows[9] == ("Dinas Tenaga Kerja", "Oktober 2025", "260", "260", "Rp4.368.000", "Rp3.830.400, 11 November 2025", "Rp537.600")  # fmt: skip


def test_the_government_and_the_branch_of_bpjs_sign_and_each_office_in_a_row():
    made = of([bill("2024-05", 100, 100, opd=name, office="Kantor Cabang Cilegon") for name in OPDS])
    listed = next(block for block in made.blocks if isinstance(block, Listed))
    signing = next(table for table in tables(made) if table.row_height)

    assert [item.split(", selanjutnya")[0] for item in listed.items] == [
        "${jabatan_pengirim}, Disnaker",
        "…………, BPJS Ketenagakerjaan Kantor Cabang Cilegon".replace("…………", "…" * 12),
    ]
    assert len(next(block for block in made.blocks if isinstance(block, Signatures)).signatures) == 2
    assert [row[0] for row in signing.rows] == OPDS


@pytest.mark.parametrize(
    ("office", "both"),
    [
        ("BKAD Kota", ["BKAD Kota", "BPJS Ketenagakerjaan"]),
        ("BPJS Ketenagakerjaan Cabang X", ["BPJS Ketenagakerjaan Cabang X", "Disnaker"]),
    ],
)
def test_whoever_writes_the_paper_the_other_side_signs_with_it(office, both):
    made = of([bill("2024-05", 100, 100)], kantor=[{"place": CITY, "office_name": office, "post": "Kepala"}])
    listed = next(block for block in made.blocks if isinstance(block, Listed))

    assert [item.split(", ")[1] for item in listed.items] == both


def test_the_key_figures_are_those_over_most_months_of_which_they_are_known():
    made = reconciliation(example("kota-contoh"), "id")
    figures = next(block for block in made.blocks if isinstance(block, KeyFigures)).figures

    assert [(one.value, one.since) for one in figures][:3] == [
        ("Rp73,38 juta", "2025"),
        ("Rp54,03 juta", "Januari–November 2025"),
        ("80,44\u00a0%", "Januari–November 2025"),
    ]


def test_the_day_of_the_reconciliation_is_left_open():
    assert "Pada hari ini, ………" in whole_text(of([bill("2024-05", 100, 100)]))


def test_40_offices_long_names_and_sources_lose_nothing_and_run_off_no_page():
    rows = [
        bill(
            f"2024-0{month}",
            12_345_678_901,
            None if month == 6 else 5 * n,
            opd=NASTY if n == 5 else f"{name} {LONG_WORD}",
        )
        for n, name in enumerate(OPDS)
        for month in range(4, 7)
    ]
    document = of(rows)
    made = pdf(document)

    assert len(by_office(document).rows) == 40
    assert len(tables(document)[-1].rows) == 120
    assert squeezed(" ".join(pages(made))).count(squeezed(LONG_WORD)) >= 39 * 5
    assert words_beyond_the_page(made) == []


def test_a_round_without_bills_says_which_sheet_and_who_holds_it():
    why = lacking(example("cilegon-2024"))

    assert why is not None
    assert "Tagihan" in why.id
    assert "bendahara OPD" in why.id
    assert "Billing" in why.en


def test_bills_for_months_to_come_are_nothing_to_reconcile():
    why = lacking(round_of({"meeting": [MEETING], "billing": [bill("2024-11", 100, 0)]}))

    assert why is not None
    assert "17 Juli 2024" in why.id
    assert "17 July 2024" in why.en


def test_it_can_be_had_in_english():
    made = reconciliation(example("kota-contoh"), "en")

    assert by_office(made).rows[2][5].startswith("Not paid: January–November 2025 (Rp3,696,000)")
