"""A choice in words: by what it was made, and why each person stands where he does."""

from __future__ import annotations

from collections.abc import Mapping

from semesta.basics import shown
from semesta.basics.groups import GROUPS
from semesta.basics.words import Lang, Words, joined, same
from semesta.planning.priority.choice import Choice
from semesta.planning.priority.optimum import Optimum
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
    worth, gap = _worth(best), Words(*(shown.share(best.gap, lang, 3) for lang in ("id", "en")))
    return (
        Words(
            f"terbanyak {best.objective.title.id}: {worth.id}, selisih dari yang terbaik paling banyak {gap.id}; "
            f"yang sama nilainya menurut {rules.id}",
            f"most {best.objective.title.en}: {worth.en}, at most {gap.en} from the best; those worth the same by {rules.en}",
        )
        + tie
    )


def _worth(best: Optimum) -> Words:
    """As exact as it is: persons are counted, what is expected has its range by assumption."""
    if best.objective.name == "persons":
        return Words(
            *(
                f"{shown.count(round(best.worth.central), lang)} {best.objective.unit.said(lang)}"
                for lang in ("id", "en")
            )
        )
    return Words(*(_expected(best, lang) for lang in ("id", "en")))


def _expected(best: Optimum, lang: Lang) -> str:
    def said(value: float) -> str:
        if best.objective.name == "benefit":
            return shown.rupiah_short(round(value), lang)
        return shown.decimal(value, lang, 1 if best.worth.central >= 10 else 2)

    unit = "" if best.objective.name == "benefit" else f" {best.objective.unit.said(lang)}"
    about = Words("sekitar", "about").said(lang)
    by = Words("menurut asumsi; satu tahun dapat lain", "by assumption; a single year may differ").said(lang)
    low, central, high = map(said, (best.worth.low, best.worth.central, best.worth.high))
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
    order = Words(f"urutan {place} dari {choice.candidates}", f"place {place} of {choice.candidates}")
    return joined([*facts, order, decided], "; ").said(lang)


def _beyond(choice: Choice) -> Words:
    """Why somebody is left out: for an optimum it is not his place in the order."""
    if choice.optimum is None:
        return Words("di luar pagu", "beyond the sum")
    title = choice.optimum.objective.title
    return Words(f"di luar pagu menurut tujuan: {title.id}", f"beyond the sum by the objective: {title.en}")


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
