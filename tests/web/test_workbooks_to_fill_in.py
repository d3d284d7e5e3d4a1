"""Whoever has no terminal downloads the workbooks to fill in from the page of a round."""

from __future__ import annotations

import io

import openpyxl
import pytest
from django.test import Client

from semesta.files.to_fill_in import titles

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", titles())
def test_each_workbook_comes_as_a_file_of_its_name(signed_in, person, name):
    answer = signed_in(person("petugas")).get(f"/templat/{name}.xlsx")
    assert (answer.status_code, f'filename="{name}.xlsx"' in answer["Content-Disposition"]) == (200, True)
    assert openpyxl.load_workbook(io.BytesIO(answer.content)).sheetnames


def test_no_other_name_is_a_workbook_and_nobody_unknown_gets_one(signed_in, person):
    assert signed_in(person("petugas")).get("/templat/rahasia.xlsx").status_code == 404
    assert Client().get("/templat/monev.xlsx").status_code == 302


def test_the_page_of_a_round_offers_them_to_who_uploads(signed_in, person, round_of):
    round = round_of("cilegon-2024", "36.72")
    address = f"/putaran/{round.pk}/"
    assert "/templat/monev-ringkas.xlsx" in signed_in(person("petugas")).get(address).content.decode()
