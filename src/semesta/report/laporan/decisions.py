"""What is asked of the head of the place: what the round itself asks, then what its figures leave open."""

from __future__ import annotations

from semesta.basics import lists, shown
from semesta.basics.words import capital
from semesta.report.laporan import figures, naming
from semesta.report.laporan.citing import cited
from semesta.report.laporan.draft import Draft, Row
from semesta.report.laporan.follow_up import CLOSED, is_overdue
from semesta.report.laporan.quoting import quoted

MOST = 3
FEW = 4
"""So many governments are named, more are counted."""
ASKING = ("request", "recommendation")


def decisions(draft: Draft) -> list[str]:
    """Every decision that the data call for, the most pressing first; each with the figure it rests on."""
    made = [
        *_asked(draft),
        _shortfall(draft),
        _not_budgeted(draft),
        _regulation(draft),
        _active(draft),
        _contradictions(draft),
        _overdue(draft),
    ]
    return [sentence for sentence in made if sentence] or _wanting(draft)


def _asked(draft: Draft) -> list[str]:
    """Requests and recommendations that are still open, in the words in which they were written."""
    rows = [
        r for r in draft.rows("commitments") if r.get("kind") in ASKING and (r.get("status") or "open") not in CLOSED
    ]
    return [
        quoted(draft, _sentence(str(row["text"]))) + _whose(draft, row) + draft.cite("follow_up") + "." for row in rows
    ]


def _whose(draft: Draft, row: Row) -> str:
    """The place that asks, where it is not the one reported on."""
    return (
        ""
        if row["place"] == draft.measured.place
        else f", {naming.name(draft.measured.places, row['place'], draft.lang)}"
    )


def _sentence(text: str) -> str:
    tidy = text.strip().rstrip(".")
    return capital(tidy)


def _shortfall(draft: Draft) -> str:
    for indicator in ("shortfall", "need") if draft.pays_itself else ("need",):
        value = draft.headline(indicator)
        if value is not None and value.value is not None and value.value > 0:
            amount = figures.full(value.value, value.unit, draft.lang)
            year = value.node.period
            if not draft.pays_itself:
                return _of_others(draft, amount, year)
            told = {
                "shortfall": draft.say(
                    f"Menambah anggaran iuran {year} sebesar {amount}",
                    f"Add {amount} to the {year} budget for contributions",
                ),
                "need": draft.say(
                    f"Menetapkan anggaran iuran {year} sebesar {amount}",
                    f"Set the {year} budget for contributions at {amount}",
                ),
            }
            return told[indicator] + cited(draft, indicator) + "."
    return ""


def _of_others(draft: Draft, amount: str, year: str) -> str:
    """What other governments need is asked of them: a governor does not set the budgets of the regencies."""
    told = draft.say(
        f"Mendorong pemerintah di daerah menganggarkan iuran {year}; kebutuhan yang sudah diketahui seluruhnya {amount}",
        f"Press the governments of the regions to budget for {year}; the needs known come to {amount}",
    )
    return told + cited(draft, "need") + "."


def _not_budgeted(draft: Draft) -> str:
    value = draft.headline("places_not_budgeted")
    if value is None or not value.value:
        return ""
    rows = [row for row in draft.rows("budgets") if row.get("status") == "not_budgeted"]
    names = list(dict.fromkeys(naming.name(draft.measured.places, row["place"], draft.lang) for row in rows))
    if len(names) <= FEW:
        who = ", ".join(names)
        return (
            draft.say(f"Meminta {who} menganggarkan iuran", f"Ask {who} to budget for contributions")
            + cited(draft, "places_not_budgeted")
            + "."
        )
    count = shown.count(int(value.value), draft.lang)
    told = draft.say(
        f"Meminta {count} pemerintah daerah yang belum menganggarkan agar menganggarkan iuran",
        f"Ask the {count} governments that have not budgeted to do so",
    )
    return told + cited(draft, "places_not_budgeted") + "."


def _regulation(draft: Draft) -> str:
    waiting = [
        row for row in draft.rows("regulations") if row.get("stage") in ("none", "planned", "drafting", "harmonisation")
    ]
    if not waiting:
        return ""
    row = waiting[0]
    name = _regulation_name(draft, row)
    stage = naming.name(lists.REGULATION_STAGES, row["stage"], draft.lang).lower()
    told = draft.say(f"Menetapkan {name}, yang kini pada tahap: {stage}", f"Enact {name}, now at this stage: {stage}")
    return told + draft.cite("regulations") + "."


def _regulation_name(draft: Draft, row: Row) -> str:
    kind = row.get("kind")
    named = (
        naming.name(lists.REGULATION_KINDS, kind, draft.lang).lower()
        if kind
        else draft.say("regulasi", "the regulation")
    )
    return f"{named}{draft.say(' tentang ', ' on ')}{row['title']}" if row.get("title") else named


def _active(draft: Draft) -> str:
    """A registered person is not yet a protected one: where the active are not known, they are asked for."""
    if draft.headline("active") is not None or not any(draft.rows(table) for table in ("population", "members")):
        return ""
    who = draft.said(figures.holder("active", draft.measured))
    told = draft.say(
        f"Meminta {who} menyampaikan jumlah peserta aktif per kelompok, agar cakupan dapat dihitung",
        f"Ask {who} for the number of active members by group, so that coverage can be told",
    )
    return told + draft.cite("gaps") + "."


FIRST_ASKED = ("coverage", "budgeted")
"""What nothing can be decided without: how many are covered, and what is set aside for them."""


def _wanting(draft: Draft) -> list[str]:
    """Where nothing else can be asked, the data without which nothing can be decided are asked of who holds them."""
    names = [name for name in FIRST_ASKED if (value := draft.first(name)) is None or "missing" in value.status]
    if not names:
        return []
    asked = "; ".join(
        f"{draft.said(naming.title(name)).lower()} ({draft.said(figures.holder(name, draft.measured))})"
        for name in names
    )
    told = draft.say(
        f"Meminta pemegang data menyampaikan angka yang belum ada: {asked}",
        f"Ask those who hold them for the figures that are wanting: {asked}",
    )
    return [told + draft.cite("gaps") + "."]


def _contradictions(draft: Draft) -> str:
    against = [f for f in draft.measured.findings if f.severity == "error"]
    if not against or "findings" not in draft.tables:
        return ""
    count = shown.count(len(against), draft.lang)
    told = draft.say(
        f"Menugaskan pemilik data menyelaraskan {count} angka yang bertentangan",
        f"Have those who own the data settle {count} contradictions",
    )
    return told + draft.cite("findings") + "."


def _overdue(draft: Draft) -> str:
    late: list[Row] = [row for row in draft.rows("commitments") if is_overdue(row, draft.measured.as_of)]
    if not late:
        return ""
    count = shown.count(len(late), draft.lang)
    told = draft.say(f"Menagih {count} komitmen yang lewat batas waktu", f"Follow up {count} overdue commitments")
    return told + draft.cite("follow_up") + "."
