"""What people come to do, done in a browser from beginning to end."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

EXAMPLE = Path(__file__).parents[2] / "examples" / "cilegon-2024"
LONG = 90_000
"""Milliseconds that measuring or typesetting may take on a slow machine."""


@pytest.fixture
def with_a_fault(tmp_path) -> Path:
    """The contributions of the example with an amount that is none."""
    path = tmp_path / "contributions.csv"
    path.write_text((EXAMPLE / "contributions.csv").read_text().replace(",480457660,", ",banyak,"))
    return path


def upload(page: Page, *paths: Path) -> None:
    page.locator("#files").set_input_files(list(paths))
    page.get_by_role("button", name="Unggah", exact=True).click()


def test_from_upload_to_report(somebody, with_a_fault, tmp_path):
    officer, verifier = somebody("siti", "officer", "36.72"), somebody("budi", "verifier", "36")
    officer.goto("/putaran/")
    officer.get_by_role("link", name="Buat putaran").click()
    officer.fill("#title", "Monev dari peramban")
    officer.get_by_role("button", name="Buat putaran").click()
    expect(officer.get_by_role("heading", name="Monev dari peramban")).to_be_visible()

    others = [path for path in EXAMPLE.glob("*.csv") if path.name != "contributions.csv"]
    upload(officer, with_a_fault, *others)
    expect(officer.locator("main")).to_contain_text("Teks pada kolom angka", timeout=LONG)

    officer.get_by_role("button", name="Keluarkan contributions.csv").click()
    upload(officer, EXAMPLE / "contributions.csv")
    expect(officer.get_by_role("button", name="Kirim untuk diperiksa")).to_be_visible(timeout=LONG)
    expect(officer.locator("main")).not_to_contain_text("Teks pada kolom angka", timeout=LONG)
    officer.get_by_role("button", name="Kirim untuk diperiksa").click()
    expect(officer.locator(".state").first).to_contain_text("Menunggu pemeriksaan")

    verifier.goto(re.sub(r"https?://[^/]+", "", officer.url))
    verifier.get_by_role("button", name="Terima").click()
    expect(verifier.locator(".state").first).to_contain_text("Diterima")

    officer.reload()
    officer.get_by_role("navigation").get_by_role("link", name="Laporan").last.click()
    officer.get_by_role("button", name="Laporan hasil monev").click()
    link = officer.get_by_role("link", name=re.compile("Unduh PDF.*Laporan hasil monev"))
    expect(link).to_be_visible(timeout=LONG)
    with officer.expect_download() as download:
        link.click()
    download.value.save_as(tmp_path / "laporan.pdf")
    assert (tmp_path / "laporan.pdf").read_bytes().startswith(b"%PDF")
    assert re.fullmatch(r"laporan-36\.72-\d{4}-\d\d-\d\d\.pdf", download.value.suggested_filename)


def test_a_link_signs_in_once(office, browser, somebody, first):
    page = somebody("tamu", "reader", "36.72")
    expect(page.get_by_role("button", name="Keluar")).to_be_visible()
    again = browser.new_context().new_page()
    again.goto(office.link)
    expect(again.get_by_role("alert")).to_contain_text("sudah terpakai")
    again.context.close()


def test_a_family_learns_what_it_is_owed_without_signing_in(office, browser):
    context = browser.new_context(base_url=office.address, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto("/santunan/")
    page.get_by_label("Meninggal, bukan karena kecelakaan kerja").check()
    page.fill("#date", "2024-05-02")
    page.get_by_label("Bekerja sendiri").check()
    page.fill("#months_paid", "14")
    page.get_by_role("button", name="Hitung").click()
    expect(page.locator(".sum")).to_have_text("Rp42.000.000")
    expect(page.locator("main")).to_contain_text("Dokumen yang disiapkan")
    context.close()


def test_the_coverage_of_regions_is_drawn_without_eval(first):
    page = first.new_page()
    page.goto("/putaran/3/cakupan/")
    expect(page.locator(".vega canvas").first).to_be_visible()
    page.close()


def test_the_language_is_remembered(first):
    page = first.new_page()
    page.goto("/putaran/")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Rounds")
    page.get_by_role("button", name="Bahasa Indonesia").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Putaran")
    page.close()
