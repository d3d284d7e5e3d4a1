"""Pages lead somewhere, and the same thing has the same word everywhere."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from semesta.monev.registry import INDICATORS
from semesta.tables.registry import TABLES

ROOT = Path(__file__).parents[3]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
PAIR = re.compile(r"\| ([^|]+) \| ([^|]+) \|[^|]*\|[^|]*\|")


def glossary() -> list[tuple[str, str]]:
    """The pairs (Indonesian, English) of GLOSSARY.md, without the heads of its tables."""
    text = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
    found = [(pair[1].strip(), pair[2].strip()) for pair in map(PAIR.fullmatch, text.splitlines()) if pair]
    return [pair for pair in found if pair[0] not in ("Indonesia", "---")]


def test_every_link_leads_to_a_file() -> None:
    links = [
        (page, link) for page in PAGES for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link
    ]
    assert len(links) > 100
    assert [(page.name, link) for page, link in links if not (page.parent / link).exists()] == []


def test_the_glossary_gives_each_word_once() -> None:
    words = Counter(word.lower() for pair in glossary() for word in set(pair))
    assert len(glossary()) > 50
    assert [word for word, times in words.items() if times > 1] == []


def test_titles_of_tables_and_indicators_say_what_the_glossary_says() -> None:
    english = {indonesian.lower(): english.lower() for indonesian, english in glossary()}
    titles = [thing.title for thing in (*TABLES.values(), *INDICATORS.values())]
    said = [(t.id, t.en, english[t.id.lower()]) for t in titles if t.id.lower() in english]
    assert len(said) > 20
    assert [(indonesian, ours, fixed) for indonesian, ours, fixed in said if ours.lower() != fixed] == []
