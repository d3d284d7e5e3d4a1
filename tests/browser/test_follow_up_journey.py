"""From a meeting's promise to its signed minutes, and from there to done."""

from __future__ import annotations

import pytest

PROMISE = "Mengusulkan anggaran iuran pekerja rentan"


@pytest.fixture
def signed(tmp_path):
    path = tmp_path / "ba.pdf"
    path.write_bytes(b"%PDF-1.4\n%signed\n")
    return path


def test_from_a_commitment_to_done(somebody, signed):
    page = somebody("notulis", "officer", "36.72")
    page.goto("/tindak-lanjut/rapat/baru/")
    page.fill("#title", "Rapat monev November")
    page.fill("#date", "2025-11-20")
    page.click("main form button.main")
    page.click("text=Tambah komitmen")
    page.fill("#text", PROMISE)
    page.fill("#responsible", "Dinas Tenaga Kerja Kota Cilegon")
    page.fill("#due", "2025-12-01")
    page.click("main form button.main")
    assert PROMISE in page.locator(".decided").inner_text()
    page.goto("/tindak-lanjut/")
    assert PROMISE in page.locator("main").inner_text()
    page.goto("/tindak-lanjut/rapat/")
    page.click("text=Rapat monev November")
    with page.expect_download() as taken:
        page.click("a:has-text('PDF')")
    assert taken.value.suggested_filename == "berita-acara.pdf"
    page.fill("#number", "560/12/2025")
    page.fill("#signed_on", "2025-11-21")
    page.set_input_files("#scan", signed)
    page.click("text=Unggah dan tutup rapat")
    assert "Rapat ditutup" in page.locator("main").inner_text()
    page.click(f"text={PROMISE}")
    assert "560/12/2025" in page.locator("dl").inner_text()
    page.fill("#evidence", "KUA-PPAS 2026 halaman 12")
    page.click("button:has-text('Tandai selesai')")
    assert page.locator(".state.done").inner_text().endswith("Selesai")
    assert "KUA-PPAS 2026" in page.locator(".history").inner_text()
    page.goto("/tindak-lanjut/")
    assert PROMISE not in page.locator("main").inner_text()
