"""Letterhead and signatory of the office that sends the report; empty fields stay placeholders."""

from semesta.basics import lists
from semesta.basics.problem import Fault
from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables.rowchecks import not_above
from semesta.tables.table import Column, Table
from semesta.tables.types import Coded

LONGEST_LINE = 200
"""Letters of a line of the letterhead: more would fill the page."""
TOO_LONG = Fault(
    "letterhead_too_long",
    Words(f"paling banyak {LONGEST_LINE} huruf", f"at most {LONGEST_LINE} letters"),
    Words(
        "Kop naskah memuat awalnya saja. Persingkat isinya, misalnya Dinas Tenaga Kerja.",
        "Letterheads show the beginning only. Shorten it, such as Dinas Tenaga Kerja.",
    ),
    "warning",
    Words("teks kop terlalu panjang", "a line of the letterhead is too long"),
)

TABLE = Table(
    name="kantor",
    title=Words("Kantor", "Office sheet"),
    what=Words(
        "Kop surat, alamat tujuan dan penanda tangan. Kolom kosong menjadi isian SRIKANDI.",
        "Letterhead, addressee and signatory. Empty fields become placeholders.",
    ),
    why=Words("Agar laporan dapat langsung diedarkan.", "So that the report can be sent as it is."),
    holder=Words("Sekretariat dinas", "The office's secretariat"),
    moment="event",
    columns=(
        c.place(),
        Column(
            "document",
            Coded(lists.PAPERS),
            Words("Naskah", "Document"),
            Words(
                "Kosong: berlaku untuk semua naskah. Nomor dan tujuan tiap naskah berbeda; tambahkan baris per naskah.",
                "Empty: for all of them. Each has its own number and addressee; add a row for each.",
            ),
            aliases=("jenis naskah", "jenis surat"),
        ),
        c.text(
            "government",
            Words("Pemerintah", "Government"),
            Words("Misalnya Pemerintah Kota Cilegon.", "Such as Pemerintah Kota Cilegon."),
        ),
        c.text(
            "office_name",
            Words("Perangkat daerah", "Office"),
            Words("Misalnya Dinas Tenaga Kerja.", "Such as Dinas Tenaga Kerja."),
            "nama kantor",
            "opd",
        ),
        c.text("address", Words("Alamat", "Address"), Words("Alamat dan telepon.", "Address and telephone.")),
        c.text(
            "logo",
            Words("Gambar lambang", "Logo"),
            Words(
                "Nama berkas PNG atau JPEG di folder yang sama, misalnya lambang.png; paling besar 5 MB.",
                "Name of a PNG or JPEG file in the same folder, such as logo.png; at most 5 MB.",
            ),
            "lambang",
        ),
        c.text("to", Words("Kepada", "To"), Words("Jabatan penerima.", "Post of the addressee."), "yth"),
        c.text("from", Words("Dari", "From"), Words("Jabatan pengirim.", "Post of the sender.")),
        c.text("copies", Words("Tembusan", "Copies"), Words("Dipisahkan titik koma.", "Separated by semicolons.")),
        c.text("post", Words("Jabatan penanda tangan", "Signatory's post"), Words("Jabatan.", "Post."), "jabatan"),
        c.text(
            "name",
            Words("Nama penanda tangan", "Signatory's name"),
            Words("Kosong: isian SRIKANDI.", "Empty: placeholder."),
            "nama",
        ),
        c.text("rank", Words("Pangkat/golongan", "Rank"), Words("Kosong: isian.", "Empty: placeholder."), "pangkat"),
        c.text("nip", Words("NIP", "NIP"), Words("Kosong: isian SRIKANDI.", "Empty: placeholder.")),
        c.text(
            "classification",
            Words("Sifat", "Classification"),
            Words("Biasa, penting, rahasia.", "Ordinary, important, secret."),
        ),
        c.text(
            "number", Words("Nomor naskah", "Number"), Words("Kosong: isian SRIKANDI.", "Empty: placeholder."), "nomor"
        ),
        c.text(
            "city", Words("Tempat penandatanganan", "Place of signing"), Words("Misalnya Cilegon.", "Such as Cilegon.")
        ),
        Column(
            "paper",
            Coded(lists.PAPER_SIZES),
            Words("Kertas", "Paper"),
            Words("A4 atau F4. Kosong: A4.", "A4 or F4. Empty: A4."),
            spares_row=True,
        ),
    ),
    key=("place", "document"),
    checks=tuple(not_above(column, LONGEST_LINE, TOO_LONG) for column in ("government", "office_name", "address")),
    aliases=("identitas kantor", "kop surat"),
)
