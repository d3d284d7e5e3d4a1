"""A plan from its file to its result, beside another and in the report of a round; the pools of a round drawn. Each page looked at."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from looking import WIDTHS, Seen, look
from playwright.sync_api import Page, expect

EXAMPLES = Path(__file__).parents[2] / "examples"
LONG = 90_000
"""Milliseconds that reckoning and typesetting may take on a slow machine."""


@pytest.fixture(scope="module")
def told() -> Seen:
    return Seen()


@pytest.fixture
def looked_at(first, told):
    def made(path: str) -> None:
        for width, colours in WIDTHS.items():
            look(first, path, width, colours, told)

    return made


def path_of(page: Page) -> str:
    return re.sub(r"^https?://[^/]+", "", page.url)


def reckoned(page: Page, heading: str) -> None:
    """Waits for the result; the page comes back by itself once the work is done."""
    expect(page.get_by_role("heading", name=heading).first).to_be_visible(timeout=LONG)


def test_a_plan_is_filled_in_reckoned_compared_and_laid_beside_a_round(first, looked_at):
    page = first.new_page()
    page.goto("/rencana/baru/")
    page.set_input_files("#file", EXAMPLES / "rencana-cilegon" / "rencana.yaml")
    page.click("main button.main")
    form = path_of(page)
    looked_at(form)
    looked_at(form.replace("ubah", "skenario"))
    page.click("button:has-text('Simpan dan hitung')")
    plan = path_of(page)
    expect(page.locator("progress")).to_be_visible()
    expect(page.get_by_role("button", name="Batalkan")).to_be_visible()
    reckoned(page, "Kebutuhan anggaran")
    expect(page.locator(".vega canvas").first).to_be_visible()
    looked_at(plan)

    page.click("button:has-text('Salin untuk dibandingkan')")
    page.fill("[name='groups[1].payers[1].kept']", "banyak")
    page.click("button:has-text('Simpan dan hitung')")
    expect(page.get_by_role("alert").first).to_contain_text("Perbaiki dulu")
    page.fill("[name='groups[1].payers[1].kept']", "4000")
    page.get_by_role("button", name="Simpan", exact=True).click()
    other = path_of(page).split("/")[2]
    page.goto(f"/rencana/bandingkan/?a={plan.split('/')[2]}&b={other}")
    page.click("main button.main")
    compared = path_of(page)
    looked_at(compared)
    expect(page.locator("figcaption", has_text="Yang berbeda").first).to_be_visible(timeout=LONG)
    looked_at(compared)
    looked_at("/rencana/")

    page.goto("/putaran/")
    page.click("main a:has-text('Monev Cilegon 2024')")
    page.select_option("#plan", plan.split("/")[2])
    page.locator("form:has(#plan) button").click()
    expect(page.locator("main")).to_contain_text("memuat bab rencana")
    looked_at(path_of(page))
    looked_at(f"{path_of(page)}laporan/")
    page.close()


def test_the_pools_of_a_round_are_drawn(first, looked_at):
    page = first.new_page()
    page.goto("/putaran/baru/")
    page.fill("#place", "36")
    page.fill("#title", "Gotong royong dari peramban")
    page.click("main button.main")
    path = path_of(page)
    page.set_input_files("#files", sorted((EXAMPLES / "gotong-royong").glob("*.csv")))
    page.get_by_role("button", name="Unggah", exact=True).click()
    expect(page.get_by_role("button", name="Kirim untuk diperiksa")).to_be_visible(timeout=LONG)
    page.goto(f"{path}gotong-royong/")
    looked_at(path_of(page))
    page.select_option("#years", "1")
    page.select_option("#scenarios", "1000")
    page.click("main button.main")
    expect(page.locator("progress")).to_be_visible()
    reckoned(page, "Hasil")
    looked_at(path_of(page))
    page.close()


def test_none_of_these_pages_says_an_error_or_sticks_out_or_bars_anybody(told):
    assert len(told.pages) >= 2 * 10
    wrong = [*told.said, *told.too_wide, *told.barriers]
    assert not wrong, "\n".join(wrong)
