"""Writes examples/kota-contoh: a city that does not exist, with the lists of its offices as offices send them.

    python examples/kota_contoh.py [FOLDER]

The same bytes on each run. Everybody in the lists is made up; what is planted in them stands in the truth of `semesta synth`.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import polars as pl
import xlsxwriter
from PIL import Image, ImageDraw

from semesta.basics.groups import GROUPS
from semesta.basics.places import PLACES, PlaceList
from semesta.synth import Wish, made

CITY, NAME = "36.79", "Kota Contoh"
DISTRICTS = ("Contoh Utara", "Contoh Selatan", "Contoh Timur", "Contoh Barat")
VILLAGES = (
    "Melati", "Kenanga", "Anggrek", "Cempaka", "Dahlia", "Flamboyan", "Teratai", "Seruni", "Wijaya Kusuma", "Kemuning", "Soka",
    "Alamanda", "Bugenvil", "Lavender", "Tanjung Sari", "Mawar Indah", "Nusa Indah", "Kamboja", "Sedap Malam", "Bakung", "Lili",
    "Krisan", "Sakura", "Matahari", "Edelweis", "Gardenia", "Begonia", "Azalea", "Aster", "Magnolia", "Ros", "Pinus",
)  # fmt: skip
MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember")  # fmt: skip
WISH = Wish(CITY, 620, 2052, participants=540, coverage=0.55, as_of=dt.date(2025, 12, 31), months=12)
EMBLEM = "lambang.png"
Cells = Sequence[Any]


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "places.csv").write_text(places_csv(), encoding="utf-8")
    places = PLACES.with_file(places_csv())
    tables: dict[str, list[pl.DataFrame]] = {}
    for name, frame in made(WISH, places=places):
        tables.setdefault(name, []).append(frame)
    told = {name: with_names(pl.concat(frames), places) for name, frames in tables.items()}
    for name, write in FILES.items():
        write(folder / name, told)


def places_csv() -> str:
    """The city, its districts and villages, as an office adds them to the list of places."""
    rows = [(CITY, NAME)]
    for n, district in enumerate(DISTRICTS, 1):
        rows.append((f"{CITY}.0{n}", f"Kec. {district}"))
        rows += [(f"{CITY}.0{n}.{1000 + k}", f"Kel. {VILLAGES[n * 8 - 9 + k]}") for k in range(1, 9)]
    return "code,name\n" + "".join(f"{code},{name}\n" for code, name in rows)


def with_names(frame: pl.DataFrame, places: PlaceList) -> pl.DataFrame:
    """The frame with `kab`, `kec` and `kel`: names as lists write them."""
    if "village" not in frame.columns:
        return frame
    return frame.with_columns(
        kab=pl.col("place").map_elements(lambda code: places[code].title.id, return_dtype=pl.String),
        kec=pl.col("district").map_elements(lambda code: _bare(code, places), return_dtype=pl.String),
        kel=pl.col("village").map_elements(lambda code: _bare(code, places), return_dtype=pl.String),
    )


def _bare(code: str, places: PlaceList) -> str:
    found = places.get(code)
    return found.title.id.removeprefix("Kec. ").removeprefix("Kel. ") if found else code


# ---- how offices write


def slashed(day: dt.date | None) -> str | None:
    return f"{day:%d/%m/%Y}" if day else None


def dashed(day: dt.date | None) -> str | None:
    return f"{day:%d-%m-%Y}" if day else None


def in_words(day: dt.date | None) -> str | None:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else None


def serial(day: dt.date | None) -> float | None:
    """The number that Excel shows when the format of a date is lost."""
    return float((day - dt.date(1899, 12, 30)).days) if day else None


def dotted_nik(nik: str | None) -> str | None:
    return f"{nik[:6]}.{nik[6:12]}.{nik[12:]}" if nik and len(nik) == 16 else nik


def dashed_phone(number: str | None) -> str | None:
    return f"{number[:4]}-{number[4:8]}-{number[8:]}" if number else None


def rupiah(amount: int) -> str:
    return f"Rp {amount:,}".replace(",", ".")


def in_millions(amount: int) -> str:
    return f"Rp{amount / 1_000_000:.2f}".rstrip("0").rstrip(".").replace(".", ",") + " jt"


def capitalised(name: str) -> str:
    return " ".join(word.capitalize() for word in name.split())


# ---- sheets


class Sheet:
    """A sheet filled from the top down."""

    def __init__(self, book: xlsxwriter.Workbook, name: str, widths: Sequence[int]) -> None:
        self.book, self.sheet, self.at = book, book.add_worksheet(name), 0
        self.bold = book.add_format({"bold": True, "align": "center", "valign": "vcenter", "border": 1})
        self.text = book.add_format({"num_format": "@"})
        self.day = book.add_format({"num_format": "dd/mm/yyyy"})
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)

    def title(self, *lines: str, columns: int) -> None:
        """Titles merged over all columns, and an empty row."""
        for line in lines:
            self.sheet.merge_range(self.at, 0, self.at, columns - 1, line, self.bold)
            self.at += 1
        self.at += 1

    def header(self, *titles: str) -> None:
        self.sheet.write_row(self.at, 0, titles, self.bold)
        self.at += 1

    def header_of_two(self, titles: Sequence[str | tuple[str, Sequence[str]]]) -> None:
        """A header of two rows: plain titles are merged downwards, others stand over their parts."""
        column = 0
        for title in titles:
            if isinstance(title, str):
                self.sheet.merge_range(self.at, column, self.at + 1, column, title, self.bold)
                column += 1
            else:
                over, parts = title
                self.sheet.merge_range(self.at, column, self.at, column + len(parts) - 1, over, self.bold)
                self.sheet.write_row(self.at + 1, column, parts, self.bold)
                column += len(parts)
        self.at += 2

    def numbers(self, count: int) -> None:
        """The row that numbers the columns."""
        self.sheet.write_row(self.at, 0, [f"({n})" for n in range(1, count + 1)], self.bold)
        self.at += 1

    def rows(self, rows: Iterable[Cells]) -> None:
        for row in rows:
            for column, value in enumerate(row):
                if isinstance(value, dt.date):
                    self.sheet.write_datetime(
                        self.at, column, dt.datetime(value.year, value.month, value.day), self.day
                    )
                elif isinstance(value, str):
                    self.sheet.write_string(self.at, column, value, self.text)
                elif value is not None:
                    self.sheet.write(self.at, column, value)
            self.at += 1

    def total(self, *cells: Any) -> None:
        self.sheet.write_row(self.at, 0, cells, self.bold)
        self.at += 1

    def signed(self, post: str, *, column: int) -> None:
        """Place and day, post and number below the list, as the one who signs leaves them."""
        lines = (
            f"{NAME}, 29 Desember 2025",
            post,
            "",
            "",
            "Nama jelas ....................",
            "NIP. ..........................",
        )
        self.at += 1
        for line in lines:
            self.sheet.write(self.at, column, line)
            self.at += 1


def workbook(path: Path, fill: Callable[[xlsxwriter.Workbook], None]) -> None:
    book = xlsxwriter.Workbook(path)
    # The date of the file would differ on each run.
    book.set_properties({"comments": "Data sintetis: tidak seorang pun nyata.", "created": dt.datetime(2026, 1, 5, 9)})
    fill(book)
    book.close()


def of_groups(told: dict[str, pl.DataFrame], *groups: str) -> list[dict[str, Any]]:
    """The worker rows of some groups by name, so that the list looks as typed and not as drawn."""
    return told["workers"].filter(pl.col("group").is_in(groups)).sort("group", "kec", "id").to_dicts()


# ---- what the offices send


def honorer(path: Path, told: dict[str, pl.DataFrame]) -> None:
    """Contract staff and teachers: two sheets, a header of two rows, its columns numbered, dates as dates."""

    def fill(book: xlsxwriter.Workbook) -> None:
        for name, group in (("HONORER", "non_asn.honorer"), ("GURU HONORER", "non_asn.guru_honorer")):
            sheet = Sheet(book, name, [5, 20, 28, 14, 12, 5, 26, 16, 16, 18, 14, 16, 22])
            sheet.title(f"DAFTAR {name} PEMERINTAH {NAME.upper()}", "KEADAAN 31 DESEMBER 2025", columns=13)
            sheet.header_of_two(["No", "NIK", "Nama Lengkap", ("Kelahiran", ["Tempat Lahir", "Tgl. Lahir"]), "L/P",
                                 ("Alamat", ["Jalan", "Kelurahan", "Kecamatan"]), "Jabatan", "Gaji per Bulan", "No. HP/WA",
                                 "Nama Gadis Ibu Kandung"])  # fmt: skip
            sheet.numbers(13)
            people = of_groups(told, group)
            sheet.rows(
                [n, p["nik"], p["name"], p["birth_place"], p["birth_date"], p["sex"], p["address"], p["kel"], p["kec"],
                 p["occupation"], p["wage"], p["phone"], p["mother_name"]]
                for n, p in enumerate(people, 1)
            )  # fmt: skip
            sheet.total("", "JUMLAH", *[""] * 8, sum(p["wage"] for p in people), "", "")
            sheet.signed("Kepala Badan Kepegawaian dan Pengembangan SDM", column=7)

    workbook(path, fill)


def rt_rw(path: Path, told: dict[str, pl.DataFrame]) -> None:
    """Heads of neighbourhoods: a sheet for each district, NIKs with dots, birth place and date in one cell."""

    def fill(book: xlsxwriter.Workbook) -> None:
        people = of_groups(told, "non_asn.rt_rw")
        for district in sorted({p["kec"] for p in people if p["place"] == CITY}):
            here = [p for p in people if p["kec"] == district or (p["place"] != CITY and district == DISTRICTS[0])]
            sheet = Sheet(book, district, [5, 28, 22, 30, 10, 14, 24, 18, 18, 22])
            sheet.title(f"DATA KETUA RT/RW KECAMATAN {district.upper()}", columns=10)
            sheet.header(
                "NO.",
                "NAMA",
                "NO. KTP",
                "TEMPAT, TANGGAL LAHIR",
                "JK",
                "KELURAHAN",
                "JABATAN",
                "TELP.",
                "INSENTIF/BLN",
                "NM. IBU KANDUNG",
            )
            sheet.rows(
                [n, capitalised(p["name"]), dotted_nik(p["nik"]), _place_and_day(p), {"L": "Laki-laki", "P": "Perempuan"}[p["sex"]],
                 p["kel"], p["occupation"], dashed_phone(p["phone"]), rupiah(p["wage"]), capitalised(p["mother_name"] or "")]
                for n, p in enumerate(here, 1)
            )  # fmt: skip
            sheet.total("Jumlah", f"{len(here)} orang")
            sheet.signed(f"Camat {district}", column=4)

    workbook(path, fill)


def _place_and_day(person: dict[str, Any]) -> str:
    return f"{capitalised(person['birth_place'])}, {dashed(person['birth_date']) or ''}".rstrip(", ")


def kader(path: Path, told: dict[str, pl.DataFrame]) -> None:
    """Volunteers of health posts: a CSV of an older program, with semicolons, in cp1252, an apostrophe before each NIK."""
    lines = [
        "Data Kader Posyandu – Dinas Kesehatan;;;;;;;;",
        "No;NIK;Nama Kader;Tgl Lhr;L/P;Kel/Desa;No HP;Insentif;Ibu Kandung",
    ]
    for n, p in enumerate(of_groups(told, "non_asn.kader.posyandu"), 1):
        nik = f"'{p['nik']}" if p["nik"] else "–"
        cells = [
            n,
            nik,
            p["name"],
            slashed(p["birth_date"]),
            p["sex"],
            p["kel"],
            p["phone"],
            rupiah(p["wage"]),
            p["mother_name"],
        ]
        lines.append(";".join("" if cell is None else str(cell) for cell in cells))
    path.write_bytes("\r\n".join([*lines, ""]).encode("cp1252"))


def nelayan(path: Path, told: dict[str, pl.DataFrame]) -> None:
    """Fishermen: Excel made numbers of their NIKs and of their birth dates; incomes in millions."""

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = Sheet(book, "Data Calon Peserta", [5, 20, 26, 12, 10, 16, 14, 18, 16, 22])
        sheet.title("DATA NELAYAN PENERIMA BANTUAN IURAN 2026", columns=10)
        sheet.header(
            "No",
            "NIK",
            "Nama Nelayan",
            "Tgl Lahir",
            "Kelamin",
            "Kelurahan",
            "Kab/Kota",
            "Penghasilan",
            "Handphone",
            "Nama Ibu",
        )
        sheet.rows(
            [n, _as_number(p["nik"]), p["name"], serial(p["birth_date"]), {"L": "LK", "P": "PR"}[p["sex"]], p["kel"], p["kab"], in_millions(p["wage"]), p["phone"], p["mother_name"]]
            for n, p in enumerate(of_groups(told, "rentan.nelayan"), 1)
        )  # fmt: skip

    workbook(path, fill)


def _as_number(nik: str | None) -> float | str | None:
    """What Excel keeps of a NIK typed into a cell for numbers: fifteen digits."""
    return float(int(nik[:15]) * 10) if nik and len(nik) == 16 else nik


def returned(path: Path, told: dict[str, pl.DataFrame]) -> None:
    """Vulnerable workers: our own list as BPJS gave it back, with a column of its own."""
    status = _status_of(told)

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = Sheet(book, "HASIL PADANAN", [5, 20, 28, 14, 6, 18, 16, 16, 10, 16, 16, 16, 20])
        sheet.title(
            "USULAN PEKERJA RENTAN DINAS SOSIAL DAN DINAS PERHUBUNGAN",
            "Hasil cek BPJS Ketenagakerjaan, 31 Desember 2025",
            columns=13,
        )
        sheet.header("NO", "NIK", "NAMA SESUAI KTP", "TANGGAL LAHIR", "JK", "PEKERJAAN", "KELURAHAN", "KECAMATAN", "DESIL", "IBU KANDUNG", "NO. HP", "PENDAPATAN PER BULAN", "STATUS BPJS")  # fmt: skip
        groups = (
            "rentan.buruh_serabutan",
            "rentan.ojek.online",
            "rentan.ojek.pangkalan",
            "rentan.parkir",
            "rentan.pkl",
        )
        sheet.rows(
            [n, p["nik"], p["name"], dashed(p["birth_date"]), p["sex"], p["occupation"], p["kel"], p["kec"], p["decile"],
             p["mother_name"], p["phone"], rupiah(p["wage"]), status.get(p["id"], "Belum terdaftar")]
            for n, p in enumerate(of_groups(told, *groups), 1)
        )  # fmt: skip

    workbook(path, fill)


def _status_of(told: dict[str, pl.DataFrame]) -> dict[str, str]:
    """What BPJS knows of worker rows that it found: those with a sound NIK."""
    truth = told["truth_workers"].filter(pl.col("nik_fault") == "")
    found = truth.join(told["truth_participants"], on="participant_id", suffix="_there").select(
        "worker_id", "is_active"
    )
    return {worker: "Aktif" if active else "Tidak aktif" for worker, active in found.iter_rows()}


def linmas(path: Path, told: dict[str, pl.DataFrame]) -> None:
    """Community protection, cleaners and farmers: the header stands twice, dates in words, a note at the side."""

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = Sheet(book, "Rekap", [5, 30, 20, 20, 6, 24, 18, 18, 16, 18, 22])
        sheet.title("LAMPIRAN SURAT NOMOR 800/112/2025", "ANGGOTA LINMAS, PETUGAS KEBERSIHAN DAN PETANI", columns=11)
        for name, groups in (("Linmas", ["non_asn.linmas"]), ("Petugas kebersihan", ["non_asn.petugas_kebersihan"]), ("Petani", ["rentan.petani", "rentan.buruh_tani"])):  # fmt: skip
            sheet.header(
                "No",
                "Nama",
                "NIK",
                "Tanggal Lahir",
                "JK",
                "Alamat",
                "Kelurahan",
                "Kelompok",
                "No HP",
                "Honor",
                "Ibu Kandung",
            )
            sheet.rows(
                [
                    n,
                    p["name"],
                    p["nik"],
                    in_words(p["birth_date"]),
                    p["sex"],
                    p["address"],
                    p["kel"],
                    GROUPS[p["group"]].title.id,
                    p["phone"],
                    p["wage"],
                    p["mother_name"],
                ]
                for n, p in enumerate(of_groups(told, *groups), 1)
            )
            sheet.total("", f"Jumlah {name}")
            sheet.at += 1
        sheet.signed("Kepala Satuan Polisi Pamong Praja", column=5)

    workbook(path, fill)


def keagamaan(path: Path, told: dict[str, pl.DataFrame]) -> None:
    """Quran teachers and mosque keepers: a CSV with commas, the wage as money is written, sexes in words."""
    lines = ["nama,nik,tgl lahir,jenis kelamin,kelompok,kecamatan,kelurahan,insentif,no wa,nama ibu kandung"]
    for p in of_groups(told, "non_asn.guru_ngaji", "non_asn.marbot"):
        cells = [f'"{p["name"]}"', p["nik"], in_words(p["birth_date"]), {"L": "Pria", "P": "Wanita"}[p["sex"]],
                 GROUPS[p["group"]].title.id, p["kec"], p["kel"], f'"{rupiah(p["wage"])},-"', p["phone"], p["mother_name"]]  # fmt: skip
        lines.append(",".join("" if cell is None else str(cell) for cell in cells))
    path.write_text("\n".join([*lines, ""]), encoding="utf-8-sig")


# ---- what BPJS, the civil registry and the city give


def peserta(path: Path, told: dict[str, pl.DataFrame]) -> None:
    """The extract of BPJS: headers of a system, places by code."""
    frame = told["participants"].select(
        pl.col("id").alias("ID_PESERTA"),
        pl.col("kpj").alias("NO_KPJ"),
        pl.col("nik").alias("NIK"),
        pl.col("name").alias("NAMA_LENGKAP"),
        pl.col("birth_date").dt.strftime("%d-%m-%Y").alias("TGL_LAHIR"),
        pl.col("sex").alias("JENIS_KELAMIN"),
        pl.col("place").str.replace_all(".", "", literal=True).alias("KODE_KAB"),
        pl.col("village").str.replace_all(".", "", literal=True).alias("KODE_DESA"),
        pl.col("group").alias("KELOMPOK"),
        pl.col("segment").alias("SEGMEN"),
        pl.col("programmes").alias("PROGRAM"),
        pl.col("funding").alias("SUMBER_DANA"),
        pl.col("payer").alias("PEMERINTAH_PEMBAYAR"),
        pl.col("sponsor").alias("NOMOR_WADAH"),
        pl.col("wadah_kind").alias("JENIS_WADAH"),
        pl.col("office").alias("KANTOR_CABANG"),
        pl.col("wage").alias("UPAH"),
        pl.col("registered_on").dt.strftime("%d-%m-%Y").alias("TGL_KEPESERTAAN"),
        pl.col("active_until").alias("BLTH_AKHIR"),
        pl.col("ended_on").dt.strftime("%d-%m-%Y").alias("TGL_NONAKTIF"),
        pl.col("status").replace_strict({"active": "AKTIF", "inactive": "NON AKTIF"}).alias("STATUS_KEPESERTAAN"),
    )
    frame.write_csv(path, separator=";")


def pembayaran(path: Path, told: dict[str, pl.DataFrame]) -> None:
    told["payments"].select(
        pl.col("participant_id").alias("ID_PESERTA"), pl.col("kpj").alias("NO_KPJ"), pl.col("nik").alias("NIK"),
        pl.col("month").alias("BLTH"), pl.col("programmes").alias("PROGRAM"), pl.col("amount").alias("IURAN"),
        pl.col("paid_on").dt.strftime("%d-%m-%Y").alias("TGL_BAYAR"), pl.col("funding").alias("SUMBER_DANA"),
        pl.col("payer").alias("PEMERINTAH_PEMBAYAR"), pl.col("sponsor").alias("NOMOR_WADAH"), pl.col("office").alias("KANTOR_CABANG"),
    ).write_csv(path, separator=";")  # fmt: skip


def klaim(path: Path, told: dict[str, pl.DataFrame]) -> None:
    """Claim cases of a branch, dates as dates, with a total."""

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = Sheet(book, "Klaim", [12, 10, 14, 20, 26, 9, 12, 14, 14, 14, 14, 16, 12, 12, 18])
        sheet.title(f"DAFTAR KLAIM CABANG {NAME.upper()} 2024-2025", columns=15)
        sheet.header("No. Klaim", "ID Peserta", "No. KPJ", "NIK", "Nama Peserta", "Program", "Manfaat", "Tgl Kejadian", "Tgl Pengajuan", "Tgl Lengkap", "Tgl Bayar", "Nominal", "Status", "Kab/Kota", "Kantor Cabang")  # fmt: skip
        cases = told["claim_cases"].to_dicts()
        stages = {"filed": "Diajukan", "complete": "Lengkap", "paid": "Dibayar", "rejected": "Ditolak"}
        sheet.rows(
            [c["id"], c["participant_id"], c["kpj"], c["nik"], c["name"], c["programme"], c["benefit"], c["event_date"],
             c["filed_on"], c["complete_on"], c["paid_on"], c["amount"], stages[c["status"]], c["place"], c["office"]]
            for c in cases
        )  # fmt: skip
        sheet.total("JUMLAH", *[""] * 10, sum(c["amount"] or 0 for c in cases))

    workbook(path, fill)


def kematian(path: Path, told: dict[str, pl.DataFrame]) -> None:
    """Deaths as villages list them: dates in words, one sheet."""

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = Sheet(book, "Data Kematian", [5, 28, 20, 20, 6, 20, 18, 16, 16, 14])
        sheet.title("LAPORAN KEMATIAN KELURAHAN SE-KOTA CONTOH", "Januari 2024 s.d. Desember 2025", columns=10)
        sheet.header("No", "Nama Almarhum", "NIK", "No. KK", "JK", "Tgl Lahir", "Tgl Meninggal", "Karena Kecelakaan Kerja", "Kelurahan", "Ahli Waris")  # fmt: skip
        heirs = {"spouse": "Istri", "child": "Anak", "parent": "Orang tua", "sibling": "Saudara"}
        sheet.rows(
            [n, d["name"], d["nik"], d["kk"], d["sex"], slashed(d["birth_date"]), in_words(d["death_date"]),
             "Ya" if d["work_accident"] else "Tidak", d["kel"], heirs[d["heir_relation"]]]
            for n, d in enumerate(told["deaths"].sort("death_date", "id").to_dicts(), 1)
        )  # fmt: skip
        sheet.signed("Kepala Dinas Kependudukan dan Pencatatan Sipil", column=6)

    workbook(path, fill)


PER_PERSON = (430, 600, 700, 800, 920, 1050, 1250, 1500, 1900, 2800)
"""Thousands of rupiah that a person of each decile spends in a month; made up, the poverty line of Banten lies near 684."""


def spending() -> pl.Expr:
    """What a family spends, in the row of its head alone as lists of social offices have it; of every ninth nobody asked."""
    number = pl.col("kk").cast(pl.Int64) % 1009
    each = pl.col("decile").cast(pl.Int64).replace_strict(dict(enumerate(PER_PERSON, 1)))
    amount = (each * pl.len().over("kk") * (85 + number % 31) / 100).cast(pl.Int64) * 1000
    is_first = pl.int_range(pl.len()).over("kk") == 0
    return pl.when(is_first & (number % 9 != 0)).then(amount)


def keluarga(path: Path, told: dict[str, pl.DataFrame]) -> None:
    relations = {"head": "Kepala Keluarga", "spouse": "Istri", "child": "Anak", "parent": "Orang Tua"}
    told["households"].select(
        pl.col("kk").alias("NO_KK"), pl.col("nik").alias("NIK"), pl.col("name").alias("NAMA"),
        pl.col("birth_date").alias("TANGGAL_LAHIR"), pl.col("sex").alias("JENIS_KELAMIN"),
        pl.col("relation").replace_strict(relations).alias("HUBUNGAN"), pl.col("school_level").alias("JENJANG"),
        pl.col("decile").alias("DESIL"), pl.col("place").alias("KODE_KAB"), pl.col("village").alias("KODE_DESA"),
        spending().alias("PENGELUARAN_SEBULAN"),
    ).write_csv(path)  # fmt: skip


PRICE = 16_800
"""JKK and JKM of a month on the lowest base, as the budgets above reckon."""


def tagihan(source: str) -> list[Cells]:
    """Bills of 2025: what was paid of them is what the budgets of the same offices say was realised.

    One office stops paying in October, one in September, and the third, paid from the tobacco excise, never began.
    """
    offices = {
        ("W-3679-001", "Dinas Tenaga Kerja", "APBD kabupaten/kota", 260): [248] * 6 + [260] * 3 + [228, 0, None],
        ("W-3679-002", "Dinas Sosial", "APBD kabupaten/kota", 90): [90] * 8 + [0, 0, 0, None],
        ("W-3679-003", "Dinas Pertanian", "DBH CHT", 20): [0] * 11 + [None],
    }
    rows: list[Cells] = []
    for (account, opd, funding, listed), paid_for in offices.items():
        for month, persons in enumerate(paid_for, 1):
            # Until July the branch had not taken twelve of the list whose NIK it could not find.
            billed = 248 if listed == 260 and month <= 6 else listed
            due = dt.date(2025 + month // 12, month % 12 + 1, 15)
            late = opd == "Dinas Sosial" and month in (3, 4)
            day = due + dt.timedelta(days=9 if late else -4) if persons else None
            paid = None if persons is None else persons * PRICE
            rows.append((CITY, account, opd, funding, f"{MONTHS[month - 1]} 2025", listed, billed, billed * PRICE, due, paid, day, source))  # fmt: skip
    return rows


def rekap(path: Path, told: dict[str, pl.DataFrame]) -> None:
    """What the meeting is about, in figures: the workbook of `semesta template monev`, filled in."""
    source = "Contoh rekaan"
    sheets: dict[str, list[Cells]] = {
        "Rapat": [
            ("Wilayah", "Nama rapat", "Tanggal rapat", "Tempat", "Penyelenggara", "Dibuka oleh", "Tujuan", "Sumber"),
            (CITY, "Rapat monitoring dan evaluasi jaminan sosial ketenagakerjaan", dt.date(2025, 12, 30), "Aula Balai Kota", "Dinas Tenaga Kerja Kota Contoh; BPJS Ketenagakerjaan", "Sekretaris Daerah Kota Contoh", "Menindaklanjuti Inpres 2/2021; menyusun usulan APBD perubahan 2026", source),
        ],
        "Anggaran": [
            ("Wilayah", "Tahun", "Sumber dana", "OPD", "Kelompok", "Jumlah orang", "Jumlah bulan", "Iuran per orang per bulan (Rp)", "Anggaran (Rp)", "Realisasi (Rp)", "Tahap", "Sumber"),
            (CITY, 2025, "APBD kabupaten/kota", "Dinas Tenaga Kerja", "Non-ASN", 260, 12, 16_800, 52_416_000, 41_932_800, "APBD", source),
            (CITY, 2025, "APBD kabupaten/kota", "Dinas Sosial", "Pekerja rentan", 90, 12, 16_800, 18_144_000, 12_096_000, "APBD", source),
            (CITY, 2025, "DBH CHT", "Dinas Pertanian", "Buruh pabrik rokok dan tembakau harian", 20, 12, 16_800, 4_032_000, 0, "APBD", source),
            (CITY, 2026, "APBD kabupaten/kota", "Dinas Tenaga Kerja", "Non-ASN", 300, 12, 16_800, 60_480_000, None, "APBD", source),
            (CITY, 2026, "APBD kabupaten/kota", "Dinas Sosial", "Pekerja rentan", None, None, None, None, None, "Belum dianggarkan", source),
        ],
        "Tagihan": [
            ("Wilayah", "Nomor kepesertaan", "OPD", "Sumber dana", "Bulan iuran", "Orang dalam daftar", "Orang ditagih", "Tertagih (Rp)", "Jatuh tempo", "Terbayar (Rp)", "Tanggal bayar", "Sumber"),
            *tagihan(source),
        ],
        "Kantor": [
            ("Wilayah", "Pemerintah", "Perangkat daerah", "Alamat", "Gambar lambang", "Dari", "Tembusan", "Jabatan penanda tangan", "Sifat", "Tempat penandatanganan"),
            (CITY, "Pemerintah Kota Contoh", "Dinas Tenaga Kerja", "Jalan Melati Nomor 1, Kota Contoh", EMBLEM, "Kepala Dinas Tenaga Kerja", "Sekretaris Daerah Kota Contoh; Kepala Badan Keuangan Daerah", "Kepala Dinas Tenaga Kerja", "Biasa", "Kota Contoh"),
        ],
        "Komitmen": [
            ("Wilayah", "Jenis", "Uraian", "Penanggung jawab", "Batas waktu", "Status", "Sumber"),
            (CITY, "Komitmen", "Setiap perangkat daerah mengirim daftar pekerja dengan NIK sebagai teks", "Dinas Tenaga Kerja", dt.date(2026, 2, 28), "Berjalan", source),
            (CITY, "Komitmen", "Melunasi iuran yang sudah dianggarkan tetapi belum disetor", "Badan Keuangan Daerah", dt.date(2026, 3, 31), "Belum dimulai", source),
            (CITY, "Rekomendasi", "Menganggarkan iuran pekerja rentan pada APBD perubahan 2026", "Tim Anggaran Pemerintah Daerah", dt.date(2026, 6, 30), "Belum dimulai", source),
        ],
        "Regulasi": [
            ("Wilayah", "Jenis", "Tahap", "Judul", "Sumber"),
            (CITY, "Peraturan kepala daerah", "Penyusunan", "Penyelenggaraan jaminan sosial ketenagakerjaan bagi pekerja rentan", source),
        ],
    }  # fmt: skip

    def fill(book: xlsxwriter.Workbook) -> None:
        for name, (header, *rows) in sheets.items():
            sheet = Sheet(book, name, [18] * len(header))
            sheet.header(*header)
            sheet.rows(rows)

    workbook(path, fill)


def emblem(path: Path, told: dict[str, pl.DataFrame]) -> None:
    """A drawn emblem that no government has: three hills and a sun within a ring."""
    picture = Image.new("P", (400, 400), 0)
    picture.putpalette((255, 255, 255, 11, 92, 122, 230, 159, 0, 0, 158, 115))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((8, 8, 391, 391), fill=1)
    draw.ellipse((30, 30, 369, 369), fill=0)
    draw.ellipse((150, 88, 250, 188), fill=2)
    for left, top in ((84, 236), (168, 216), (252, 236)):
        draw.polygon(((left - 36, 300), (left + 32, top - 40), (left + 100, 300)), fill=3 if left == 168 else 1)
    draw.rectangle((60, 300, 340, 316), fill=1)
    # Not compressed: the bytes do not hang on the version of a library.
    picture.save(path, bits=2, compress_level=0)


FILES: dict[str, Callable[[Path, dict[str, pl.DataFrame]], None]] = {
    "1 Honorer BKPSDM dan Dinas Pendidikan.xlsx": honorer,
    "2 Ketua RT RW per kecamatan.xlsx": rt_rw,
    "3 kader posyandu dinkes.csv": kader,
    "4 NELAYAN 2026.xlsx": nelayan,
    "5 Pekerja rentan kembali dari BPJS.xlsx": returned,
    "6 Linmas kebersihan petani.xlsx": linmas,
    "7 usulan peserta 2026.csv": keagamaan,
    "data kematian.xlsx": kematian,
    "ekstrak peserta BPJS.csv": peserta,
    "keluarga.csv": keluarga,
    "klaim cabang.xlsx": klaim,
    "pembayaran iuran.csv": pembayaran,
    "rekap monev.xlsx": rekap,
    EMBLEM: emblem,
}

if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "kota-contoh")
