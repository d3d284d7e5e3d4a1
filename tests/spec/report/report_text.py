"""A report taken apart for the tests: its tables, its texts, one chapter of it."""

from __future__ import annotations

from collections.abc import Iterator

from semesta.report.content import (
    Block,
    Box,
    Chart,
    Document,
    Fields,
    Heading,
    KeyFigures,
    Lines,
    Listed,
    PageBreak,
    Paragraph,
    Signature,
    Signatures,
    Table,
)


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Every text of the blocks, with captions and cells."""
    for block in blocks:
        match block:
            case Heading():
                yield block.text
            case Paragraph() | Box():
                yield block.text
            case Listed():
                yield from block.items
            case KeyFigures():
                for figure in block.figures:
                    yield from (
                        figure.name,
                        figure.value,
                        figure.against,
                        figure.since,
                        figure.rests_on,
                        figure.warning,
                    )
            case Table():
                yield from (block.caption, block.source, *block.notes, *(c.title for c in block.columns))
                yield from (cell for row in (*block.rows, block.total or ()) for cell in row)
            case Chart():
                yield from (block.caption, block.text, block.source)
            case Fields():
                yield from (text for field in block.fields for text in field)
            case Lines():
                yield from block.lines
            case Signature() | Signatures() | PageBreak():
                pass


def whole_text(document: Document) -> str:
    return "\n".join(texts(document.blocks))


def between(document: Document, heading: str) -> tuple[Block, ...]:
    """The blocks of one chapter, up to the next heading of its level or above."""
    blocks = document.blocks
    start = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.text.startswith(heading))
    level = blocks[start].level  # type: ignore[union-attr]
    rest = range(start + 1, len(blocks))
    end = next((n for n in rest if isinstance(b := blocks[n], Heading) and b.level <= level), len(blocks))
    return blocks[start:end]
