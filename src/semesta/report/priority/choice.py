"""A choice in words: by what it was made, and why each person stands where he does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

import polars as pl

from semesta.basics import nik, shown
from semesta.basics.groups import GROUPS
from semesta.basics.places import PlaceList
from semesta.basics.words import LANGS, Lang, Words, joined
from semesta.planning.in_words import count, named, rupiah
from semesta.planning.priority.candidates import not_asked
from semesta.planning.priority.choice import Choice
from semesta.planning.priority.optimum import Optimum
from semesta.planning.priority.rules import RULES
from semesta.report.rencana.names import UNKNOWN

DIMENSIONS = {
    "group": Words("Kelompok", "Group"),
    "district": Words("Kecamatan", "District"),
    "sex": Words("Jenis kelamin", "Sex"),
}
"""Columns of candidates by which those covered are held against those left out."""
SEXES = {"L": Words("Laki-laki", "Men"), "P": Words("Perempuan", "Women")}
LEAST_GAP = 0.000005
"""Below it three decimals of a per cent are all naught."""
RISK = Words("kelompok berisiko tertinggi", "groups of highest risk")


def part_name(column: str, code: str | None, places: PlaceList) -> Words:
    """What stands in a column of DIMENSIONS, in words; a code that is not known as it is."""
    if not code:
        return UNKNOWN
    return SEXES.get(code) or named(GROUPS if column == "group" else places, code)


def summary(choice: Choice, today: dt.date, places: PlaceList) -> Iterator[Words]:
    """The choice line by line, as the command line shows it."""
    found = choice.chosen
    persons, candidates, spent, budget = (
        count(found.persons),
        count(choice.candidates),
        rupiah(found.spent),
        rupiah(found.budget),
    )
    yield Words(
        f"{persons.id} dari {candidates.id} calon terlindungi; terpakai {spent.id} dari {budget.id}",
        f"{persons.en} of {candidates.en} candidates covered; {spent.en} of {budget.en} used",
    )
    yield chosen_by(choice, places)
    yield from unmet_told(choice, places)
    yield price_told(choice)
    if early := not_asked(choice.others):
        yield Words("Bukan calon: ", "No candidates: ") + joined(early, "; ")
    yield from faulty_niks_told(choice, today)
    yield from choice.notes


def chosen_by(choice: Choice, places: PlaceList) -> Words:
    """By what was chosen, in a sentence; that it made no difference where the sum covers everybody."""
    if choice.chosen.persons == choice.candidates:
        left = rupiah(choice.chosen.left)
        return Words(
            f"Pagu cukup untuk semua calon; sisa {left.id}.", f"The sum covers every candidate; {left.en} is left."
        )
    return Words("Dipilih menurut ", "Chosen by: ") + how(choice, places) + Words(".", ".")


def unmet_told(choice: Choice, places: PlaceList) -> Iterator[Words]:
    """Floors that were not reached."""
    for floor, reached in choice.chosen.unmet:
        name, asked, came = part_name(floor.column, floor.code, places), count(floor.persons), count(reached)
        yield Words(
            f"Batas paling sedikit {name.id} {asked.id} orang tidak tercapai: {came.id} orang.",
            f"The floor of {asked.en} persons of {name.en} was not reached: {came.en}.",
        )


def rule_words(choice: Choice) -> Words:
    """The rules in their order: "desil terendah, lalu tanggungan terbanyak"."""
    titles = [RISK if name == "risk" else RULES[name].title for name in choice.rules]
    return Words(", lalu ".join(t.id for t in titles), ", then ".join(t.en for t in titles))


def basis(choice: Choice, places: PlaceList) -> Words:
    """By what was chosen, without what is only expected: as a decree may say it."""
    if choice.optimum is None:
        return _floors(choice, places) + rule_words(choice) + _lot(choice)
    title, rules = choice.optimum.objective.title, rule_words(choice)
    return (
        _floors(choice, places)
        + Words(
            f"tujuan {title.id} terbanyak; yang sama nilainya menurut {rules.id}",
            f"the objective of most {title.en}; those worth the same by {rules.en}",
        )
        + _lot(choice)
    )


def how(choice: Choice, places: PlaceList) -> Words:
    """By what was chosen, and how good an optimum is."""
    rules, floors = rule_words(choice), _floors(choice, places)
    if choice.optimum is None:
        return floors + Words(f"urutan: {rules.id}", f"in order: {rules.en}") + _lot(choice)
    best = choice.optimum
    worth, gap = _worth(best), _gap(best)
    return (
        floors
        + Words(
            f"terbanyak {best.objective.title.id}: {worth.id}, {gap.id}; yang sama nilainya menurut {rules.id}",
            f"most {best.objective.title.en}: {worth.en}, {gap.en}; those worth the same by {rules.en}",
        )
        + _lot(choice)
    )


def _floors(choice: Choice, places: PlaceList) -> Words:
    """Of whom so many come first: "paling sedikit 300 orang Pengojek dan 50 orang Kec. Galis, lalu "; nothing without floors."""
    if not choice.floors:
        return Words("", "")
    each = [
        count(one.persons) + Words(" orang ", " persons of ") + part_name(one.column, one.code, places)
        for one in choice.floors
    ]
    listed = Words(" dan ".join(one.id for one in each), " and ".join(one.en for one in each))
    return Words("paling sedikit ", "at least ") + listed + Words(", lalu ", ", then ")


def _lot(choice: Choice) -> Words:
    return Words(
        f"; yang sama diundi (nomor undian {choice.seed}, dapat diulang)",
        f"; who is alike is drawn by lot (seed {choice.seed}, can be repeated)",
    )


def _gap(best: Optimum) -> Words:
    if best.gap < LEAST_GAP:
        return Words("tidak ada pilihan yang lebih baik", "no choice is better")
    gap = Words(*(shown.share(best.gap, lang, 3) for lang in LANGS))
    return Words(f"selisih dari yang terbaik paling banyak {gap.id}", f"at most {gap.en} from the best")


def price_told(choice: Choice) -> Words:
    """What a person costs and by what: "JKK+JKM, jalur BPU, Rp… per orang per bulan menurut hukum"."""
    said = {price.said.id: price.said for price in choice.prices.values()}
    verified = all(price.verified for price in choice.prices.values())
    unsure = Words(" (memakai ketentuan yang belum diverifikasi)", " (by a rule that is not verified)")
    return joined(list(said.values()), "; ") + (Words("", "") if verified else unsure)


def has_faulty_nik(number: str | None, today: dt.date) -> bool:
    """Whether somebody cannot be registered by the NIK that the list says, or it says none."""
    return number is None or nik.fault(number, today=today) is not None


def faulty_niks_told(choice: Choice, today: dt.date) -> list[Words]:
    """How many of those covered cannot be registered yet, because of their NIK; nothing where all can."""
    if "nik" not in choice.workers.columns:
        return []
    covered = choice.chosen.table.filter(pl.col("chosen")).select("id")
    known = choice.workers.select(pl.col("id").cast(pl.String), "nik")
    faulty = sum(has_faulty_nik(one, today) for one in covered.join(known, on="id", how="inner")["nik"])
    if not faulty:
        return []
    persons = count(faulty)
    return [
        Words(
            f"NIK {persons.id} orang yang terlindungi kosong atau salah: betulkan sebelum ditetapkan, sebab tanpa itu tidak dapat "
            "didaftarkan.",
            f"The NIK of {persons.en} of those covered is absent or wrong: mend it before the decree, for without it they cannot be "
            "registered.",
        )
    ]


def _worth(best: Optimum) -> Words:
    """As exact as it is: persons are counted, what is expected has its range by assumption."""
    if best.objective.name == "persons":
        return Words(
            *(f"{shown.count(round(best.worth.central), lang)} {best.objective.unit.said(lang)}" for lang in LANGS)
        )
    return Words(*(_expected(best, lang) for lang in LANGS))


def _expected(best: Optimum, lang: Lang) -> str:
    def said(value: float) -> str:
        if best.objective.name == "benefit":
            return shown.rupiah_short(round(value), lang)
        return shown.decimal(value, lang, 1 if best.worth.central >= 10 else 2)

    unit = "" if best.objective.name == "benefit" else f" {best.objective.unit.said(lang)}"
    about = Words("sekitar", "about").said(lang)
    by = Words("menurut asumsi; satu tahun dapat lain", "by assumption; a single year may differ").said(lang)
    low, central, high = map(said, best.worth)
    return f"{about} {central}{unit} ({low}–{high} {by})"


def reason(row: Mapping[str, object], choice: Choice, lang: Lang) -> str:
    """Why a candidate is in or out: what the rules saw of him, his place in order, and what decided."""
    facts = [words for words in _facts(row) if words]
    place = shown.count(int(str(row["place"])), lang)
    decided = {
        "floor": Words(
            "dalam batas paling sedikit kelompok atau kecamatannya", "within the floor of the group or district"
        ),
        "order": Words("terjangkau pagu", "within the sum"),
        "optimum": Words("terpilih dalam perhitungan terbaik", "chosen by the optimum"),
        "rest": Words("terjangkau sisa pagu menurut urutan", "within what was left, by the order"),
        "ceiling": _beyond(choice),
    }[str(row["by"])]
    all_of_them = shown.count(choice.candidates, lang)
    order = Words(f"urutan {place} dari {all_of_them}", f"place {place} of {all_of_them}")
    return joined([*facts, order, decided], "; ").said(lang)


def _beyond(choice: Choice) -> Words:
    """Why somebody is left out: for an optimum it is not his place in the order."""
    if choice.optimum is None:
        return Words("di luar pagu", "beyond the sum")
    title = choice.optimum.objective.title
    return Words(f"di luar pagu menurut tujuan: {title.id}", f"beyond the sum by the objective: {title.en}")


def _facts(row: Mapping[str, object]) -> list[Words]:
    decile, age, dependants = row["decile"], row["age"], row["dependants"]
    return [
        Words("NIK kosong atau salah", "NIK absent or wrong") if row.get("nik_is_faulty") else Words("", ""),
        Words("pernah terlindungi", "was covered before") if row["lapsed"] else Words("", ""),
        Words("desil tidak diketahui", "decile not known")
        if decile is None
        else Words(f"desil {decile}", f"decile {decile}"),
        Words("umur tidak diketahui", "age not known") if age is None else Words(f"{age} tahun", f"aged {age}"),
        Words("", "") if dependants is None else Words(f"{dependants} tanggungan", f"{dependants} dependants"),
    ]
