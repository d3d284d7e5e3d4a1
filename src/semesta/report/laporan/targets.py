"""What planning documents promise and what was reached, each document for itself, side by side and never merged."""

from __future__ import annotations

from semesta.basics import shown
from semesta.basics.words import Words
from semesta.monev.registry import INDICATORS
from semesta.monev.value import Value
from semesta.report.content import Block
from semesta.report.laporan import figures, naming
from semesta.report.laporan.draft import Draft, Row, number_column, text_column
from semesta.report.laporan.sourcing import sources, told_sources

NOT_COMPARED = Words("tidak dibandingkan", "not compared")


def targets(draft: Draft) -> list[Block]:
    """All targets of the round, also those of the province or the nation above it, which are there to look up to."""
    frame = draft.measured.dataset.frame("targets")
    if frame is None:
        return []
    rows = frame.to_dicts()
    reached = [_reached(draft, row) for row in rows]
    columns = [
        text_column(draft.say("Dokumen", "Document"), 1.5),
        text_column(draft.say("Tahun", "Year"), 0.7),
        text_column(draft.say("Wilayah", "Place"), 1.2),
        text_column(draft.say("Semesta", "Universe"), 1.5),
        number_column(draft.say("Target", "Target")),
        number_column(draft.say("Nilai", "Value"), 1.4),
        number_column(draft.say("Capaian", "Attained"), 1.4),
    ]
    made = [_row(draft, row, value) for row, value in zip(rows, reached, strict=True)]
    note = draft.say(
        "Target semesta lain atau wilayah lain ditampilkan sebagai acuan dan tidak dibandingkan.",
        "Targets of another universe or place are shown for reference and not compared.",
    )
    cited = told_sources([str(row["source"]) for row in rows if row.get("source")], draft.lang) or sources(
        reached, draft.lang
    )
    caption = draft.say("Target per dokumen dan capaiannya", "Targets by document, and what was reached")
    return [draft.table("targets", caption, columns, made, notes=[note], source=cited)]


def _reached(draft: Draft, row: Row) -> Value | None:
    """The attainment of one row's target; None where the indicator is not known in its place and universe."""
    wanted = row.get("indicator") or ""
    document = row.get("document") or ""
    codes = {"place": row["place"], "period": str(row["year"]), "universe": row.get("universe") or "pemda"}
    of_document = document if wanted == "coverage" else f"{document}:{wanted}"
    return next(iter(draft.of("target_attainment", document=of_document, group=row.get("group") or "", **codes)), None)


def _row(draft: Draft, row: Row, reached: Value | None) -> tuple[str, ...]:
    unit = INDICATORS[row["indicator"]].unit if row.get("indicator") in INDICATORS else ""
    known = reached is not None and reached.value is not None and reached.numerator is not None
    value = (
        figures.bare(reached.numerator, unit, draft.lang)
        if known and reached and reached.numerator is not None
        else draft.said(NOT_COMPARED)
    )
    if reached is not None and reached.value is not None:
        draft.used.add("target_attainment")
    document = (
        draft.name("document", row.get("document")) if row.get("document") else draft.say("tidak disebut", "not said")
    )
    return (
        document if row.get("indicator") == "coverage" else f"{document}: {_title(draft, row)}",
        str(row["year"]),
        naming.name(draft.measured.places, row["place"], draft.lang),
        draft.name("universe", row.get("universe") or "pemda"),
        _number(row["value"], unit, draft),
        value,
        figures.bare(reached.value, "ratio", draft.lang)
        if reached and reached.value is not None
        else draft.said(NOT_COMPARED),
    )


def _title(draft: Draft, row: Row) -> str:
    indicator = str(row.get("indicator") or "")
    return draft.said(naming.title(indicator)).lower() if indicator in INDICATORS else indicator


def _number(target: float, unit: str, draft: Draft) -> str:
    """A target with the digits it was set with: a percentage with at most two decimals."""
    if unit in ("share", "ratio"):
        percent = round(target * 100, 6)
        return shown.share(target, draft.lang, 0 if percent == int(percent) else 2)
    return figures.bare(int(target) if float(target).is_integer() else target, unit, draft.lang)
