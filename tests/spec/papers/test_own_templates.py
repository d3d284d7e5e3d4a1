"""An office's own template: what is wrong with it is said at once and before anything is written; then it is filled."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from example_papers import text_of
from report_text import whole_text
from rounds_made import CITY, MEETING, rich, round_of
from typer.testing import CliRunner

from semesta.basics.problem import Problem
from semesta.cli.main import app
from semesta.monev.measured import Measured
from semesta.report.content import Paragraph
from semesta.report.own.fields import FIELDS
from semesta.report.own.sample import sample
from semesta.report.own.template import LARGEST, OwnTemplate, TemplateFault, filled, problems, set_in
from semesta.report.papers.registry import papers
from semesta.report.typeset import Word
from semesta.report.usulan.content import usulan_anggaran

EXAMPLE = Path(__file__).parents[3] / "examples" / "cilegon-2024"


@pytest.fixture(scope="module")
def measured() -> Measured:
    return round_of(rich())


def template(*paragraphs: str, head: str = "", paper: str = "usulan-anggaran") -> OwnTemplate:
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = head
    for text in paragraphs:
        word.add_paragraph(text)
    out = io.BytesIO()
    word.save(out)
    return OwnTemplate(paper, "kami.docx", out.getvalue())


def causes(found: Sequence[Problem]) -> list[str]:
    return [problem.fault.cause for problem in found]


def told(measured: Measured, *paragraphs: str) -> str:
    return text_of(filled(template(*paragraphs), usulan_anggaran(measured, "id"), measured))


# ---- what is wrong is said, all at once


def test_every_unknown_field_is_named_with_those_it_may_have_been() -> None:
    found = problems(template("{{ judull }}", "{%p for k in komitmen %}", "{{ k.siapa }}", "{%p endfor %}"))
    assert [p.value for p in found if p.fault.cause == "template.unknown_field"] == [
        "judull → judul, subjudul?",
        "komitmen.siapa → komitmen.uraian, komitmen.status, komitmen?",
    ]
    assert all(p.is_error for p in found)


def test_a_field_in_the_head_of_the_page_is_looked_at_too() -> None:
    assert causes(problems(template("{{ judul }}", head="{{ tandaa }}"))) == ["template.unknown_field"]


def test_an_indicator_that_does_not_exist_is_an_unknown_field() -> None:
    assert problems(template("{{ indikator.covrage }}"))[0].value == (
        "indikator.covrage → indikator.coverage, indikator.recovery_rate, indikator.takes?"
    )


def test_a_list_written_as_text_is_told_to_be_written_in_a_loop() -> None:
    found = problems(template("{{ tanda }}{{ isi }}{{ keputusan }}"))
    assert [(p.fault.cause, p.value) for p in found] == [("template.list", "isi"), ("template.list", "keputusan")]


def test_names_that_a_template_makes_itself_are_no_unknown_fields() -> None:
    text = "{% for a in angka %}{{ loop.index }} {{ a.nilai }}{% endfor %}{{ tanda }}"
    assert causes(problems(template(text))) == ["template.no_body"]


@pytest.mark.parametrize(
    ("written", "sign"),
    [
        ("{% set x='a'*999999999 %}{{ x }}", "set"),
        ("{% include '/etc/passwd' %}", "include"),
        ("{% import 'a' as b %}", "import"),
        ("{% extends 'a' %}", "extends"),
        ("{% macro f() %}{% endmacro %}", "macro"),
        ("{% call judul() %}{% endcall %}", "call"),
        ("{% autoescape false %}{% endautoescape %}", "autoescape"),
        ("{{ 'a' * 999999999 }}", "*"),
        ("{{ 9 ** 99999999 }}", "**"),
        ("{{ '%0999999999d' % 1 }}", "%"),
        ("{{ judul|replace('a', 'aa') }}", "|replace"),
        ("{{ 'ab'|join('ab')|join('ab') }}", "|join"),
        ("{{ judul.upper() }}", "(…)"),
        ("{% for a in range(999999999) %}{% endfor %}", "for … in …"),
        ("{% for a in isi %}{% for b in isi %}{% endfor %}{% endfor %}", "for … in isi"),
    ],
)
def test_only_fields_conditions_and_loops_over_given_lists_may_stand_in_a_template(written: str, sign: str) -> None:
    (only,) = problems(template(written))
    assert (only.fault.cause, only.is_error) == ("template.not_allowed", True)
    assert (only.value or "").startswith(f"{sign}: ")


def test_what_is_not_allowed_is_found_in_footers_and_properties_and_is_never_filled(measured: Measured) -> None:
    word = docx.Document()
    word.add_paragraph("{{ judul }}")
    word.sections[0].footer.paragraphs[0].text = "{{ 'a' * 999999999 }}"
    word.core_properties.title = "{% include '/etc/passwd' %}"
    out = io.BytesIO()
    word.save(out)
    assert causes(problems(OwnTemplate("nota-dinas", "kami.docx", out.getvalue()))) == ["template.not_allowed"] * 2
    with pytest.raises(TemplateFault):
        told(measured, "{{ 'a' * 999999999 }}")


def test_brackets_without_end_are_a_problem_and_no_crash() -> None:
    assert causes(problems(template("{{ " + "(" * 5000 + "judul" + ")" * 5000 + " }}"))) == ["template.broken"]


def with_part(name: str, content: str, *, instead_of: str = "", of: OwnTemplate | None = None) -> OwnTemplate:
    """A template with one more file in it, or with a file that says more."""
    out = io.BytesIO()
    whole = (of or template("{{ judul }}")).content
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.namelist():
            text = old.read(entry)
            new.writestr(entry, text.replace(instead_of.encode(), content.encode()) if entry == name else text)
        if not instead_of:
            new.writestr(name, content)
    return OwnTemplate("nota-dinas", "kami.docx", out.getvalue())


def leading_out(kind: str, target: str) -> OwnTemplate:
    of_office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    one = f'<Relationship Id="rId99" Type="{of_office}/{kind}" Target="{target}" TargetMode="External"/>'
    return with_part("word/_rels/document.xml.rels", f"{one}</Relationships>", instead_of="</Relationships>")


@pytest.mark.parametrize("kind", ["attachedTemplate", "image", "oleObject", "frame"])
def test_a_template_that_takes_content_from_elsewhere_is_refused(kind: str) -> None:
    found = [p for p in problems(leading_out(kind, "https://contoh.id/x")) if p.is_error]
    assert [(p.fault.cause, p.sheet, p.value) for p in found] == [
        ("template.reaches_out", "isi/body", f"{kind}: https://contoh.id/x")
    ]


def test_a_plain_link_in_a_template_is_left() -> None:
    assert not any(p.is_error for p in problems(leading_out("hyperlink", "https://contoh.id")))


def of_word(kind: str, text: str = "") -> str:
    """A run of Word with a piece of a command."""
    if kind == "text":
        return f"<w:r><w:instrText>{text}</w:instrText></w:r>"
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field_of_word(*pieces: str) -> str:
    return of_word("begin") + "".join(pieces) + of_word("separate") + "<w:r><w:t>…</w:t></w:r>" + of_word("end")


def commanding(runs: str, part: str = "word/document.xml", root: str = "w:body") -> OwnTemplate:
    """A template with these runs in the first paragraph of its body, or of another part."""
    return with_part(part, f"<{root}><w:p>{runs}</w:p>", instead_of=f"<{root}>")


COMMANDS = {
    'INCLUDEPICTURE "https://contoh.id/x.png"': field_of_word(
        of_word("text", ' INCLUDEPICTURE "https://contoh.id/x.png" ')
    ),
    "DDEAUTO excel a b": field_of_word(of_word("text", "DDE"), of_word("text", "AUTO excel a b")),
    "DDE cmd x": '<w:fldSimple w:instr="DDE cmd x"/>',
    "LINK Excel.Sheet.8 x": field_of_word(
        of_word("text", "PAGE"), field_of_word(of_word("text", "LINK Excel.Sheet.8 x"))
    ),
    "QUOTE 68 68 69": of_word("begin")
    + field_of_word(of_word("text", "QUOTE 68 68 69"))
    + of_word("text", " cmd")
    + of_word("end"),
    "INCLUDETEXT x": of_word("begin") + of_word("text", "INCLUDETEXT x"),
}


@pytest.mark.parametrize(("command", "runs"), COMMANDS.items(), ids=lambda text: text.split()[0][:20])
def test_a_command_of_word_that_may_fetch_or_run_is_refused_however_it_is_pieced_together(
    command: str, runs: str
) -> None:
    found = [p for p in problems(commanding(runs)) if p.is_error]
    assert ("template.command", "isi/body", command) in [(p.fault.cause, p.sheet, p.value) for p in found]


def test_a_problem_says_that_a_command_stands_in_the_head_of_the_page() -> None:
    from docx import Document as Word

    word = Word()
    word.add_paragraph("{{ judul }} {{ tanda }}")
    word.sections[0].header.paragraphs[0].text = "{{ tanda }}"
    out = io.BytesIO()
    word.save(out)
    made = OwnTemplate("nota-dinas", "kami.docx", out.getvalue())
    names = zipfile.ZipFile(io.BytesIO(made.content)).namelist()
    (head,) = [name for name in names if name.startswith("word/header")]
    changed = with_part(head, f"{COMMANDS['DDE cmd x']}</w:p>", instead_of="</w:p>", of=made)
    (only,) = [p for p in problems(changed) if p.is_error]
    assert (only.sheet, only.value) == ("kepala/header", "DDE cmd x")


@pytest.mark.parametrize("command", ["PAGE", " NUMPAGES \\* MERGEFORMAT", '=SUM(ABOVE) \\# "0"', "date \\@ yyyy", ""])
def test_commands_of_word_that_take_nothing_from_outside_are_left(command: str) -> None:
    assert not any(p.is_error for p in problems(commanding(field_of_word(of_word("text", command)))))


@pytest.mark.parametrize("span", [1, 2])
def test_cells_merged_across_by_a_template_are_refused(span: int) -> None:
    from docx import Document as Word

    word = Word()
    word.add_paragraph("{{ judul }} {{ tanda }}")
    cells = word.add_table(rows=1, cols=4).rows[0].cells
    (cells[0].merge(cells[1]) if span == 2 else cells[0]).text = "{% for k in komitmen %}{% hm %}{{ k.uraian }}"
    cells[3].text = "{% endfor %}"
    out = io.BytesIO()
    word.save(out)
    found = problems(OwnTemplate("nota-dinas", "kami.docx", out.getvalue()))
    assert ("template.not_allowed", "hm") in [(p.fault.cause, (p.value or "").partition(":")[0]) for p in found]


def test_a_template_with_a_macro_is_refused() -> None:
    found = [p for p in problems(with_part("word/vbaProject.bin", "Sub AutoOpen()")) if p.is_error]
    assert causes(found) == ["template.macro"]


def test_half_a_mark_is_shown_with_the_words_near_it() -> None:
    (only,) = problems(template("Biasa saja", "{{ judul }"))
    assert only.fault.cause == "template.broken"
    assert "{{ judul }" in (only.value or "")


def test_a_template_without_the_mark_of_a_draft_is_usable_and_warned_of() -> None:
    found = problems(template("{{ judul }}"))
    assert causes(found) == ["template.no_mark", "template.no_body"]
    assert not any(p.is_error for p in found)


def test_a_template_without_any_field_is_refused() -> None:
    assert causes(problems(template("Kepada Yth."))) == ["template.no_field"]


@pytest.mark.parametrize("content", [b"", b"bukan word", b"PK\x05\x06" + bytes(18), b"x" * (LARGEST + 1)])
def test_a_file_that_is_no_word_document_is_refused(content: bytes) -> None:
    assert causes(problems(OwnTemplate("nota-dinas", "kami.docx", content)))[0] in (
        "template.no_word",
        "template.too_large",
    )


def test_what_shows_only_when_filled_is_a_problem_too(measured: Measured) -> None:
    for text in ("{{ angka[99].nilai }}", "{{ 1 / 0 }}", "{{ judul + 1 }}", "{{ ''.__class__ }}"):
        with pytest.raises(TemplateFault) as fault:
            told(measured, text)
        assert fault.value.problem.fault.cause == "template.unfilled"


# ---- it is filled


def test_the_office_keeps_its_wording_and_our_figures_stand_in_it(measured: Measured) -> None:
    text = told(measured, "Dengan hormat, kebutuhan {{ wilayah }} sebesar {{ indikator.need }}.")
    assert "Dengan hormat, kebutuhan Kota Cilegon sebesar Rp288.691.200." in text


def test_an_indicator_without_data_says_who_holds_them(measured: Measured) -> None:
    assert "belum ada data" in told(measured, "{{ indikator.poor_covered }}")


def test_fields_of_the_office_stay_placeholders_until_they_are_filled_in(measured: Measured) -> None:
    assert "${nomor_naskah} ${nama_pengirim} ${nip_pengirim}" in told(measured, "{{ nomor }} {{ nama }} {{ nip }}")


def test_the_space_to_sign_stays_where_the_name_is_known() -> None:
    named = round_of(rich() | {"kantor": [{"place": CITY, "name": "Contoh Satu"}]})
    assert "${ttd_pengirim} Contoh Satu" in told(named, "{{ tanda_tangan }} {{ nama }}")


def test_text_of_the_data_is_never_read_as_a_template_nor_as_markup() -> None:
    strange = 'Rapat "A/B" <w:p> & {{ 7 * 7 }} {% for %}'
    measured = round_of(rich() | {"commitments": [{"place": CITY, "text": strange}], "meeting": [MEETING]})
    assert strange in told(measured, "{%p for k in komitmen %}", "{{ k.uraian }}", "{%p endfor %}")


def test_every_documented_field_can_be_written(measured: Measured) -> None:
    lines = []
    for field in FIELDS:
        parts = [f"{{{{ x.{part.name} }}}}" for part in field.parts if not part.is_list]
        if field.is_list:
            lines.append(f"{{% for x in {field.name} %}}{''.join(parts) or '{{ x }}'}{{% endfor %}}")
        elif field.parts:
            lines += [f"{{{{ {field.name}.{part.name} }}}}" for part in field.parts]
        else:
            lines.append(f"{{{{ {field.name} }}}}")
    assert problems(template(*lines)) == []
    assert told(measured, *lines)


def test_the_sample_holds_all_of_a_paper_and_nothing_is_wrong_with_it(measured: Measured) -> None:
    own = OwnTemplate("usulan-anggaran", "contoh.docx", sample())
    assert problems(own) == []
    document = usulan_anggaran(measured, "id")
    text = text_of(filled(own, document, measured))
    assert "KONSEP" in text
    paragraphs = [block.text.replace("**", "") for block in document.blocks if isinstance(block, Paragraph)]
    assert all(paragraph in text for paragraph in paragraphs)
    assert "Rp288.691.200" in whole_text(document)
    assert "Rp288.691.200" in text


@pytest.mark.parametrize("paper", papers())
def test_every_paper_with_a_word_document_can_be_set_in_the_sample(paper: str, measured: Measured) -> None:
    own = OwnTemplate(paper, "contoh.docx", sample())
    if papers()[paper].lacking(measured) is not None:
        return
    files = papers()[paper].files(measured, "id")
    if not any(isinstance(make, Word) for make in files.values()):
        with pytest.raises(TemplateFault) as fault:
            set_in(files, own, measured)
        assert fault.value.problem.fault.cause == "template.no_place"
        return
    made = {name: make() for name, make in set_in(files, own, measured).items()}
    assert not any(name.endswith(".pdf") for name in made)
    assert made == {name: make() for name, make in set_in(files, own, measured).items()}


# ---- on the command line


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app(), [str(argument) for argument in arguments])
    return result.exit_code, result.output


def test_a_faulty_template_stops_the_command_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "kami.docx").write_bytes(template("{{ judull }}{{ angkaa }}").content)
    out = tmp_path / "hasil"
    code, said = run(
        "monev", str(EXAMPLE), "--out", str(out), "--documents", "nota-dinas",
        "--template", f"nota-dinas={tmp_path / 'kami.docx'}",
    )  # fmt: skip
    assert code == 2
    assert "judull" in said
    assert "angkaa" in said
    assert "tidak ada yang ditulis" in said
    assert not out.exists()


def test_a_template_replaces_the_word_document_and_the_manifest_names_it(tmp_path: Path) -> None:
    code, said = run("documents", "nota-dinas", "--template", str(tmp_path / "kami.docx"))
    assert code == 0, said
    out = tmp_path / "hasil"
    code, said = run(
        "monev", str(EXAMPLE), "--out", str(out), "--documents", "nota-dinas",
        "--template", f"nota-dinas={tmp_path / 'kami.docx'}",
    )  # fmt: skip
    assert code == 0, said
    assert sorted(path.name for path in out.iterdir()) == [
        "indikator.json",
        "manifest.json",
        "nota-dinas.docx",
        "temuan.json",
    ]
    assert '"file": "kami.docx"' in (out / "manifest.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("written", ["nota-dinas", "=kami.docx", "paparan=kami.docx", "nota-dinas=tidak-ada.docx"])
def test_a_template_that_cannot_be_meant_is_told_in_one_line(written: str, tmp_path: Path) -> None:
    code, said = run(
        "monev", str(EXAMPLE), "--out", str(tmp_path / "x"), "--documents", "nota-dinas", "--template", written
    )
    assert code == 2
    assert "Traceback" not in said
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("lang", "written", "told"),
    [
        ("id", "ngawur=nd.docx", "naskah tidak dikenal: ngawur; yang ada: laporan"),
        ("en", "ngawur=nd.docx", "unknown document: ngawur; there are: laporan"),
        ("id", "nota-dinas=nd.docx", "berkas templat tidak ada: nd.docx"),
        ("en", "nota-dinas=nd.docx", "there is no such template file: nd.docx"),
    ],
)
def test_an_unknown_paper_or_a_missing_file_is_said_in_both_languages(
    lang: str, written: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, said = run(
        "monev", str(EXAMPLE), "--out", str(tmp_path / "x"), "--documents", "nota-dinas", "--template", written,
        "--lang", lang,
    )  # fmt: skip
    assert code == 2
    assert told in " ".join(said.split())
