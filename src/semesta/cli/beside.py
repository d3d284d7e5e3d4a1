"""What is shown beside a monthly bill: until when it is paid, from when the person is covered, and when cover lapses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from semesta.cli.printed import UNVERIFIED, print_lines, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from semesta.basics.words import Lang
    from semesta.law.beside import Beside
    from semesta.law.deadline import Deadline
    from semesta.law.due.cited import Cited
    from semesta.law.due.cover import Cover


def last_day_shown(deadline: Deadline, lang: Lang) -> str:
    """ "Batas menuntut manfaat JKK: 2 Mei 2028 (PP 44/2015; hak menuntut gugur)"."""
    from semesta.basics.shown import day

    parts = [deadline.law, deadline.consequence.said(lang), deadline.note.said(lang)]
    cited = "; ".join(part for part in parts if part)
    return f"{deadline.title.said(lang)}: {day(deadline.last_day, lang)} ({cited}){_doubt(deadline.verified, lang)}"


def show_beside(console: Console, found: Beside, lang: Lang) -> None:
    from rich.text import Text

    console.print(Text("\n" + words("Jatuh tempo dan perlindungan", "Due day and cover", lang), style="bold"))
    print_lines(console, _lines(found, lang))


def _lines(found: Beside, lang: Lang) -> Iterator[str]:
    yield from _due(found, lang)
    yield _begins(found.begins, lang)
    if found.jkm_waits:
        months, law = found.jkm_waits.value, found.jkm_waits.law
        yield words(
            f"JKM penuh setelah {months} bulan iuran, sebelumnya biaya pemakaman saja ({law})",
            f"the whole JKM after {months} months of contribution, before that the funeral alone ({law})",
            lang,
        )
    yield _lapses(found, lang)
    if found.cover:
        first = words("bila itu iuran pertamanya, ", "if that was the first payment, ", lang)
        yield ("" if found.has_history else first) + cover_shown(found.cover, lang)
    if found.uncovered:
        months = ", ".join(f"{month:%Y-%m}" for month in found.uncovered)
        yield words(f"tidak terlindungi pada awal bulan {months}", f"not covered at the beginning of {months}", lang)
    for deadline in found.deadlines:
        yield last_day_shown(deadline, lang)


def _due(found: Beside, lang: Lang) -> Iterator[str]:
    from semesta.basics.shown import day

    due = found.due
    if due.day is None:
        yield words("jatuh tempo belum diketahui: ", "due day not known: ", lang) + due.because.said(lang)
        return
    said = words("dibayar paling lambat ", "to be paid by ", lang) + day(due.day, lang)
    yield f"{said}: {due.because.said(lang)}{_doubt(due.verified, lang)}"
    if found.paid_on and found.late is not None:
        paid = words("dibayar ", "paid on ", lang) + day(found.paid_on, lang)
        late = words(f"terlambat {found.late} bulan", f"{found.late} months late", lang)
        yield f"{paid}: {late if found.late else words('tepat waktu', 'in time', lang)}"


def _begins(begins: Cited, lang: Lang) -> str:
    said = words("perlindungan mulai dengan iuran pertama", "cover begins with the first payment", lang)
    return f"{said} ({begins.law}){_doubt(begins.verified, lang)}"


def _lapses(found: Beside, lang: Lang) -> str:
    months = found.lapses.value
    if months is None:
        return words(*LASTS[found.segment], lang)
    said = words(f"gugur setelah {months} bulan tanpa iuran", f"lapses after {months} months without payment", lang)
    return f"{said} ({found.lapses.law}){_doubt(found.lapses.verified, lang)}"


def cover_shown(cover: Cover, lang: Lang) -> str:
    """ "terlindungi sejak 20 Juli 2025, sampai 31 Oktober 2025 (Permenaker 5/2021)"."""
    state = {
        True: ("terlindungi", "covered"),
        False: ("tidak terlindungi", "not covered"),
        None: ("belum diketahui", "not known"),
    }
    said = words(*state[cover.covered], lang)
    because = cover.because.said(lang)
    return f"{because if because.startswith(said) else f'{said}: {because}'} ({cover.law})"


def _doubt(verified: bool, lang: Lang) -> str:
    return "" if verified else words(*UNVERIFIED, lang)


LASTS = {
    "PU": (
        "tetap terlindungi walaupun pemberi kerja terlambat membayar",
        "cover goes on though the employer pays late",
    ),
    "BPU": ("tidak gugur", "does not lapse"),
    "JAKON": ("berlaku sampai proyek berakhir", "lasts until the project ends"),
    "PMI": ("berlaku selama bulan yang dibayar", "lasts for the months that are paid"),
}
