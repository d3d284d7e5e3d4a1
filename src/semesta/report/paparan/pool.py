"""The sentence under every figure of a pool."""

from __future__ import annotations

from semesta.report.content import Box
from semesta.report.laporan import phrases
from semesta.report.laporan.draft import Draft


def beneath(draft: Draft) -> Box:
    """That a difference of contributions and benefits is nobody's debt."""
    return Box(draft.said(phrases.NOT_A_DEBT))
