"""Files that a browser saves: of which kind each is by how its name ends, said by us, since not every machine knows them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from django.http import HttpResponse

from semesta.basics.formula_text import no_formula

_OFFICE = "application/vnd.openxmlformats-officedocument"
TYPES = {
    "pdf": "application/pdf",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "yaml": "application/yaml; charset=utf-8",
    "zip": "application/zip",
}


def attached(content: bytes | str, name: str) -> HttpResponse:
    """The content as a file to save under that name."""
    kind = TYPES[name.rpartition(".")[2]]
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def csv_file(heads: Iterable[str], rows: Iterable[Iterable[object]], *, delimiter: str = ",") -> bytes:
    """A table as spreadsheets open it: marked as UTF-8, and no cell of it a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(heads)
    writer.writerows([no_formula(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
