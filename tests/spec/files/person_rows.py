"""Rows of made-up people, and how tests read lists of them."""

import datetime as dt

from workbooks import read_file, xlsx

from semesta.tables.registry import EVERY_TABLE, PEOPLE

TODAY = dt.date(2026, 11, 21)
HEADER = ["NIK", "Nama", "Tanggal lahir", "Jenis kelamin", "Kab/Kota"]
SITI = ["3672014107840001", "Siti Rahmawati", "01/07/1984", "P", "Kota Cilegon"]
BUDI = ["3672021708900002", "Budi Santoso", "17/08/1990", "L", "Kota Cilegon"]


def read_people(folder, content, name="daftar.xlsx", kind="workers", **options):
    tables = {kind: PEOPLE[kind]} if kind else EVERY_TABLE
    return read_file(folder, content, name, **{"today": TODAY, "tables": tables} | options)


def people(folder, rows, touch=None, **options):
    """The rows read from a workbook of one sheet, by column, and the problems."""
    dataset = read_people(folder, xlsx({"Sheet1": rows}, touch), **options)
    return dataset.frames["workers"], dataset
