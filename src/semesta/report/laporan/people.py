"""How it is known who is a member, and whose data the lists of people are: part of the chapter on method."""

from __future__ import annotations

from semesta.basics import shown
from semesta.basics.words import Words, capital
from semesta.report.content import Block, Paragraph
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.tables.origin import KeptList, Level, LinkSummary, Step
from semesta.tables.registry import PEOPLE, TABLES

KNOWN_BY: dict[Level, Words] = {
    "none": Words(
        "Kepesertaan belum diketahui: belum ada data peserta.", "Membership is not known: no data on members yet."
    ),
    "recap": Words(
        "Kepesertaan hanya diketahui dari rekap tagihan per akun dan bulan, tanpa nama: paling sedikit sebanyak akun terbesar, "
        "paling banyak sebanyak semua akun bersama, karena orang yang sama dapat tercatat pada beberapa akun.",
        "Membership is known only from bills per account and month, without names: at least the largest account, at most all "
        "accounts together, for the same people may stand under several.",
    ),
    "counts": Words(
        "Kepesertaan diketahui dari rekap jumlah peserta BPJS Ketenagakerjaan, tanpa penyandingan nama.",
        "Membership is known from counts given by BPJS Ketenagakerjaan, without matching names.",
    ),
    "extract": Words(
        "Kepesertaan dihitung orang demi orang dari daftar peserta BPJS Ketenagakerjaan; tanpa daftar pekerja belum diketahui "
        "siapa yang belum terlindungi.",
        "Members were counted one by one from a list of BPJS Ketenagakerjaan; without a list of workers nobody knows who is "
        "not covered.",
    ),
    "paid": Words(
        "Kepesertaan hanya diketahui dari daftar pembayaran iuran: yang dibayari terdaftar, dan aktif selama pembayarannya masih "
        "berlaku menurut segmennya. Orang lain dapat dibayari dalam daftar yang tidak ada di sini.",
        "Membership is known only from a list of payments: who was paid for is registered, and active as long as the payment "
        "carries by the segment. Others may be paid for in lists that are not here.",
    ),
    "returned": Words(
        "Kepesertaan diketahui dari status yang ditulis BPJS Ketenagakerjaan pada daftar pekerja yang dikembalikannya; "
        "tidak diperlukan penyandingan.",
        "Membership is known from the status that BPJS Ketenagakerjaan wrote into the list of workers it sent back; no "
        "linking was needed.",
    ),
    "linked": Words(
        "Kepesertaan diketahui dengan menyandingkan daftar pekerja dan daftar peserta BPJS Ketenagakerjaan orang demi orang.",
        "Membership is known from linking lists of workers with a list of participants, person by person.",
    ),
}
"""The ways of knowing who is a member, from nothing to persons linked."""


def level(draft: Draft) -> Level:
    """How members are known in this round; the surest way where there are several."""
    origin = draft.measured.dataset.origin
    if origin is not None and origin.level != "none":
        return origin.level
    if draft.rows("members"):
        return "counts"
    return "recap" if draft.rows("billing") else "none"


def knowledge(draft: Draft) -> list[str]:
    """How members are known, what was counted from lists, and what of it does not count."""
    origin = draft.measured.dataset.origin
    said = [draft.said(KNOWN_BY[level(draft)])]
    if origin is None:
        return said
    if origin.link is not None:
        said[0] += " " + _linked(draft, origin.link)
        said += _niks_apart(draft, origin.link.niks_apart)
    if origin.derived:
        named = ", ".join(draft.said(TABLES[t].title).lower() for t in origin.derived)
        said.append(draft.say(f"Dihitung dari daftar nama: {named}.", f"Counted from lists of people: {named}."))
    if origin.given:
        named = ", ".join(draft.said(TABLES[t].title).lower() for t in origin.given)
        said.append(
            draft.say(
                f"Yang diberikan sebagai jumlah tetap dipakai sebagai angka utama dan tidak ditambah dengan hitungan dari daftar: {named}.",
                f"What was given as a total stays the headline, and nothing counted from lists is added to it: {named}.",
            )
        )
    if origin.elsewhere:
        rows = shown.count(origin.elsewhere, draft.lang)
        said.append(
            draft.say(
                f"{rows} baris daftar menyebut tempat tinggal di luar wilayah ini dan tidak masuk hitungan.",
                f"{rows} rows of the lists name a residence outside this place and enter no figure.",
            )
        )
    return said


def _linked(draft: Draft, link: LinkSummary) -> str:
    matched, persons = shown.count(link.matched, draft.lang), shown.count(link.persons, draft.lang)
    said = draft.say(
        f"{matched} dari {persons} orang ditemukan sebagai peserta",
        f"{matched} of {persons} people were found as members",
    )
    if link.low is None or link.high is None:
        return said + "."
    low, high = shown.share(link.low, draft.lang), shown.share(link.high, draft.lang)
    between = draft.say(f"kemungkinan sebenarnya {low} sampai {high}", f"the true share probably {low} to {high}")
    return f"{said} ({between})."


def _niks_apart(draft: Draft, persons: int) -> list[str]:
    if not persons:
        return []
    number = shown.count(persons, draft.lang)
    return [
        draft.say(
            f"{number} orang memuat baris dengan NIK utuh yang berbeda lebih dari dua angka: NIK-nya keliru, atau beberapa orang "
            "tersatukan.",
            f"{number} people have rows whose NIKs are whole and differ in more than two digits: a NIK is wrong, or several people "
            "were taken for one.",
        )
    ]


def reckoned(draft: Draft) -> list[Block]:
    """How rows of lists come to the people of the report, and these to the rows of lists to act on."""
    origin = draft.measured.dataset.origin
    if origin is None or not origin.reckonings or draft.is_brief:
        return []
    columns = [text_column(draft.say("Hitungan", "Reckoning"), 4.0), number_column(draft.say("Jumlah", "Number"), 1.0)]
    rows = [
        (capital(draft.said(step.what)), _signed(step, draft) if n else shown.count(step.number, draft.lang))
        for steps in origin.reckonings.values()
        for n, step in enumerate(steps)
    ]
    given = [draft.said(TABLES[t].title).lower() for t in ("population", "members") if t in origin.given]
    notes = (
        [
            draft.say(
                f"Angka menurut daftar; angka utama laporan memakai yang diberikan sebagai jumlah: {', '.join(given)}",
                f"By the lists; the headline is what was given as a total: {', '.join(given)}",
            )
        ]
        if given
        else []
    )
    caption = draft.say("Dari baris daftar ke angka laporan", "From rows of lists to figures of the report")
    text = draft.say(
        f"Baris, orang dan daftar menghitung hal yang berbeda; hubungannya dijelaskan{draft.cite('reckoned')}.",
        f"Rows, people and lists count different things; how one comes to the other is told{draft.cite('reckoned')}.",
    )
    return [Paragraph(text), draft.table("reckoned", caption, columns, rows, notes=notes)]


def _signed(step: Step, draft: Draft) -> str:
    sign = "=" if step.is_sum else "−" if step.number < 0 else "+"
    return f"{sign} {shown.count(abs(step.number), draft.lang)}"


def whose_data(draft: Draft) -> list[Block]:
    """The lists of people that were used: from whom, for what, and until when they may be kept."""
    origin = draft.measured.dataset.origin
    if origin is None or not origin.lists:
        return []
    columns = [
        text_column(draft.say("Berkas", "File"), 2.4),
        text_column(draft.say("Isi", "What it holds"), 1.4),
        number_column(draft.say("Baris", "Rows"), 0.8),
        text_column(draft.say("Pengirim", "Sender"), 1.8),
        text_column(draft.say("Dihapus paling lambat", "To be deleted by"), 1.4),
    ]
    purposes = dict.fromkeys(draft.said(kept.purpose) for kept in origin.lists)
    note = draft.say(
        f"Dipakai hanya untuk {'; '.join(purposes)} (UU 27/2022). Laporan ini memuat jumlah, bukan nama atau NIK",
        f"Used only for {'; '.join(purposes)} (UU 27/2022). This report holds counts, no names or NIKs",
    )
    caption = draft.say("Siapa datanya: daftar orang yang dipakai", "Whose data: the lists of people used")
    table = draft.table("lists", caption, columns, [_row(draft, kept) for kept in origin.lists], notes=[note])
    text = draft.say(
        f"Data perorangan tetap milik yang mengirim dan orang yang tercatat di dalamnya{draft.cite('lists')}.",
        f"Data on people stay those of the sender and of the people in them{draft.cite('lists')}.",
    )
    return [Paragraph(text), table, *reckoned(draft)]


def _row(draft: Draft, kept: KeptList) -> tuple[str, ...]:
    sender = ", ".join(kept.senders[:3]) + (" …" if len(kept.senders) > 3 else "")
    return (
        kept.file,
        draft.said(PEOPLE[kept.table].title),
        shown.count(kept.rows, draft.lang),
        sender or draft.say("tidak disebut", "not said"),
        shown.day(kept.delete_on, draft.lang),
    )
