"""What in a template reaches beyond it when somebody opens the document: content fetched from elsewhere, and macros."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from semesta.basics.problem import Fault
from semesta.report.own import faults

LINK = "/hyperlink"
"""The kind of relationship that only leads out when a reader clicks on it."""
RUNS = ("vbaproject", "vbadata", "activex", "macrosheet")


def reaches_out(content: bytes) -> list[tuple[Fault, str]]:
    """Each macro and each relationship to the outside, with its name; links that a reader clicks on are left.

    Raises:
        zipfile.BadZipFile, lxml.etree.XMLSyntaxError: it is no Word document.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = packed.namelist()
        runs = [(faults.MACRO, name) for name in names if any(word in name.lower() for word in RUNS)]
        types = packed.read("[Content_Types].xml").lower()
        if not runs and (b"macroenabled" in types or b"vbaproject" in types):
            runs = [(faults.MACRO, "[Content_Types].xml")]
        outside = [where for name in names if name.lower().endswith(".rels") for where in _outside(packed.read(name))]
    return [*runs, *((faults.REACHES_OUT, where) for where in dict.fromkeys(outside))]


def _outside(relationships: bytes) -> Iterator[str]:
    """Kind and target of every relationship that is fetched from elsewhere: "attachedTemplate: https://…"."""
    from lxml import etree

    read = etree.fromstring(relationships, etree.XMLParser(resolve_entities=False, no_network=True))
    for one in read.iter("{*}Relationship"):
        kind, target = one.get("Type", ""), one.get("Target", "")
        external = one.get("TargetMode", "").lower() == "external"
        if (external and not kind.endswith(LINK)) or kind.endswith("/attachedTemplate"):
            yield f"{kind.rpartition('/')[2]}: {target[:80]}"
