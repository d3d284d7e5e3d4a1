"""Chapter IV: what the figures say, each sentence with the number of its table; nothing that is not in the data."""

from __future__ import annotations

from semesta.basics import shown
from semesta.basics.words import capital
from semesta.monev.value import Value
from semesta.report.content import Block, Listed
from semesta.report.laporan import breakdown, figures, naming, phrases
from semesta.report.laporan.citing import TABLE_OF, cited
from semesta.report.laporan.draft import Draft
from semesta.report.laporan.solidarity import by_programme


def conclusions(draft: Draft) -> list[Block]:
    said = [members(draft), _missing_coverage(draft), _gap(draft), _extremes(draft), money(draft), _balance(draft)]
    said += [_plain(draft, i) for i in ("budgeted", "shortfall", "places_not_budgeted", "regulations_in_force")]
    said += [_plain(draft, i) for i in ("inpres_actions_done", "handovers", "arrears", "recovery_rate")]
    said += [obstacles(draft), _findings(draft)]
    kept = tuple(sentence for sentence in said if sentence)
    if not kept:
        return []
    return [draft.chapter("Kesimpulan", "Conclusions"), Listed(kept, numbered=True)]


def members(draft: Draft) -> str:
    """How many of how many are active, or only registered; of each universe its own share, never of two together."""
    for indicator, told in (
        ("coverage", ("peserta aktif", "active members")),
        ("registration", ("terdaftar", "registered")),
    ):
        value = draft.headline(indicator)
        if (
            value is not None
            and value.value is not None
            and value.numerator is not None
            and value.denominator is not None
        ):
            part, whole = shown.count(int(value.numerator), draft.lang), shown.count(int(value.denominator), draft.lang)
            share = figures.bare(value.value, "share", draft.lang, against=value.denominator)
            since = naming.when(value.node.period, draft.lang)
            hedge = _between(draft, value) + _hedge(draft, value)
            sentence = draft.say(
                f"Dari {whole} orang, {part} atau {share} {told[0]} {since}{hedge}",
                f"Of {whole} persons, {part} or {share} were {told[1]} {since}{hedge}",
            )
            return sentence.strip() + cited(draft, indicator) + "."
    only = draft.headline("active") or draft.headline("registered")
    if only is None or only.value is None:
        return ""
    number, title = figures.full(only.value, only.unit, draft.lang), draft.said(naming.title(only.indicator)).lower()
    return f"{number} {title}{cited(draft, 'registration')}."


def _hedge(draft: Draft, value: Value) -> str:
    warned = figures.warning(value, draft.lang)
    return f"; {warned}" if warned else ""


def _between(draft: Draft, value: Value) -> str:
    """ " (paling sedikit 28, paling banyak 46)" where the number is not certain."""
    bounds = figures.bounds(value, draft.lang)
    return f" ({bounds})" if bounds else ""


def _missing_coverage(draft: Draft) -> str:
    value = draft.value("coverage")
    if value is None or value.value is not None or draft.headline("registration") is None:
        return ""
    why = figures.missing("coverage", draft.measured, draft.lang)
    return (
        draft.say(f"Cakupan peserta aktif {why}", f"Coverage by active members: {why}")
        + cited(draft, "registration")
        + "."
    )


def _gap(draft: Draft) -> str:
    value = draft.headline("gap") or draft.headline("unregistered")
    if value is None or value.value is None:
        return ""
    number = figures.full(value.value, value.unit, draft.lang)
    said = {
        "gap": draft.say(f"{number} belum terlindungi", f"{number} are not covered"),
        "unregistered": draft.say(f"{number} belum terdaftar", f"{number} are not registered"),
    }
    return said[value.indicator] + _between(draft, value) + cited(draft, value.indicator) + "."


def _extremes(draft: Draft) -> str:
    """The group with the largest gap among those in the table of groups."""
    wanted = "gap" if draft.headline("gap") else "unregistered"
    lines = [line for line in breakdown.by_dimension(draft, "group", [wanted]).lines if line.number(wanted) is not None]
    leaves = [line for line in lines if not any(other.code.startswith(line.code + ".") for other in lines)]
    if len(leaves) < 2 or "group" not in draft.tables:
        return ""
    most = max(leaves, key=lambda line: line.number(wanted) or 0)
    number = figures.full(most.number(wanted) or 0, "persons", draft.lang)
    told = draft.say(
        f"Kesenjangan terbesar ada pada kelompok {most.name}: {number}",
        f"The largest gap is in the group {most.name}: {number}",
    )
    return told + draft.cite("group") + "."


def money(draft: Draft) -> str:
    """Contributions and benefits in one sentence; their period once where it is the same."""
    told = {
        "contributions": ("iuran diterima", "contributions received"),
        "claims_paid": ("manfaat dibayarkan", "benefits paid"),
    }
    values = [(draft.say(*words), value) for i, words in told.items() if (value := draft.headline(i)) is not None]
    if not values:
        return ""
    periods = [naming.when(value.node.period, draft.lang) for _, value in values]
    amounts = [f"{words} {figures.full(value.value or 0, value.unit, draft.lang)}" for words, value in values]
    if len(set(periods)) == 1:
        sentence = f"{draft.say(' dan ', ' and ').join(amounts)}, {periods[0]}"
    else:
        sentence = draft.say(" dan ", " and ").join(f"{a} ({p})" for a, p in zip(amounts, periods, strict=True))
    return capital(sentence) + cited(draft, values[0][1].indicator) + "."


def _balance(draft: Draft) -> str:
    value = draft.value("balance")
    if value is None or "missing" in value.status:
        return ""
    each = by_programme(draft, "balance")
    if value.value is None and each:
        told = draft.say(f"Selisih iuran dan manfaat: {each}", f"Contributions minus benefits: {each}")
        return f"{told}{cited(draft, 'balance')}. {draft.said(phrases.NOT_A_DEBT)}"
    if value.value is None:
        told = draft.say(
            f"Selisih iuran dan manfaat {figures.reason(value, 'id')}",
            f"Contributions minus benefits: {figures.reason(value, 'en')}",
        )
        return told + cited(draft, "balance") + "."
    number = figures.full(value.value, value.unit, draft.lang)
    warned = _hedge(draft, value)
    told = draft.say(
        f"Selisih iuran dan manfaat {number}{warned}", f"Contributions minus benefits are {number}{warned}"
    )
    return f"{told}{cited(draft, 'balance')}. {draft.said(phrases.NOT_A_DEBT)}"


def _plain(draft: Draft, indicator: str) -> str:
    """A figure by its title, where its table stands in the report; a shortfall below zero is none."""
    value = draft.headline(indicator)
    if value is None or value.value is None or not any(key in draft.tables for key in TABLE_OF[indicator]):
        return ""
    if (indicator == "shortfall" and value.value < 0) or (indicator == "places_not_budgeted" and not value.value):
        return ""
    number = figures.full(value.value, value.unit, draft.lang, against=value.denominator)
    told = ", ".join(filter(None, [number, figures.against(value, draft.lang), figures.since(value, draft.lang)]))
    return f"{draft.said(naming.title(indicator))}: {told}{_hedge(draft, value)}{cited(draft, indicator)}."


def obstacles(draft: Draft) -> str:
    counts = {
        kind: sum(row.get("kind") == kind for row in draft.rows("obstacles")) for kind in ("potential", "obstacle")
    }
    if not any(counts.values()):
        return ""
    said = draft.say(
        f"Tercatat {counts['potential']} potensi dan {counts['obstacle']} kendala",
        f"{counts['potential']} potentials and {counts['obstacle']} obstacles were recorded",
    )
    return said + draft.cite("obstacles", "obstacles.potential", "obstacles.obstacle") + "."


def _findings(draft: Draft) -> str:
    against = [f for f in draft.measured.findings if f.severity == "error"]
    if "findings" not in draft.tables:
        return ""
    number, bad = shown.count(len(draft.measured.findings), draft.lang), shown.count(len(against), draft.lang)
    of_them = (
        draft.say(f", {bad} di antaranya angka yang bertentangan", f", {bad} of them contradictions") if against else ""
    )
    said = (
        draft.say(
            f"{number} hal perlu diselaraskan oleh pemilik data",
            f"{number} matters are to be settled by those who own the data",
        )
        + of_them
    )
    return said + draft.cite("findings") + "."
