"""A choice in words: by what it was made, and why each person stands where he does."""

from __future__ import annotations

from collections.abc import Mapping

from semesta.basics import shown
from semesta.basics.groups import GROUPS
from semesta.basics.words import Lang, Words, joined, same
from semesta.planning.priority.choice import Choice
from semesta.planning.priority.rules import RULES

NOT_ASKED = {
    "active": Words("sudah aktif", "active already"),
    "age": Words("sudah 65 tahun atau lebih", "65 or older"),
    "group": Words(
        "kelompok tidak dikenal, sehingga harganya tidak diketahui", "the group is not known, and so neither its price"
    ),
    "twice": Words("NIK yang sama sudah ada dalam daftar", "the same NIK stands in the list already"),
}
RISK = Words("kelompok berisiko tertinggi", "groups of highest risk")


def rule_words(choice: Choice) -> Words:
    """The rules in their order: "desil terendah, lalu tanggungan terbanyak"."""
    titles = [RISK if name == "risk" else RULES[name].title for name in choice.rules]
    return Words(", lalu ".join(t.id for t in titles), ", then ".join(t.en for t in titles))


def how(choice: Choice) -> Words:
    """By what was chosen."""
    rules, seed = rule_words(choice), same(str(choice.seed))
    tie = Words(f"; yang sama diundi dengan benih {seed.id}", f"; who is alike is drawn by seed {seed.en}")
    if choice.optimum is None:
        return Words(f"urutan: {rules.id}", f"in order: {rules.en}") + tie
    best = choice.optimum
    worth = {lang: shown.decimal(best.worth, lang, 1) for lang in ("id", "en")}
    gap = {lang: shown.share(best.gap, lang, 3) for lang in ("id", "en")}
    return (
        Words(
            f"terbanyak {best.objective.title.id}: {worth['id']} {best.objective.unit.id}, selisih dari yang terbaik paling banyak {gap['id']}; "
            f"dalam kelompok yang sama menurut {rules.id}",
            f"most {best.objective.title.en}: {worth['en']} {best.objective.unit.en}, at most {gap['en']} from the best; within people alike "
            f"by {rules.en}",
        )
        + tie
    )


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
        "ceiling": Words("di luar pagu", "beyond the sum"),
    }[str(row["by"])]
    order = Words(f"urutan {place} dari {choice.candidates}", f"place {place} of {choice.candidates}")
    return joined([*facts, order, decided], "; ").said(lang)


def _facts(row: Mapping[str, object]) -> list[Words]:
    decile, age, dependants = row["decile"], row["age"], row["dependants"]
    group = GROUPS.get(str(row["group"]))
    return [
        Words("pernah terlindungi", "was covered before") if row["lapsed"] else Words("", ""),
        Words("desil tidak diketahui", "decile not known")
        if decile is None
        else Words(f"desil {decile}", f"decile {decile}"),
        group.title if group else Words("", ""),
        Words("umur tidak diketahui", "age not known") if age is None else Words(f"{age} tahun", f"aged {age}"),
        Words("", "") if dependants is None else Words(f"{dependants} tanggungan", f"{dependants} dependants"),
    ]
