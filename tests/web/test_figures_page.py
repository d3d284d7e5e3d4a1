"""Every figure of a round: filtered, sorted, taken along, and down to the rows behind it."""

from __future__ import annotations

import csv
import io
import json

import pytest
from django.urls import reverse

from semesta.tables.registry import TABLES
from semesta.web.models import Figure
from semesta.web.roles import Role
from semesta.web.views.figures import _cell

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(round_of, person, signed_in):
    round = round_of("cilegon-2024", "36.72")
    browser = signed_in(person("petugas"))

    def asked(**query):
        return browser.get(reverse("figures", kwargs={"round_id": round.pk}), query)

    asked.round, asked.browser = round, browser
    return asked


def test_a_filter_keeps_what_was_asked_for_and_the_download_is_the_same(page):
    rows = json.loads(page(indikator="claims_paid", format="json").content)
    wanted = Figure.objects.filter(snapshot__round=page.round, indicator="claims_paid")
    assert {row["indicator"] for row in rows} == {"claims_paid"}
    assert len(rows) == wanted.count()
    assert str(wanted.count()) in page(indikator="claims_paid").content.decode()


def test_money_keeps_its_last_rupiah_in_every_form(page):
    read = csv.DictReader(io.StringIO(page(indikator="contributions", format="csv").content.decode("utf-8-sig")))
    assert "480457660" in {row["value"] for row in read}
    assert page(format="xlsx").content[:2] == b"PK"


def test_a_missing_figure_is_empty_and_never_zero(page):
    rows = json.loads(page(indikator="coverage", format="json").content)
    assert all(row["value"] != 0 for row in rows)


def test_sorting_by_value_puts_the_largest_first_and_the_missing_last(page):
    rows = json.loads(page(urut="-nilai", format="json").content)
    known = [row["value"] is not None for row in rows]
    assert known == sorted(known, reverse=True)


def test_a_figure_leads_to_the_rows_and_files_it_was_made_of(page):
    figure = Figure.objects.filter(snapshot__round=page.round, indicator="contributions", whole=480457660).first()
    told = page.browser.get(reverse("figure", kwargs={"round_id": page.round.pk, "figure_id": figure.pk}))
    assert "contributions.csv" in told.content.decode()
    assert "480.457.660" in told.content.decode()
    assert "../2024-07-17" not in told.content.decode()


def test_a_year_behind_a_figure_is_written_as_a_year():
    budgets = TABLES["budgets"]
    year, persons = budgets.column("year"), TABLES["population"].column("persons")
    assert (_cell(2026, year, "id"), _cell(2026, persons, "id")) == ("2026", "2.026")


@pytest.mark.parametrize(
    "query", [{"urut": "'; DROP"}, {"halaman": "x"}, {"indikator": "tidak-ada"}, {"format": "exe"}]
)
def test_nonsense_in_the_address_shows_a_page_and_no_fault(page, query):
    assert page(**query).status_code == 200


def test_a_figure_of_another_place_is_not_there(page, person, signed_in):
    figure = Figure.objects.filter(snapshot__round=page.round).first()
    stranger = signed_in(person("lain", Role.OFFICER, "36.71"))
    for name, also in (("figures", {}), ("figure", {"figure_id": figure.pk})):
        assert stranger.get(reverse(name, kwargs={"round_id": page.round.pk, **also})).status_code == 404


def test_text_that_looks_like_a_formula_is_not_run_by_a_spreadsheet(page):
    Figure.objects.filter(snapshot__round=page.round).update(period="=1+1")
    read = csv.DictReader(io.StringIO(page(format="csv").content.decode("utf-8-sig")))
    assert {row["period"] for row in read} == {"'=1+1"}
