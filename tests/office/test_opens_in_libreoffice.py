"""Every document of every example opens in LibreOffice and converts, and what was written in it is on its pages."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path

import pypdf
import pytest
from example_papers import EXAMPLES, example, made, text_of
from lxml import etree
from soffice import program

from semesta.report.own.sample import sample
from semesta.report.own.template import OwnTemplate, set_in
from semesta.report.papers.registry import papers
from semesta.report.typeset import Word

OFFICE = (".docx", ".pptx", ".xlsx")
A_MINUTE = 60
MOST = 0.02
"""Of the words of a document so many may be parted at the end of a line, so that they are not found in the PDF whole."""


@pytest.fixture(scope="module", params=EXAMPLES)
def converted(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[bytes, Path]]:
    """By name each document of an example and where its PDF should be; LibreOffice is started once for all of them."""
    folder = tmp_path_factory.mktemp(request.param)
    documents = {
        name: content
        for paper in papers()
        for name, content in made(request.param, paper).items()
        if name.endswith(OFFICE)
    }
    return convert(documents, folder)


def convert(documents: dict[str, bytes], folder: Path) -> dict[str, tuple[bytes, Path]]:
    # Documents of one name but for their ending (laporan.docx, laporan.xlsx) would overwrite each other's PDF.
    flat = {name: f"{n}{Path(name).suffix}" for n, name in enumerate(documents)}
    for name, content in documents.items():
        (folder / flat[name]).write_bytes(content)
    command = [str(program()), "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(folder / "pdf"), *(str(folder / name) for name in flat.values())],
        check=True,
        capture_output=True,
        timeout=A_MINUTE + 20 * len(flat),
    )
    return {name: (documents[name], folder / "pdf" / f"{n}.pdf") for n, name in enumerate(documents)}


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]{5,}", text)


def lost(content: bytes, pdf: Path) -> set[str]:
    """The words of a document that are not on the pages LibreOffice makes of it."""
    pages = "".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)
    there = re.sub(r"[\s\u00ad\u200b-]", "", pages).lower()
    return {word for word in words(text_of(content)) if word.lower() not in there}


def test_every_document_is_converted(converted: dict[str, tuple[bytes, Path]]) -> None:
    assert [name for name, (_, pdf) in converted.items() if not pdf.exists()] == []


def test_every_word_of_a_word_document_is_on_its_pages(converted: dict[str, tuple[bytes, Path]]) -> None:
    for name, (content, pdf) in converted.items():
        if name.endswith(".docx"):
            missing = lost(content, pdf)
            assert len(missing) <= MOST * len(set(words(text_of(content)))), (name, sorted(missing)[:20])


def test_no_page_is_empty(converted: dict[str, tuple[bytes, Path]]) -> None:
    for name, (_, pdf) in converted.items():
        if name.endswith((".docx", ".pptx")):
            texts = [page.extract_text().strip() for page in pypdf.PdfReader(pdf).pages]
            assert all(len(text) > 20 for text in texts), name


def test_every_part_of_a_document_is_whole_and_every_relation_leads_somewhere(
    converted: dict[str, tuple[bytes, Path]],
) -> None:
    for name, (content, _) in converted.items():
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            assert packed.testzip() is None
            parts = set(packed.namelist())
            for part in parts:
                if part.endswith((".xml", ".rels")):
                    etree.fromstring(packed.read(part))
            assert broken_relations(packed) == [], name


def broken_relations(packed: zipfile.ZipFile) -> list[str]:
    """Relations to parts that are not in the file: what Word offers to repair."""
    found = []
    for part in (part for part in packed.namelist() if part.endswith(".rels")):
        folder = Path(part).parent.parent
        for relation in etree.fromstring(packed.read(part)):
            target = relation.get("Target", "")
            if relation.get("TargetMode") == "External" or target.startswith("#"):
                continue
            whole = Path(target.lstrip("/")) if target.startswith("/") else folder / target
            if _plain(whole) not in packed.namelist():
                found.append(f"{part}: {target}")
    return found


def _plain(path: Path) -> str:
    steps: list[str] = []
    for step in path.parts:
        if step == "..":
            steps.pop()
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


def test_papers_set_in_a_template_of_an_office_open_too(tmp_path: Path) -> None:
    measured = example("banten-2025")
    documents = {}
    for paper in papers().values():
        if paper.lacking(measured) is None:
            files = paper.files(measured, "id")
            if any(isinstance(make, Word) for make in files.values()):
                own = set_in(files, OwnTemplate(paper.name, "contoh.docx", sample()), measured)
                documents |= {name: make() for name, make in own.items() if name.endswith(".docx")}
    for name, (content, pdf) in convert(documents, tmp_path).items():
        assert pdf.exists(), name
        assert len(lost(content, pdf)) <= MOST * len(set(words(text_of(content)))), name
