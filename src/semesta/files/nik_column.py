"""What befell a whole column of NIKs: Excel keeps 15 of their 16 digits once it takes them for numbers."""

from __future__ import annotations

import polars as pl

from semesta.basics.problem import Fault
from semesta.files import row_faults
from semesta.tables import causes
from semesta.tables.causes import fault
from semesta.tables.person_types import NIK

OF_WHOLE_COLUMNS = frozenset({causes.NIK_NUMBER})
"""Causes of cells that are said once for their column: the mend is one, whatever the number of cells."""

MOST_ZEROS = 0.05
_FEWEST = 5


def too_many_zeros(niks: pl.Series) -> Fault | None:
    """The fault of a column in which more than 5 % of the NIKs end in 0; None when they need not have lost a digit.

    Serials count the people of a district born on one day, so most are below ten and hardly any ends in 0. Where serials
    run evenly up to 9999 a tenth ends in 0 by itself: there the zeros must outnumber the other last digits by far.
    """
    whole = niks.drop_nulls()
    whole = whole.filter(whole.str.contains(r"^[0-9]{16}$"))
    if not len(whole):
        return None
    zeros = int(whole.str.ends_with("0").sum())
    if zeros < _FEWEST or zeros <= MOST_ZEROS * len(whole):
        return None
    serials = whole.str.slice(12, 4).cast(pl.Int32)
    usual = serials.filter(serials > 0).median()
    others = (len(whole) - zeros) / 9
    if isinstance(usual, float) and usual > 100 and zeros < 1.5 * others + 3 * others**0.5:
        return None
    return row_faults.of_column(fault(causes.NIK_ZEROS, NIK.expected), zeros, len(whole))
