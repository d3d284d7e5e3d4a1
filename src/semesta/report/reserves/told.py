"""How reserves are put in words: what is held, its figures with their range and their mark, and what has to be said beneath."""

from __future__ import annotations

from collections.abc import Iterator

from semesta.basics import shown
from semesta.basics.words import LANGS, Lang, Words
from semesta.planning.estimate import Estimate
from semesta.planning.in_words import millions, share_range, share_span
from semesta.planning.reserves.cases import REASONS
from semesta.planning.reserves.mack import UNDEVELOPED
from semesta.planning.reserves.ratios import Ratio
from semesta.planning.reserves.reserves import Held, Reserves
from semesta.planning.reserves.scholarships import REASONS as OF_CHILDREN
from semesta.planning.reserves.scholarships import Outstanding
from semesta.report.rencana.names import UNKNOWN, UNVERIFIED

TITLE = Words("Manfaat yang masih akan dibayar", "Claims still to be paid")
STEPS = {
    1: Words("bulan", "month"),
    3: Words("triwulan", "quarter"),
    12: Words("tahun", "year"),
}
RANGE = Words("selang 90 %", "range of 90%")
BASIS = Words(
    "rantai (chain ladder) menurut kejadian dan pelaporan, dengan anggapan pelaporan berjalan seperti dahulu; selang 90 %: lognormal "
    "dengan galat Mack dari pustaka chainladder; bukan cadangan resmi",
    "chain ladder by event and report, taking reports to come in as they did; range of 90%: lognormal with Mack's error of the "
    "library chainladder; no official reserve",
)


def scope(one: Held) -> str:
    """ "JKM · BPU"; of a list that names no segments the programme alone."""
    programme, segment = one.key
    return " · ".join(filter(None, (programme, segment)))


def scope_marked(one: Held, lang: Lang) -> str:
    """The same with its mark: "JKM · BPU (belum matang, kecil)"."""
    mark = one.triangle.mark.said(lang)
    return scope(one) + (f" ({mark})" if mark else "")


def unreported(one: Held, lang: Lang) -> str:
    """Millions of rupiah with their range, and the mark at the figure where it should not be relied on."""
    said = UNKNOWN.said(lang) if one.developed is None else millions(one.developed.all_unreported, lang)
    return said + (f"; {one.triangle.mark.said(lang)}" if one.triangle.mark else "")


def ultimate(one: Held, lang: Lang) -> str:
    """Millions of rupiah, reported and not, with their range."""
    if one.developed is None:
        return UNKNOWN.said(lang)
    return millions(one.developed.all_unreported.at(lambda amount: one.triangle.reported + amount), lang)


def reported(one: Held, lang: Lang) -> str:
    """Millions of rupiah."""
    known = one.triangle.reported
    return millions(Estimate.exactly(known), lang)


NOT_COMPUTED = Words(
    "yang belum dilaporkan tidak dihitung: pustaka aktuaria (chainladder) tidak terpasang di sini",
    "what is not reported yet was not computed: the actuarial library (chainladder) is not installed here",
)
"""For papers; the screen says how to install it."""


def notes(found: Reserves, lang: Lang, without: Words = NOT_COMPUTED) -> list[str]:
    """What has to be said beneath the figures; `without` where the library that develops claims is not there."""
    until = [shown.day(found.until, each) for each in LANGS]
    whole = Words(
        f"bulan dihitung utuh, sampai {until[0]}; daftar hanya dibaca, hasilnya tidak memuat orang",
        f"months count whole, until {until[1]}; lists are only read, results hold no person",
    )
    said = [BASIS.said(lang)] if found.can_develop else [without.said(lang)]
    said.append(whole.said(lang))
    if (last := found.cases.reported_until) < found.until:
        month = [shown.period(last.isoformat()[:7], each) for each in LANGS]
        said.append(
            Words(
                f"laporan terakhir dalam daftar ialah {month[0]}: bulan sesudahnya berdiri sebagai nol, padahal belum diketahui bila "
                "daftarnya berakhir di sana",
                f"the list's last report is of {month[1]}: later months stand as nil, while they are not known if the list ends there",
            ).said(lang)
        )
    for one in found.held:
        said += [f"{scope(one)}: {told.said(lang)}" for told in _of(one, found)]
    return said + [told.said(lang) for told in _of_rows(found)]


def all_notes(found: Reserves, lang: Lang, without: Words = NOT_COMPUTED) -> list[str]:
    """Beneath everything at once: figures, ratios and scholarships, where there are such."""
    said = notes(found, lang, without)
    if any(one.ratio for one in found.held):
        said += [*months(found, lang), *(note.said(lang) for note in RATIO_NOTES)]
    return said + (scholarship_notes(found.scholarships, lang) if found.scholarships else [])


def _of(one: Held, found: Reserves) -> Iterator[Words]:
    yield from one.triangle.doubts
    if found.can_develop and one.developed is None:
        yield UNDEVELOPED
    if found.of_round and one.ratio is None:
        yield Words(
            "putaran tidak memuat iuran program dan segmen ini untuk bulan-bulan yang ada dalam daftar klaim: rasionya tidak dihitung",
            "the round holds no contributions of this programme and segment for months of the list of claims: no ratio",
        )
    if one.developed is not None and one.ratio is not None and one.ratio.unreported is None:
        yield Words(
            "bulan iurannya tidak berawal dan berakhir bersama periode perkembangannya: rasio menurut kejadian tidak dihitung",
            "the months of contributions do not begin and end with the periods of its development: no ratio by event",
        )
    if one.developed is not None and one.developed.triangle.step > 1:
        step = STEPS[one.developed.triangle.step]
        yield Words(
            f"perkembangan dihitung per {step.id}, karena ada bulan kejadian yang belum satu pun dilaporkan dalam bulan itu juga",
            f"developed by {step.en}, since of some months no event was reported within the month itself",
        )
    if one.triangle.has_older_events:
        since = [shown.period(one.triangle.since.isoformat()[:7], each) for each in LANGS]
        yield Words(
            f"laporan pertama dalam daftar ialah {since[0]}, sedangkan ada kejadian yang jauh lebih lama: yang dilaporkan lebih "
            f"awal mungkin tidak ada dalam daftar; --from {one.triangle.since.isoformat()[:7]} membatasi kejadiannya",
            f"the list's first report is of {since[1]}, while some events are much older: those reported earlier may not be in "
            f"the list; --from {one.triangle.since.isoformat()[:7]} limits the events",
        )


def _of_rows(found: Reserves) -> Iterator[Words]:
    for reason, count in found.cases.left_out.items():
        why = REASONS[reason]
        yield Words(
            f"{shown.count(count, 'id')} baris tidak dipakai: {why.id}",
            f"{shown.count(count, 'en')} rows not used: {why.en}",
        )
    if found.cases.by_payment:
        count = found.cases.by_payment
        yield Words(
            f"{shown.count(count, 'id')} baris tanpa tanggal lapor: tanggal bayar yang dipakai",
            f"{shown.count(count, 'en')} rows without a day of report: the day of payment counts",
        )
    if found.cases.undated and any(one.ratio for one in found.held):
        count = found.cases.undated
        yield Words(
            f"{shown.count(count, 'id')} baris tanpa tanggal bayar: tidak masuk rasio kas",
            f"{shown.count(count, 'en')} rows without a day of payment: in no cash ratio",
        )
    if found.unmatched:
        yield Words(
            f"{shown.count(found.unmatched, 'id')} anak tidak ditemukan klaimnya dalam daftar klaim: beasiswanya tidak masuk rasio",
            f"the claims of {shown.count(found.unmatched, 'en')} children are not in the list of claims: their scholarships stand in no ratio",
        )


# ---- ratios


def cash(one: Ratio, lang: Lang) -> str:
    """The cash ratio; that it is not known."""
    return UNKNOWN.said(lang) if one.cash is None else shown.share(one.cash, lang, 1)


def by_event(one: Ratio, lang: Lang) -> str:
    """The ratio on earned contributions with its range; that it is not known."""
    return UNKNOWN.said(lang) if one.by_event is None else share_range(one.by_event, lang, 1)


def earned(one: Ratio, lang: Lang) -> str:
    """Millions of rupiah."""
    return millions(Estimate.exactly(one.earned.amount), lang)


def months(found: Reserves, lang: Lang) -> list[str]:
    """Which months the contributions are of, said once where all have the same."""
    by_code: dict[str, list[str]] = {}
    for one in found.held:
        if one.ratio:
            by_code.setdefault(one.ratio.earned.period.code, []).append(scope(one))
    lead = Words("bulan iuran dan kejadian", "months of contributions and events").said(lang)
    names = {code: f" ({', '.join(scopes)})" if len(by_code) > 1 else "" for code, scopes in by_code.items()}
    return [f"{lead}: {'; '.join(shown.period(code, lang) + name for code, name in names.items())}"]


def with_scholarships(one: Ratio, lang: Lang) -> str:
    found = one.with_scholarships
    return UNKNOWN.said(lang) if found is None else share_span(*found, lang, 1)


RATIO_NOTES = (
    Words(
        "kas: semua yang dibayar dalam bulan-bulan itu, kapan pun kejadiannya; menurut kejadian: yang sudah dan belum dilaporkan dari "
        "kejadian bulan-bulan itu, termasuk beasiswa yang sudah dibayar; program tidak pernah dinetokan",
        "cash: all that was paid in those months, whenever the event was; by event: what is and is not reported yet of the events of "
        "those months, scholarships paid among it; programmes are never netted",
    ),
    Words(
        "iuran yang diterima dalam suatu bulan dianggap iuran bulan itu",
        "contributions received in a month are taken to be earned in it",
    ),
    Words(
        "dengan beasiswa: ditambah beasiswa yang masih akan dibayar, paling sedikit sampai paling banyak",
        "with scholarships: those still to be paid added, at least to at most",
    ),
)


# ---- scholarships


def scholarships(one: Outstanding, lang: Lang) -> str:
    """What is still to be paid, in a sentence; a star where law was used that is not verified."""
    most, least, star = shown.rupiah(one.most, lang), shown.rupiah(one.least, lang), "" if one.verified else "*"
    return Words(
        f"Beasiswa yang masih akan dibayar bagi {shown.count(one.children, 'id')} anak: {least}{star} bila tiap anak hanya "
        f"menyelesaikan jenjangnya, {most}{star} bila semuanya terus sampai perguruan tinggi; tidak didiskonto.",
        f"Scholarships still to be paid for {shown.count(one.children, 'en')} children: {least}{star} if each ends with its level, "
        f"{most}{star} if all go on through university; not discounted.",
    ).said(lang)


def scholarship_notes(one: Outstanding, lang: Lang) -> list[str]:
    said = [
        Words(
            "tahun bayar: tahun ajaran mulai Juli; jumlah tiap tahun menurut hukum yang tercatat bagi tahun itu; jumlah anak, usia akhir "
            "dan lama jenjang menurut hukum hari kejadian; tidak mengulang kelas; tidak didiskonto",
            "year of payment: the school year begins in July; each year's amount by the law recorded for it; the number of children, "
            "last age and length of levels by the law of the event's day; nobody repeats a year; not discounted",
        )
    ]
    if not one.verified:
        said.append(UNVERIFIED)
    for reason, count in one.left_out.items():
        why = OF_CHILDREN[reason]
        said.append(
            Words(
                f"{shown.count(count, 'id')} anak tidak dihitung: {why.id}",
                f"{shown.count(count, 'en')} children not counted: {why.en}",
            )
        )
    unsure = one.unsure
    told = {
        "year": Words("tahun ke berapa dalam jenjangnya", "the year of the level"),
        "born": Words(
            "tanggal lahir, sehingga usia akhir tidak diperiksa", "the birth date, so that the last age is not checked"
        ),
        "months_paid": Words("masa iur peserta; dianggap cukup", "the months contributed; taken to suffice"),
    }
    said += [
        Words(
            f"{shown.count(count, 'id')} anak tanpa {told[name].id}",
            f"{shown.count(count, 'en')} children without {told[name].en}",
        )
        for name, count in unsure.items()
    ]
    return [one.said(lang) for one in said]
