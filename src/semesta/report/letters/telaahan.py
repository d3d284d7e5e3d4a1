"""Telaahan staf: the matter, what is assumed, facts, analysis, conclusions and what is advised, for who must decide."""

from __future__ import annotations

from semesta.basics import lists
from semesta.basics.words import Lang, capital
from semesta.monev.measured import Measured
from semesta.report.content import Block, Document, Heading, Listed, Paragraph
from semesta.report.fewer_pages import on_fewer_pages
from semesta.report.laporan import cells, figures
from semesta.report.laporan.conclusions import conclusions
from semesta.report.laporan.content import written
from semesta.report.laporan.decisions import decisions
from semesta.report.laporan.disagreements import worst_first
from semesta.report.laporan.draft import ROMAN, Draft, Row
from semesta.report.laporan.method import RULES, scope
from semesta.report.laporan.proposal import owed, stages
from semesta.report.laporan.quoting import quoted_note
from semesta.report.laporan.summary import uncertain
from semesta.report.letters.letter import letter, note_fields, signed
from semesta.report.letters.main_figures import figures_table

NAME = "telaahan-staf"


def telaahan(measured: Measured, lang: Lang) -> Document:
    """The study of a round; it cites the tables of the report that goes with it."""
    draft = written(measured, lang)
    subject = draft.say(
        f"Hasil monitoring dan evaluasi jaminan sosial ketenagakerjaan {draft.place} dan tindak lanjutnya",
        f"Results of the monitoring of employment social security, {draft.place}, and what follows from them",
    )
    head = note_fields(draft, NAME, subject, draft.say("1 (satu) laporan", "1 (one) report"))
    parts = (
        (draft.say("Persoalan", "The matter"), _matter(draft)),
        (draft.say("Praanggapan", "Assumptions"), _assumed(draft)),
        (draft.say("Fakta yang memengaruhi", "Facts"), _facts(draft)),
        (draft.say("Analisis", "Analysis"), _analysis(draft)),
        (draft.say("Kesimpulan", "Conclusions"), _concluded(draft)),
        (draft.say("Saran", "Advice"), _advised(draft)),
    )
    blocks: list[Block] = [head]
    for number, (title, said) in zip(ROMAN, parts, strict=False):
        blocks += [Heading(2, title, f"{number}."), *said]
    made = letter(draft, NAME, draft.say("Telaahan staf", "Staff study"), [*blocks, signed(draft, NAME)], headed=True)
    return on_fewer_pages(made)


def _matter(draft: Draft) -> list[Block]:
    """What has to be solved, in the figure that says it: who is not covered, what is not paid for, or what is not known."""
    told = {
        "gap": ("orang belum terlindungi jaminan sosial ketenagakerjaan", "persons are not covered"),
        "unregistered": ("orang belum terdaftar dalam jaminan sosial ketenagakerjaan", "persons are not registered"),
    }
    said = ""
    for indicator, words in told.items():
        value = draft.headline(indicator)
        if value is not None and value.value is not None and value.value > 0:
            number = figures.bare(value.value, value.unit, draft.lang)
            said = draft.say(f"Di {draft.place}, {number} {words[0]}.", f"In {draft.place}, {number} {words[1]}.")
            break
    unknown = draft.say(
        f"Belum diketahui berapa pekerja di {draft.place} yang terlindungi jaminan sosial ketenagakerjaan.",
        f"It is not known how many workers in {draft.place} are covered by employment social security.",
    )
    asked = draft.say(
        "Perlu diputuskan langkah untuk melindungi mereka dan sumber pembiayaannya menurut data di bawah ini."
        if said
        else "Perlu diputuskan langkah untuk melengkapi data dan memperluas kepesertaan.",
        "What is to be decided is how to cover them and who pays, by the data below."
        if said
        else "What is to be decided is how to complete the data and widen membership.",
    )
    return [Paragraph(f"{said or unknown} {asked}")]


def _assumed(draft: Draft) -> list[Block]:
    """The rules by which figures are made, and for the need what its price rests on."""
    need = draft.headline("need")
    priced = [f"{note}." for note in draft.notes([need])] if need is not None else []
    said = [*(draft.said(rule) for rule in RULES), *scope(draft), *(capital(text) for text in priced)]
    return [Listed(tuple(dict.fromkeys(filter(None, [*said, quoted_note(draft)]))), numbered=True)]


def _facts(draft: Draft) -> list[Block]:
    blocks = figures_table(draft)
    heads = {"obstacle": draft.say("Kendala:", "Obstacles:"), "potential": draft.say("Potensi:", "Potential:")}
    for kind, head in heads.items():
        rows = [row for row in draft.rows("obstacles") if row.get("kind") == kind]
        blocks += _with_head(head, [_obstacle(draft, row) for row in rows])
    stages_of = [_regulation(draft, row) for row in draft.rows("regulations")]
    return [*blocks, *_with_head(draft.say("Regulasi:", "Regulations:"), stages_of)] or [_nothing(draft)]


def _with_head(head: str, items: list[str]) -> list[Block]:
    return [Paragraph(head), Listed(tuple(dict.fromkeys(items)))] if items else []


def _obstacle(draft: Draft, row: Row) -> str:
    return cells.text(row, "text", draft.lang).rstrip(".") + "."


def _regulation(draft: Draft, row: Row) -> str:
    kind = cells.code(row, "kind", lists.REGULATION_KINDS, draft.lang)
    stage = cells.code(row, "stage", lists.REGULATION_STAGES, draft.lang).lower()
    number = draft.say(f"Nomor {row['number']}", f"{row['number']}") if row.get("number") else ""
    title = draft.say(f"tentang {row['title']}", f"on {row['title']}") if row.get("title") else ""
    place = "" if row["place"] == draft.measured.place else f", {draft.name('place', row['place'])}"
    return f"{' '.join(filter(None, [kind, number, title]))}{place}: {stage}."


def _analysis(draft: Draft) -> list[Block]:
    """What the figures bear: who owes what is wanting, what they leave open, and which budget can still take it."""
    found = owed(draft)
    against = [draft.said(f.message).rstrip(".") + "." for f in worst_first(draft) if f.severity == "error"]
    said = list(dict.fromkeys([*([found.said] if found else []), *against, *uncertain(draft, contradictions=False)]))
    blocks: list[Block] = [Listed(tuple(said), numbered=True)] if said else []
    blocks += stages(draft, draft.headline("need"))
    return blocks or [_nothing(draft)]


def _concluded(draft: Draft) -> list[Block]:
    return [block for block in conclusions(draft) if isinstance(block, Listed)] or [_nothing(draft)]


def _advised(draft: Draft) -> list[Block]:
    asked = decisions(draft)
    if not asked:
        return [_nothing(draft)]
    intro = draft.say("Kepada pimpinan disarankan:", "It is advised:")
    return [Paragraph(intro), Listed(tuple(asked), numbered=True)]


def _nothing(draft: Draft) -> Paragraph:
    return Paragraph(draft.say("Data yang diserahkan belum memuatnya.", "The data given do not hold it yet."))
