"""What is still to be reported of events that happened, by the chain ladder and Mack's error of the library chainladder."""

from __future__ import annotations

import math
import warnings
from dataclasses import dataclass
from importlib.util import find_spec

import numpy as np

from semesta.basics.words import Words
from semesta.planning.reserves.triangle import Triangle

INSTALL = Words(
    "yang belum dilaporkan dihitung dengan pustaka chainladder: pip install 'semesta[actuarial]'",
    "what is not reported yet is computed with the library chainladder: pip install 'semesta[actuarial]'",
)
UNDEVELOPED = Words(
    "perkembangannya tidak dapat dihitung: ada bulan tanpa klaim, atau bulannya terlalu sedikit",
    "its development cannot be computed: there are months without claims, or too few months",
)
LEAST = 4
"""Event months below which there is no error to compute."""


@dataclass(frozen=True, slots=True)
class Developed:
    """Rupiah of all event months of a triangle: reported, not reported yet, and the standard error of the latter by Mack."""

    reported: int
    unreported: int
    error: int

    @property
    def ultimate(self) -> int:
        return self.reported + self.unreported


def is_installed() -> bool:
    return find_spec("chainladder") is not None


def developed(triangle: Triangle) -> Developed | None:
    """What becomes of a triangle; None where its figures give no development or no error.

    Raises:
        ImportError: the extra `actuarial` is not installed.
    """
    import chainladder as cl
    import pandas as pd

    if triangle.months < LEAST:
        return None
    added = np.diff(triangle.amounts, axis=1, prepend=0)
    rows, columns = np.nonzero(~np.isnan(added))
    start = pd.Period(triangle.first, freq="M")
    cells = pd.DataFrame(
        {
            "event": [(start + int(row)).to_timestamp() for row in rows],
            "report": [(start + int(row + column)).to_timestamp() for row, column in zip(rows, columns, strict=True)],
            "amount": added[rows, columns],
        }
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its own use of pandas and NumPy; what is not finite is looked for below
        held = cl.Triangle(
            cells, origin="event", development="report", columns="amount", cumulative=False
        ).incr_to_cum()
        fitted = cl.MackChainladder().fit(cl.Development(sigma_interpolation="mack").fit_transform(held))
        ultimate = fitted.ultimate_.to_frame(origin_as_datetime=False).to_numpy(dtype=float).ravel()
        error = float(np.asarray(fitted.total_mack_std_err_).ravel()[0])
    if len(ultimate) != triangle.months or not (np.isfinite(ultimate).all() and math.isfinite(error)):
        return None
    return Developed(triangle.reported, round(float(ultimate.sum())) - triangle.reported, round(error))
