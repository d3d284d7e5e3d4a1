"""What can be wrong with an office's own template, and how to mend it."""

from __future__ import annotations

from difflib import get_close_matches

from semesta.basics.problem import Fault
from semesta.basics.words import Words
from semesta.report.own.fields import FIELDS

HOW = Words("Daftar isian: semesta documents NASKAH.", "For the fields: semesta documents DOCUMENT.")

NO_WORD = Fault(
    "template.no_word",
    Words("dokumen Word (.docx)", "a Word document (.docx)"),
    Words("Simpan sebagai .docx, bukan .doc, .odt atau .docm.", "Save it as .docx, not as .doc, .odt or .docm."),
    title=Words("berkas bukan dokumen Word", "the file is no Word document"),
)
TOO_LARGE = Fault(
    "template.too_large",
    Words("paling besar 10 MB", "10 MB at most"),
    Words(
        "Perkecil gambar kop surat, lalu simpan lagi.", "Make the picture of the letterhead smaller, and save again."
    ),
    title=Words("templat terlalu besar", "the template is too large"),
)
NO_FIELD = Fault(
    "template.no_field",
    Words("sedikitnya satu isian, misalnya {{ judul }}", "at least one field, such as {{ judul }}"),
    Words(
        "Mulai dari contoh: semesta documents NASKAH --template contoh.docx.",
        "Begin with a sample: semesta documents DOCUMENT --template sample.docx.",
    ),
    title=Words("templat tidak memuat isian", "the template has no field"),
)
WANTING = {
    "tanda": Fault(
        "template.no_mark",
        Words("{{ tanda }}, agar naskah bertanda KONSEP", "{{ tanda }}, so that it is marked as a draft"),
        Words("Tambahkan {{ tanda }} di kepala halaman.", "Add {{ tanda }} to the head of the page."),
        "warning",
        Words("templat tanpa tanda KONSEP", "the template has no mark of a draft"),
    ),
    "isi": Fault(
        "template.no_body",
        Words("{%p for b in isi %}, agar isi naskah ikut", "{%p for b in isi %}, so that the content is in it"),
        Words(
            "Biarkan bila seluruh isi memang ditulis dengan isian lain.",
            "Leave it so if all of the content is meant to come from other fields.",
        ),
        "warning",
        Words("templat tanpa isi naskah", "the template does not hold the content"),
    ),
}


UNKNOWN = Fault(
    "template.unknown_field",
    Words("isian yang dikenal", "a field that is known"),
    HOW,
    title=Words("isian tidak dikenal", "unknown field"),
)
NOT_ALLOWED = Fault(
    "template.not_allowed",
    Words(
        "hanya isian {{ … }}, {% if … %}, dan {% for … in … %} atas isian yang ada",
        "only fields {{ … }}, {% if … %}, and {% for … in … %} over a given field",
    ),
    Words("Hapus bagian ini dari templat.", "Take this out of the template."),
    title=Words("perintah yang tidak boleh ada dalam templat", "a command that may not stand in a template"),
)
REACHES_OUT = Fault(
    "template.reaches_out",
    Words(
        "templat yang berdiri sendiri; hanya tautan biasa boleh menunjuk keluar",
        "a template that stands by itself; only plain links may lead out",
    ),
    Words(
        "Sisipkan gambar ke dalam berkas dan lepaskan templat terlampir (Pengembang > Templat Dokumen).",
        "Put pictures into the file itself and detach the attached template (Developer > Document Template).",
    ),
    title=Words("templat mengambil isi dari luar berkas", "the template takes content from outside the file"),
)
COMMAND = Fault(
    "template.command",
    Words(
        "perintah Word yang tidak mengambil atau menjalankan apa pun, misalnya PAGE, NUMPAGES, DATE",
        "commands of Word that neither fetch nor run anything, such as PAGE, NUMPAGES, DATE",
    ),
    Words(
        "Tekan Alt+F9 di Word, hapus perintah itu (di kepala atau kaki halaman: buka bagian itu dulu), lalu simpan lagi.",
        "Press Alt+F9 in Word, delete that command (in a head or foot: open it first), and save again.",
    ),
    title=Words(
        "templat memuat perintah Word yang dapat mengambil atau menjalankan sesuatu",
        "the template holds a command of Word that may fetch or run something",
    ),
)
MACRO = Fault(
    "template.macro",
    Words("dokumen Word tanpa makro", "a Word document without macros"),
    Words("Simpan sebagai .docx biasa, tanpa makro.", "Save it as a plain .docx, without macros."),
    title=Words("templat memuat makro", "the template holds a macro"),
)
NO_PLACE = Fault(
    "template.no_place",
    Words("naskah yang dibuat sebagai dokumen Word", "a document that is made in Word"),
    Words("Hilangkan --template untuk naskah ini.", "Leave out --template for this document."),
    title=Words("naskah ini tidak memakai templat", "this document takes no template"),
)


def with_near(name: str) -> str:
    """The name as it was written, with those it may have been meant for."""
    near = get_close_matches(name, _every_name(), n=3, cutoff=0.6)
    return f"{name} → {', '.join(near)}?" if near else name


def a_list(name: str) -> Fault:
    return Fault(
        "template.list",
        Words(f"{{%p for satu in {name} %}}", f"{{%p for one in {name} %}}"),
        Words("Tulis isinya satu per satu dalam pengulangan.", "Write its items one by one within a loop."),
        title=Words("isian berupa daftar ditulis sebagai teks", "a list is written as text"),
    )


def unfilled(said: str) -> Fault:
    return Fault(
        "template.unfilled",
        Words("isian yang ada dalam data ini", "a field that these data have"),
        Words(f"Perbaiki, lalu jalankan lagi ({said}).", f"Mend it and run again ({said})."),
        title=Words("templat tidak dapat diisi", "the template cannot be filled"),
    )


def broken(said: str) -> Fault:
    return Fault(
        "template.broken",
        Words("tanda isian yang lengkap, misalnya {{ judul }}", "complete marks of fields, such as {{ judul }}"),
        Words(f"Perbaiki, lalu jalankan lagi ({said}).", f"Mend it and run again ({said})."),
        title=Words("isian tidak dapat dibaca", "a field cannot be read"),
    )


def _every_name() -> list[str]:
    return [name for field in FIELDS for name in (field.name, *(f"{field.name}.{part.name}" for part in field.parts))]
