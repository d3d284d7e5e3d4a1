"""A government may plan with a price of its own: it is supposed, never law, and shows wherever it is used."""

from __future__ import annotations

import datetime as dt

from semesta.law.law import LAW

CASE = {"date": dt.date(2026, 1, 1), "segment": "BPU", "package": "JKK+JKM", "funding": "apbd.kabkota"}


def test_a_city_that_plans_17000_a_person_needs_what_tangerangnews_56371_published(ask):
    # Tangerang Selatan 2026: 11.250 persons for a year, and Rp500 million for data and publicity.
    law = LAW.with_values({"jkm_bpu_flat": 7_000}, since="2026-01-01")
    (price,) = ask("cover_price_per_month", CASE, law=law)
    assert price == (17_000, False, True)
    assert price.value * 11_250 * 12 == 2_295_000_000
    assert price.value * 11_250 * 12 + 500_000_000 == 2_795_000_000


def test_the_price_by_law_stays_what_it_was(ask):
    assert ask("cover_price_per_month", CASE) == [(16_800, False, False)]
