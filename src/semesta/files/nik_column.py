"""What befell a whole column of NIKs: Excel keeps 15 of their 16 digits once it takes them for numbers.

It does so when a number is typed or pasted; what other programs saved, it keeps. So a number of 16 digits that does not end
in 0 never went through that rounding, and one that does may or may not have. A column is judged as one, since its cells came
the same way: where most numbers end in 0, those have lost their last digit; else they end in 0 by themselves.
"""

from __future__ import annotations

from typing import TypeGuard

import polars as pl

from semesta.basics.problem import Fault
from semesta.files import row_faults
from semesta.files.encoded import Encoded
from semesta.tables import causes
from semesta.tables.causes import fault
from semesta.tables.person_types import NIK
from semesta.tables.types import Reading

OF_WHOLE_COLUMNS = frozenset({causes.NIK_NUMBER, causes.NIK_WHOLE_NUMBER})
"""Causes of cells that are said once for their column: the mend is one, whatever the number of cells."""

MOST_ROUNDED = 0.5
"""Of NIKs as they are at most a tenth end in 0, of rounded ones all do."""

MOST_ZEROS = 0.05
_FEWEST = 5


def without_lost_digits(column: Encoded) -> Encoded:
    """The column with a fault in place of each number that ends in 0, where more than half of the numbers do."""
    numbers = int(column.where([_is_number(reading) for reading in column.readings]).sum())
    zeros = int(column.where([_is_number(reading) and _ends_in_zero(reading) for reading in column.readings]).sum())
    if zeros <= MOST_ROUNDED * numbers:
        return column
    lost = fault(causes.NIK_NUMBER, NIK.expected)
    return column.judged(lambda reading: lost if _is_number(reading) and _ends_in_zero(reading) else None)


def _is_number(reading: Reading | Fault | None) -> TypeGuard[Reading]:
    remark = reading.remark if isinstance(reading, Reading) else None
    return remark is not None and remark.cause == causes.NIK_WHOLE_NUMBER


def _ends_in_zero(reading: Reading) -> bool:
    return str(reading.value).endswith("0")


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
