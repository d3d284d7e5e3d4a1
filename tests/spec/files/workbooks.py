"""Real files for the tests of the reader, built byte by byte where no library writes them."""

import datetime as dt
import io
import struct
import zipfile

import xlsxwriter

from semesta.basics.places import PLACES
from semesta.files.read import read

TODAY = dt.date(2024, 8, 1)
POPULATION = ["Wilayah", "Kelompok", "Jumlah orang", "Keadaan per tanggal"]
DAY = "17 Juli 2024"
CILEGON = ["Kota Cilegon", "Nelayan", 332, DAY]
SERANG = ["Kota Serang", "Nelayan", 120, DAY]


def xlsx(sheets, touch=None):
    """A workbook of sheets {name: rows}; `touch(book, sheets)` may do more before it is closed."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    made = {}
    for name, rows in sheets.items():
        made[name] = book.add_worksheet(name)
        for index, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell is not None:
                    made[name].write(index, column, cell)
    if touch:
        touch(book, made)
    book.close()
    return buffer.getvalue()


def read_file(folder, content, name="monev.xlsx", **options):
    """The dataset of one file with these bytes."""
    path = folder / name
    path.write_bytes(content)
    return read([path], **{"today": TODAY, "places": PLACES} | options)


def read_rows(folder, rows, sheet="Jumlah pekerja", touch=None):
    """The dataset of a workbook with one sheet."""
    return read_file(folder, xlsx({sheet: rows}, touch))


def causes(dataset):
    return [problem.fault.cause for problem in dataset.problems]


def errors(dataset):
    return [problem.fault.cause for problem in dataset.problems if problem.is_error]


def only_problem(dataset):
    [problem] = dataset.problems
    return problem


def ods(rows, manifest="", row_repeat=1, name="Jumlah pekerja", merged=()):
    """A minimal ODS of one sheet of texts and numbers; `merged` are areas ((row, column), (row, column)) from 0 on."""
    spans = {
        first: f' table:number-rows-spanned="{last[0] - first[0] + 1}" table:number-columns-spanned="{last[1] - first[1] + 1}"'
        for first, last in merged
    }

    def cell(at, value):
        span = spans.get(at, "")
        if value is None:
            return f"<table:table-cell{span}/>"
        if isinstance(value, int | float):
            return f'<table:table-cell office:value-type="float" office:value="{value}"{span}/>'
        return f'<table:table-cell office:value-type="string"{span}><text:p>{value}</text:p></table:table-cell>'

    body = "".join(
        f'<table:table-row table:number-rows-repeated="{row_repeat}">'
        + "".join(cell((r, c), value) for c, value in enumerate(row))
        + "</table:table-row>"
        for r, row in enumerate(rows)
    )
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
        f'<office:body><office:spreadsheet><table:table table:name="{name}">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
            "content.xml": content,
        }
    )


def zipped(parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def with_part(content, name, change):
    """A workbook with one of its XML files changed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {n: archive.read(n) for n in archive.namelist()}
    parts[name] = change(parts[name])
    return zipped(parts)


# ---- XLS: BIFF8 records in an OLE container


def xls(rows, sheet="Jumlah pekerja", password=False, merged=()):
    """A minimal XLS of one sheet of texts and numbers; `merged` as for `ods`."""

    def record(kind, data=b""):
        return struct.pack("<HH", kind, len(data)) + data

    def text(value):
        return struct.pack("<HB", len(value), 0) + value.encode("latin-1")

    cells = b""
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if value is None:
                continue
            if isinstance(value, int | float):
                cells += record(0x0203, struct.pack("<HHHd", r, c, 0, value))
            else:
                cells += record(0x0204, struct.pack("<HHH", r, c, 0) + text(value))
    areas = [struct.pack("<HHHH", top, bottom, left, right) for (top, left), (bottom, right) in merged]
    cells += record(0x00E5, struct.pack("<H", len(areas)) + b"".join(areas)) if areas else b""
    body = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0)) + cells + record(0x000A)
    head = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    if password:
        head += record(0x002F, struct.pack("<HHH", 1, 1, 1) + bytes(48))
    name = struct.pack("<BB", len(sheet), 0) + sheet.encode("latin-1")
    offset = len(head) + len(record(0x0085, struct.pack("<IBB", 0, 0, 0) + name)) + len(record(0x000A))
    stream = head + record(0x0085, struct.pack("<IBB", offset, 0, 0) + name) + record(0x000A) + body
    return ole({"Workbook": stream})


def ole(streams):
    """An OLE container with these streams, each padded so that it needs no short sectors."""
    end, free, is_fat = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    sectors, fat, entries = [], [is_fat, end], [_entry("Root Entry", 5, end, 0, child=1)]
    for index, (name, data) in enumerate(streams.items()):
        data = data.ljust(max(4096, -(-len(data) // 512) * 512), b"\x00")
        start = len(fat)
        count = len(data) // 512
        fat += [*range(start + 1, start + count), end]
        sectors += [data[i : i + 512] for i in range(0, len(data), 512)]
        right = index + 2 if index + 1 < len(streams) else free
        entries.append(_entry(name, 2, start, len(data), right=right))
    directory = b"".join(entries).ljust(512, b"\x00")
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(512, b"\xff")
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", 0, *[free] * 108)
    return header + table + directory + b"".join(sectors)


def _entry(name, kind, start, size, child=0xFFFFFFFF, right=0xFFFFFFFF):
    raw = name.encode("utf-16-le") + b"\x00\x00"
    links = struct.pack("<III", 0xFFFFFFFF, right, child)
    return (
        raw.ljust(64, b"\x00")
        + struct.pack("<HBB", len(raw), kind, 1)
        + links
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
