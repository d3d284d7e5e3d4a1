"""What may be wrong with files, in the words an officer reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from semesta.basics.problem import Fault, Severity
from semesta.basics.words import Words

NOTHING = Words("", "")


class RefusedError(Exception):
    """A file that cannot be read at all. It ends the reading of that file alone and becomes one Problem."""

    def __init__(self, fault: Fault, value: str | None = None) -> None:
        super().__init__(fault.cause)
        self.fault = fault
        self.value = value


def made_fault(cause: str, title: Words, expected: Words, how_to_fix: Words, severity: Severity = "error") -> Fault:
    return Fault(cause, expected, how_to_fix, severity, title)


SPREADSHEET = Words(
    "buku kerja XLSX, XLSM, XLS atau ODS, berkas CSV, atau berkas Parquet",
    "an XLSX, XLSM, XLS or ODS workbook, a CSV file or a Parquet file",
)
SAVE_AS_XLSX = Words(
    "Buka berkas di Excel atau LibreOffice, lalu simpan sebagai Buku Kerja Excel (*.xlsx).",
    "Open the file in Excel or LibreOffice and save it as an Excel workbook (*.xlsx).",
)

# Files

NOT_FOUND = made_fault(
    "file_not_found",
    Words("berkas tidak ditemukan", "file not found"),
    Words("berkas atau folder yang ada", "a file or folder that exists"),
    Words("Periksa nama dan foldernya.", "Check its name and folder."),
)
NOT_READABLE = made_fault(
    "file_not_readable",
    Words("berkas tidak dapat dibuka", "file cannot be opened"),
    Words("berkas yang boleh dibaca", "a file that may be read"),
    Words(
        "Tutup berkas di program lain, lalu periksa izin membacanya.",
        "Close the file in other programs, then check that you may read it.",
    ),
)
EMPTY_FILE = made_fault(
    "empty_file",
    Words("berkas kosong", "empty file"),
    SPREADSHEET,
    Words(
        "Berkas berukuran 0 bita; salin atau unduh sekali lagi dari asalnya.",
        "The file has 0 bytes; copy or download it again.",
    ),
)
EMPTY_FOLDER = made_fault(
    "folder_without_tables",
    Words("folder tanpa tabel", "folder without tables"),
    Words(
        "folder dengan berkas <tabel>.csv, .parquet atau .xlsx", "a folder with <table>.csv, .parquet or .xlsx files"
    ),
    Words(
        "Beri nama berkas menurut tabelnya, misalnya members.csv atau peserta.csv.",
        "Name each file after its table, such as members.csv.",
    ),
)
PASSWORD = made_fault(
    "password",
    Words("berkas dilindungi kata sandi", "file protected by a password"),
    Words("berkas tanpa kata sandi", "a file without a password"),
    Words(
        "Buka di Excel dengan kata sandinya, pilih File › Info › Lindungi Buku Kerja › Enkripsi dengan Kata Sandi, "
        "kosongkan, lalu simpan.",
        "Open it in Excel with its password, choose File › Info › Protect Workbook › Encrypt with Password, "
        "empty it, and save.",
    ),
)
TRUNCATED = made_fault(
    "damaged_file",
    Words("berkas rusak atau terpotong", "file damaged or cut off"),
    Words("berkas yang utuh", "a whole file"),
    Words(
        "Salin atau unduh sekali lagi dari asalnya; bila tetap rusak, buka di Excel dan simpan sebagai berkas baru.",
        "Copy or download it again; if it stays damaged, open it in Excel and save it as a new file.",
    ),
)
BOMB = made_fault(
    "zip_bomb",
    Words("isi berkas mengembang tidak wajar", "file unpacks to far more than it should"),
    Words(
        "lembar paling banyak 1,5 GB setelah dibuka, selebihnya 400 MB, paling banyak 100 kali ukurannya",
        "at most 1.5 GB of sheets unpacked, 400 MB of anything else, and at most 100 times its size",
    ),
    Words(
        "Salin hanya sel yang berisi ke buku kerja baru, atau simpan tabel sebagai CSV.",
        "Copy only the cells that are filled to a new workbook, or save the table as CSV.",
    ),
)
TOO_WIDE = made_fault(
    "too_many_columns",
    Words("terlalu banyak kolom", "too many columns"),
    Words("paling banyak 16.384 kolom", "at most 16,384 columns"),
    Words("Hapus kolom yang tidak dipakai.", "Delete the columns that are not used."),
)
TOO_LONG = made_fault(
    "too_many_rows",
    Words("terlalu banyak baris", "too many rows"),
    Words("paling banyak 1.048.576 baris", "at most 1,048,576 rows"),
    Words("Bagi menjadi beberapa berkas.", "Split it into several files."),
)
TOO_LARGE = made_fault(
    "area_too_large",
    Words("lembar terlalu luas", "sheet too large"),
    Words("tabel tanpa sel berisi yang terpencil jauh", "a table without filled cells far away from it"),
    Words(
        "Tekan Ctrl+End di Excel: hapus baris dan kolom di antara tabel dan sel yang terpencil itu, lalu simpan.",
        "Press Ctrl+End in Excel: delete the rows and columns between the table and that far cell, and save.",
    ),
)
ENTITIES = made_fault(
    "xml_entities",
    Words("berkas memuat deklarasi XML yang tidak diizinkan", "file holds XML declarations that are not allowed"),
    Words("buku kerja yang disimpan oleh program lembar kerja", "a workbook saved by a spreadsheet program"),
    SAVE_AS_XLSX,
)
NOT_CSV = made_fault(
    "not_csv",
    Words("bukan berkas CSV", "not a CSV file"),
    Words("teks dengan kolom dipisahkan koma, titik koma, tab atau |", "text with columns separated by , ; tab or |"),
    Words(
        "Simpan dari Excel sebagai CSV UTF-8, atau kirim berkas XLSX-nya.",
        "Save it from Excel as CSV UTF-8, or give the XLSX file.",
    ),
)
NO_TABLE = made_fault(
    "no_table",
    Words("tidak ada tabel yang dapat dibaca", "no table that can be read"),
    Words("lembar dengan judul kolom seperti dalam templat", "a sheet with column headers as in the template"),
    Words(
        "Bandingkan judul lembar dan kolom dengan templat: semesta template monev -o monev.xlsx",
        "Compare sheet and column headers with the template: semesta template monev -o monev.xlsx",
    ),
)
SAME_FILE = made_fault(
    "same_file_twice",
    Words("berkas yang sama diberikan dua kali", "the same file given twice"),
    Words("tiap berkas satu kali", "each file once"),
    Words("Berkas dibaca satu kali saja; tidak ada yang perlu diubah.", "It was read once; nothing needs to be done."),
    "warning",
)


SAME_NAME = made_fault(
    "same_name_twice",
    Words("dua berkas bernama sama dengan isi berbeda", "two files of one name with other content"),
    Words("nama yang berbeda bagi tiap berkas", "another name for each file"),
    Words(
        "Keduanya dibaca. Bila yang satu pembetulan yang lain, berikan yang terbaru saja.",
        "Both were read. If one corrects the other, give the newer alone.",
    ),
    "warning",
)
NO_ROWS = made_fault(
    "no_rows",
    Words("tidak ada baris di bawah judul kolom", "no rows below the header"),
    Words("data di bawah judul kolom", "data below the header"),
    Words("Isi daftarnya, atau hapus lembarnya.", "Fill in the list, or delete the sheet."),
    "warning",
)


def not_a_spreadsheet(looks_like: Words) -> Fault:
    """A file that is something else, with what it looks like by its first bytes."""
    return made_fault(
        "not_a_spreadsheet",
        Words("bukan berkas lembar kerja; isinya ", "not a spreadsheet; it holds ") + looks_like,
        SPREADSHEET,
        SAVE_AS_XLSX,
    )


def perhaps(nearest: Sequence[str]) -> Words:
    """Names that may have been meant, as an advice; nothing when there are none."""
    names = ", ".join(nearest)
    return Words(f"Mungkin yang dimaksud: {names}.", f"Perhaps meant: {names}.") if nearest else NOTHING


def unknown_file(nearest: Sequence[str]) -> Fault:
    return made_fault(
        "unknown_file",
        Words("berkas dalam folder tidak dikenal", "unknown file in the folder"),
        Words("berkas bernama seperti tabelnya", "a file named after its table"),
        perhaps(nearest) or Words("Berkas tidak dibaca.", "The file was not read."),
        "warning",
    )


@contextmanager
def damaged_where(*errors: type[Exception]) -> Iterator[None]:
    """Turns these errors of a library into a refusal, and its panics too.

    The libraries are written in Rust: on damaged bytes they may panic, which reaches Python as a BaseException of a
    class that cannot be imported.
    """
    try:
        yield
    except errors:
        raise RefusedError(TRUNCATED) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise RefusedError(TRUNCATED) from None
