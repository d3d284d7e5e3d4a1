"""A workbook: the same sheets give the same bytes, in a process that has made others and in one that has not."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import subprocess
import sys
import zipfile

from semesta.report.book import book
from semesta.report.sheet import Sheet

DAY = dt.date(2026, 1, 2)
FIRST_OF_A_PROCESS = """
import datetime as dt, hashlib
from semesta.report.book import book
from semesta.report.sheet import Sheet
made = book([Sheet("Isi", "Isi", ("Kolom",), [[("teks", "text")]])], "Isi", dt.date(2026, 1, 2), "id")
print(hashlib.sha256(made).hexdigest())
"""


def made() -> bytes:
    return book([Sheet("Isi", "Isi", ("Kolom",), [[("teks", "text")]])], "Isi", DAY, "id")


def test_the_first_book_of_a_process_is_like_those_after_it():
    alone = subprocess.run([sys.executable, "-c", FIRST_OF_A_PROCESS], capture_output=True, text=True, check=True)
    assert [hashlib.sha256(made()).hexdigest() for _ in range(3)] == [alone.stdout.strip()] * 3


def test_the_font_is_its_own_and_not_the_themes():
    with zipfile.ZipFile(io.BytesIO(made())) as package:
        styles = package.read("xl/styles.xml").decode()
    assert (styles.count("Arial") > 0, "Calibri" in styles, "scheme" in styles) == (True, False, False)
